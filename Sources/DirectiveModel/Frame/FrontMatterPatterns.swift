/// One way to tell a field of the front matter on a line: what the pattern matches (from `\K` on) is the field.
struct FrontMatterPattern {
  /// The lines that are looked at.
  enum Place {
    /// The title, as one range.
    case title
    /// Short lines above the first point that are no part of the title.
    case front
    /// The line right below the title.
    case byline
    /// Lines after the last point.
    case closing
  }

  let field: FrontMatter.Field
  let places: [Place]
  let expression: SparingExpression

  /// `signs` are characters, in every case, of which each match holds one.
  init(_ field: FrontMatter.Field, _ places: Place..., signs: Signs? = nil, pattern: String) {
    self.field = field
    self.places = places
    expression = SparingExpression(pattern, signs: signs)
  }

  /// A date as documents print it: `2024年1月2日`, `二〇二四年一月二日`, `昭和…年…月…日`, `2024-01-02`, `May 6, 2024`,
  /// `6 May 2024`, `6. Mai 2024`, `6 de mayo de 2024`, `2024. 5. 6.`, `ngày 6 tháng 5 năm 2024`.
  static let date: String = {
    let number = #"[〇○零一二三四五六七八九十廿卅元\d０-９]"#
    let months =
      "jan(?:uary|vier|uar|eiro|uari)?|feb(?:ruary|ruar|rero|braio|ruari)?|f[ée]vrier|fevereiro|mar(?:ch|s|zo|ço)?"
      + "|m[äa]rz|maart|apr(?:il|ile)?|avril|abril|ma[iy]|mayo|maio|maggio|mei|june?|juin|juni|junio|junho|giugno|july?"
      + "|juli|juillet|julio|julho|luglio|aug(?:ust|ustus)?|août|agosto|sept?(?:ember|embre|iembre)?|settembre|setembro"
      + "|o[ck]t(?:ober|obre|ubre)?|ottobre|outubro|nov(?:ember|embre|iembre|embro)?|de[cz](?:ember|embro)?|décembre"
      + "|dicembre|diciembre|gennaio|enero|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
    return
      "(?:(?:昭和|平成|令和|大正|明治|(?:中[华華])?民[国國])?\(number){1,5}\\s*年\\s*\(number){1,3}\\s*月(?:\\s*\(number){1,3}\\s*日)?"
      + "|\\b(?:1[6-9]|20)\\d\\d[-/.](?:1[0-2]|0?[1-9])[-/.](?:3[01]|[12]\\d|0?[1-9])\\b"
      + "|\\b20\\d\\d\\. \\d{1,2}\\. \\d{1,2}\\.|\\bngày \\d{1,2} tháng \\d{1,2} năm \\d{4}\\b"
      + "|\\b(?<month>\(months))(?:\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?,?)?\\s+\\d{4}\\b"
      + "|\\b\\d{1,2}(?:st|nd|rd|th|er|º)?\\.?\\s+(?:of\\s+|de\\s+)?(?&month)\\.?,?\\s+(?:de\\s+)?\\d{4}\\b)"
  }()

  /// What no date does without.
  static let dateSigns = Signs("年", orYear: true)

  private static let body =
    "(?:人民政府|政府|国务院|法院|检察院|委员会|常委会|代表大会|办公厅|办公室|总工会|联合会|协会|[部局厅署院委处行央校团]|大[学學]|公司|中心|政府)"
  private static let office =
    "(?:省长|市长|县长|区长|州长|盟长|旗长|镇长|乡长|主席|主任|书记|总理|院长|检察长|部长|局长|厅长|会长|校长|董事长|总经理)"

