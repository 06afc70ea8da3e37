import Testing

@testable import DirectiveModel

/// Small documents of genres that the corpus lacks, with the outlines that readers see in them.
@Suite struct StatuteGenreTests {
  @Test func readsAStandardWithBareSectionNumbers() {
    let text = """
      ICS 03.220.40
      R 40

      青石县地方标准
      DB 3301/T 17—2030

      渡船安全管理规范
      Specification for safety management of ferries

      2030-05-01 发布    2030-06-01 实施
      青石县市场监督管理局 发布

      目 次
      前言 ............ II
      1 范围 ............ 1
      2 规范性引用文件 ............ 1
      3 术语和定义 ............ 1
      3.1 渡船 ............ 1
      4 要求 ............ 2
      4.1 船体 ............ 2
      4.1.1 材料 ............ 2
      附录A（规范性） 检查表 ............ 5

      前  言
      本标准按照GB/T 1.1—2020给出的规则起草。

      1 范围
      本标准规定了渡船安全管理的要求。

      2 规范性引用文件
      下列文件对于本文件的应用是必不可少的。
      GB 19270 渔船安全

      3 术语和定义
      3.1
      渡船 ferry
      用于渡运旅客的船舶。
      3.2
      渡口 ferry crossing
      供渡船靠泊的场所。

      4 要求
      4.1 船体
      4.1.1 材料
      船体材料应符合下列要求：
      a) 木材含水率不大于15%；
      b) 钢板厚度不小于3 mm。
      4.1.2 检验
      每年检验1次。
      4.2 船员
      船员应持证上岗。

      附 录 A
      （规范性）
      检查表
      A.1 船体检查
      见表A.1。
      A.2 设备检查
      见表A.2。
      """
    #expect(
      outlineText(text) == """
        1 范围
        2 规范性引用文件
        3 术语和定义
          3.1 渡船 ferry
          3.2 渡口 ferry crossing
        4 要求
          4.1 船体
            4.1.1 材料
              a) 木材含水率不大于15%；
              b) 钢板厚度不小于3 mm
            4.1.2 检验
          4.2 船员
        附 录 A （规范性）
          A.1 船体检查
          A.2 设备检查
        """)
    #expect(Document(source: Source(text)).title == "渡船安全管理规范")
  }

  @Test func readsASpanishStatute() {
    let text = """
      LEY 17/2030, DE 5 DE MAYO, DE BARCAS

      PREÁMBULO

      La presente ley regula las barcas.

      TÍTULO PRELIMINAR
      Disposiciones generales

      Artículo 1. Objeto.

      1. La presente ley tiene por objeto regular las barcas.

      2. Quedan excluidas:

      a) Las barcas militares.

      b) Las barcas de recreo.

      Artículo 2. Definiciones.

      A los efectos de esta ley se entiende por barca toda embarcación.

      TÍTULO I
      De las barcas

      CAPÍTULO I
      Del registro

      Sección 1.ª Inscripción

      Artículo 3. Inscripción.

      Las barcas se inscriben en el registro.

      Artículo 4. Requisitos.

      1.º Solicitud.

      2.º Pago de la tasa.

      CAPÍTULO II
      De las sanciones

      Artículo 5. Infracciones.

      Son infracciones las previstas en el artículo 4.

      Disposición adicional primera. Plazos.

      El plazo es de un mes.

      Disposición adicional segunda. Recursos.

      Cabe recurso.

      Disposición transitoria única. Barcas existentes.

      Las barcas existentes se inscriben.

      Disposición derogatoria única. Derogación.

      Queda derogada la Ley 3/1990.

      Disposición final primera. Entrada en vigor.

      Entra en vigor el día siguiente.
      """
    #expect(
      outlineText(text) == """
        TÍTULO PRELIMINAR Disposiciones generales
          Artículo 1. Objeto
            1. La presente ley tiene por objeto regular las barcas
            2. Quedan excluidas:
              a) Las barcas militares
              b) Las barcas de recreo
          Artículo 2. Definiciones
        TÍTULO I De las barcas
          CAPÍTULO I Del registro
            Sección 1.ª Inscripción
              Artículo 3. Inscripción
              Artículo 4. Requisitos
                1.º Solicitud
                2.º Pago de la tasa
          CAPÍTULO II De las sanciones
            Artículo 5. Infracciones
        Disposición adicional primera. Plazos
        Disposición adicional segunda. Recursos
        Disposición transitoria única. Barcas existentes
        Disposición derogatoria única. Derogación
        Disposición final primera. Entrada en vigor
        """)
    #expect(Document(source: Source(text)).title == "LEY 17/2030, DE 5 DE MAYO, DE BARCAS")
  }

  @Test func readsAKoreanStatute() {
    let text = """
      나룻배 안전법
      [시행 2030. 5. 1.] [법률 제1717호, 2030. 4. 1., 제정]

      제1장 총칙

      제1조(목적) 이 법은 나룻배의 안전에 관한 사항을 규정함을 목적으로 한다.

      제2조(정의) 이 법에서 사용하는 용어의 뜻은 다음과 같다.
      1. "나룻배"란 사람을 건네는 배를 말한다.
      2. "나루"란 나룻배가 닿는 곳을 말한다.
        가. 강의 나루
        나. 호수의 나루

      제3조(적용 범위) ① 이 법은 모든 나룻배에 적용한다.
      ② 제1항에도 불구하고 군용 나룻배는 제외한다.

      제2장 검사

      제1절 정기검사

      제4조(검사) 나룻배는 매년 검사를 받아야 한다.

      제4조의2(임시검사) 필요한 경우 임시검사를 할 수 있다.

      부칙
      제1조(시행일) 이 법은 공포한 날부터 시행한다.
      """
    #expect(
      outlineText(text) == """
        제1장 총칙
          제1조 (목적) 이 법은 나룻배의 안전에 관한 사항을 규정함을 목적으로 한다
          제2조 (정의) 이 법에서 사용하는 용어의 뜻은 다음과 같다
            1. "나룻배"란 사람을 건네는 배를 말한다
            2. "나루"란 나룻배가 닿는 곳을 말한다
              가. 강의 나루
              나. 호수의 나루
          제3조 (적용 범위)
            ① 이 법은 모든 나룻배에 적용한다
            ② 제1항에도 불구하고 군용 나룻배는 제외한다
        제2장 검사
          제1절 정기검사
            제4조 (검사) 나룻배는 매년 검사를 받아야 한다
            제4조의2 (임시검사) 필요한 경우 임시검사를 할 수 있다
        부칙
          제1조 (시행일) 이 법은 공포한 날부터 시행한다
        """)
    #expect(Document(source: Source(text)).title == "나룻배 안전법")
  }

  @Test func readsAVietnameseStatute() {
    let text = """
      LUẬT ĐÒ NGANG

      Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;

      Quốc hội ban hành Luật Đò ngang.

      Chương I
      NHỮNG QUY ĐỊNH CHUNG

      Điều 1. Phạm vi điều chỉnh

      Luật này quy định về đò ngang.

      Điều 2. Giải thích từ ngữ

      Trong Luật này, các từ ngữ dưới đây được hiểu như sau:

      1. Đò ngang là phương tiện chở người qua sông.

      2. Bến đò bao gồm:

      a) Bến chính;

      b) Bến phụ;

      đ) Bến tạm.

      Chương II
      QUẢN LÝ

      Mục 1. ĐĂNG KÝ

      Điều 3. Đăng ký đò

      Đò phải được đăng ký.

      Điều 4. Hiệu lực thi hành

      Luật này có hiệu lực từ ngày 01 tháng 7 năm 2030.
      """
    #expect(
      outlineText(text) == """
        Chương I NHỮNG QUY ĐỊNH CHUNG
          Điều 1. Phạm vi điều chỉnh
          Điều 2. Giải thích từ ngữ
            1. Đò ngang là phương tiện chở người qua sông
            2. Bến đò bao gồm:
              a) Bến chính;
              b) Bến phụ;
              đ) Bến tạm
        Chương II QUẢN LÝ
          Mục 1. ĐĂNG KÝ
            Điều 3. Đăng ký đò
            Điều 4. Hiệu lực thi hành
        """)
    #expect(Document(source: Source(text)).title == "LUẬT ĐÒ NGANG")
  }

  @Test func readsFrenchRules() {
    let text = """
      Règlement intérieur de la Confrérie des meuniers

      Titre I - Dispositions générales

      Article 1er - Objet

      Le présent règlement fixe les règles.

      Article 2 - Membres

      Les membres sont :
      - les meuniers ;
      - les apprentis.

      Titre II - Organes

      Chapitre 1 - L'assemblée

      Article 3 - Composition

      I. - L'assemblée comprend tous les membres.

      II. - Elle se réunit :

      1° au printemps ;

      2° en automne.

      Article 4 - Pouvoirs

      a) Elle vote le budget ;

      b) Elle élit le bureau.
      """
    #expect(
      outlineText(text) == """
        Titre I Dispositions générales
          Article 1er Objet
          Article 2 Membres
        Titre II Organes
          Chapitre 1 L'assemblée
            Article 3 Composition
              I. L'assemblée comprend tous les membres
              II. Elle se réunit :
                1° au printemps ;
                2° en automne
            Article 4 Pouvoirs
              a) Elle vote le budget ;
              b) Elle élit le bureau
        """)
    #expect(Document(source: Source(text)).title == "Règlement intérieur de la Confrérie des meuniers")
  }
}