  /// In order of trust: the first that matches gives the field.
  static let all: [FrontMatterPattern] = [
    .init(
      .documentNumber, .front,
      signs: ":：",
      pattern:
        #"\G\s*(?:发文字号|文件编号|合同编号|编\s*号|文\s*号|案\s*号|document no\.?|doc\. no\.?|reference|our ref\.?|ref\.?|số|neutral citation number)\s*[:：]\s*\K\S.*?(?=\s{3,}|\s*$)"#
    ),
    .init(
      .documentNumber, .front, .title,
      signs: "号號",
      pattern: #"(?:\G|[\s:：])\K\p{Han}[\p{Han}\s]{0,12}[〔\[［（(【]\s*\d{4}\s*[〕\]］）)】]\s*(?:第\s*)?\d+\s*[号號](?=\s*$)"#),
    .init(
      .documentNumber, .front,
      signs: "号期",
      pattern: #"\G\s*\K[（(]\d{4}[）)]\p{Han}{1,3}\d{0,4}\p{Han}{1,4}\d+号|\G\s*\K[〔［\[]\d{4}[〕］\]]\s*第?\s*\d+\s*[期号]"#),
    .init(.documentNumber, .front, signs: "제", pattern: #"\p{Hangul}{2,6} 제\d+호"#),
    .init(.documentNumber, .front, signs: "号號", pattern: #"\G\s*\K\p{Han}{1,6}第\s*[\d０-９]{1,6}\s*[号號](?=\s*$)"#),
    .init(
      .documentNumber, .front,
      signs: Signs("/", orYear: true),
      pattern: #"(?-i)(?:\G|\s)\K(?:[A-Z]{1,5}(?:/[A-Z\d.]+){2,}|\d{4} No\. \d+(?: \([A-Z]\. \d+\))?)(?=\s*$)"#),
    .init(
      .documentNumber, .title, pattern: #"\b(?:n\.?\s?º|n\.|nº|ley|décret n°|law no\.?)\s*\K\d+(?:/\d{4})?(?=[\s,]|$)"#),
    .init(
      .documentNumber, .front, signs: Signs(orYear: true),
      pattern: #"(?-i)\G\s*\K[A-Z]{1,5}(?:/[A-Z])?\s*[\d/T ]*[\d.]+\s*[—-]\s*\d{4}(?=\s*$)"#),
    .init(.documentNumber, .front, signs: "號", pattern: #"\p{Han}{1,8}字第\s*[\d０-９]+\s*號"#),
    .init(.documentNumber, .front, signs: "号號", pattern: #"\G\s*\K第\s*[\d〇一二三四五六七八九十百]+\s*[号號](?=\s*$)"#),
    .init(.documentNumber, .front, signs: "号", pattern: #"日\s*\K\p{Han}{1,10}第[〇一二三四五六七八九十百]+号"#),
    .init(.documentNumber, .front, signs: ":", pattern: #"request for comments:\s*\K\d+"#),
    .init(.documentNumber, .title, signs: "(", pattern: #"\((?:EU|EC|EEC|EU, Euratom)\)\s+(?:No\s+)?\d+/\d+"#),
    .init(
      .documentNumber, .front, signs: Signs(orYear: true), pattern: #"\G\s*\K(?:no\.|number)\s*\d+ of \d{4}(?=\s*$)"#),

    .init(
      .issuer, .front,
      pattern:
        #"\G\s*(?:发文机关|发布单位|发布机构|制定机关|公布机关|issued by|issuing body|published by)\s*[:：]?\s*\K\S.*?(?=\s{3,}|\s*$)"#),
    .init(.issuer, .title, signs: "关關", pattern: "\\G\\s*\\K[\\p{Han}\\s、]{1,40}?\(body)(?=\\s*(?:关于|關於))"),
    .init(.issuer, .front, signs: ",", pattern: #"(?-i)\G\s*\KTHE [A-Z][A-Z ,-]+(?=,\s*$)"#),
    .init(
      .issuer, .front,
      pattern: #"\G\s*\K(?:[\w ]+ working group|internet engineering task force[^ ]*(?: \(IETF\))?)(?=\s{3,}|\s*$)"#),
    .init(
      .issuer, .front,
      signs: "府院会厅室部局署委处行央校团学學司心",
      pattern: "\\G\\s*\\K(?!第[一二三四五六七八九十百]+[章节節条條编編篇])[\\p{Han}\\s]{1,30}\(body)(?=\\s*(?:文件|令)?\\s*$)"),

    .init(
      .occasion, .front, .title, signs: "在", pattern: #"(?:\G|日|[—\s])在\s*\K[^\s，。]{3,60}?(?=上(?:的|作|\s|[）)，]|$))"#),
    .init(.occasion, .title, signs: "在", pattern: #"在\s*\K[^\s，。]{3,60}?(?=上的)"#),
    .init(.occasion, .front, signs: "会", pattern: #"日\s*\K\p{Han}[\p{Han}\s]{3,50}?会议(?=(?:《.*》)?(?:通过|修订|修正|批准|审议))"#),
    .init(
      .occasion, .title,
      pattern:
        #"\b(?:speech|address|remarks|statement|lecture|keynote|report|talk)\b[^,]*?\b(?:at|before)\s+(?:the\s+)?\K[^,(]{3,}"#
    ),
    .init(
      .occasion, .front,
      pattern:
        #"\G\s*(?:(?:delivered|given|held)\s+)?(?:at|to|before)\s+(?:the\s+)?\K\w.*(?:meeting|conference|session|congress|summit|forum|assembly|convention)[^.]*$"#
    ),

    .init(.speaker, .front, signs: ":：", pattern: #"\G\s*(?:主讲人|报告人|讲话人|发言人|作者|speaker|author)\s*[:：]\s*\K\S.*$"#),
    .init(
      .speaker, .front, pattern: #"(?-i)\G\s*(?:[Bb]y|BY)\s+\K[A-Z][\p{L}.'’-]*(?:\s+[A-Z][\p{L}.'’-]*){1,4}(?=\s*$)"#),
    .init(
      .speaker, .front, signs: "长席任记理",
      pattern: "(?:\\G|[\\s—]|上)\\K\\p{Han}{0,24}?\(office)\\s+\\p{Han}(?:\\s?\\p{Han}){1,3}(?=\\s*$)"
    ),
    .init(
      .speaker, .title,
      signs: "'’",
      pattern:
        #"(?-i)\G\s*\K[A-Z][\p{L}.-]+(?:\s[A-Z][\p{L}.-]+){1,4}(?=['’]s\s+(?i:speech|address|remarks|report|statement|lecture))"#
    ),
    .init(
      .speaker, .closing,
      signs: "(（",
      pattern:
        #"(?-i)\G\s*[(（](?:Comrade |Mr\.? |Mrs\.? |Ms\.? |Dr\.? )?\K[A-Z][\p{L}.-]+(?: [A-Z][\p{L}.-]+){1,3}(?= is )"#),
    .init(.speaker, .closing, signs: "(（", pattern: #"\G\s*[（(]\s*(?:作者|发言人|讲话人)(?:系|为|是|[:：])?\s*\K[^）)]+"#),
    .init(
      .speaker, .byline,
      pattern:
        #"\G\s*\K(?!前\s*言|引\s*言|序\s*言|目\s*[录錄次]|总\s*则|正\s*文|下载|打印|全屏|收藏|首页)\p{Han}(?:\s?\p{Han}){1,3}(?<![会府院部局委厅署法令])(?=\s*$)"#
    ),

    .init(.date, .front, signs: dateSigns, pattern: "\\G[^。，；]{0,80}?\\K\(date)"),
    .init(.date, .title, signs: dateSigns, pattern: "\\bof \\K\(date)"),

    .init(
      .salutation, .front,
      signs: "：:！", pattern: #"\G\s*\K(?:\p{Han}.*(?:同志|代表|委员|朋友|先生|女士|政府|单位|机构|部门|[局厅委校院司办处站])们?|同志们)[：:！](?=\s*$)"#),
    .init(
      .salutation, .front,
      signs: ",:!.",
      pattern:
        #"\G\s*\K(?:dear|comrades|ladies|my fellow|fellow|friends|mr\.?|madam|honou?rable|your|distinguished|good (?:morning|afternoon|evening))\b.{0,120}[,:!.](?=\s*$)"#
    ),

    .init(
      .salutation, .front,
      signs: ":,.!",
      pattern:
        #"\G\s*\K.{0,120}\b(?:ladies and gentlemen|fellow (?:citizens|americans|members)|members of (?:the )?congress|colleagues|delegates|excellencies)\b.{0,60}[:,.!](?=\s*$)"#
    ),

    .init(.origin, .front, .closing, signs: ":：", pattern: #"\G\s*(?:source|来源)\s*[:：]\s*\K\S.*$"#),
  ]
}
