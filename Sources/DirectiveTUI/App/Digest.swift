/// The document that is opened where none is named.
///
/// A digest, in our own words, of the trade-union speech that the reader was first made for, numbered as the speech
/// is: it is text like any other, and goes through the same reader.
enum Digest {
  static let name = "digest"

  static let text = """
    A digest of Wang Dongming's speech to the fifth meeting of the ACFTU executive committee

    Wang Dongming, who heads the All-China Federation of Trade Unions (ACFTU), gave this speech in 2022 to its \
    executive committee. He keeps to key tasks and leaves the rest to a work report by Chen Gang.

    The main task of the meeting, according to the speech, is to review union work in 2021 and set tasks for 2022,\
     guided by Xi Jinping's political thought. Unions are asked to absorb the results of the Party's sixth plenary\
     session, held in November 2021, and prepare for the 20th National Congress.

    What follows is a digest by the authors of this program and not the speech itself. It was made from a machine \
    translation whose heading appears to misname the meeting; slogans in quotation marks are as translated there.

       1、 Understanding the "two establishment" and carrying out the "two maintenance"

    The speech calls the resolution on the Party's hundred years the plenary session's chief result. It links the \
    "two establishment" to Xi's place at the Party's core and to his thought, and asks unions to show support in \
    their work.

    First, the speaker asks unions to accept the Party's leadership. He describes a union as both a political body\
     and a mass organization. Unions are to stay in step with the Central Committee and report major matters \
    upward.

    Second, the speaker wants unions to keep up political study. Xi's thought is to be the main subject for Party \
    study groups, members and cadres. He adds Xi's statements on workers and unions, with the "eight insistences" \
    and "four footholds", to be applied in practice.

    Third, unions are asked to carry out their political duties among workers. The speech wants Party theory, the \
    plenary resolution and the "Four Histories" taught widely. It names campaigns such as "Chinese Dream · labor \
    beauty", to be spread through union newspapers, cultural palaces and new media.

    Fourth, the speech calls for stronger Party building inside the unions. It asks for discipline, action against\
     corruption, formalism and bureaucracy, and respect for the eight central regulations. Cadres are to receive \
    further training, building on the study of Party history.

       2、 Mobilizing workers for the second centenary goal

    The speaker says the plenary session called on the Party to learn from its past and work towards its second \
    centenary goal. Unions, in his account, should help workers be the main force.

    First, the speaker wants labor and skill competitions to be wider and more lasting. He would link them to the \
    major projects and industries of the 14th Five-Year Plan and extend them to smaller and non-public firms. \
    Results are to count towards model-worker selection, professional titles, skill grades and pay.

    Second, the speech asks unions to promote the example of model workers and craftsmen. It names publicity, \
    innovation studios, a craftsmanship college and visits by master craftsmen to schools. Unions are also to seek\
     better policies and treatment for model workers.

    Third, the speaker asks unions to take mass innovation further. Examples are technical improvements, \
    inventions, workers' suggestions, online skills practice and the "five small". Unions are also to support \
    displays of results, apprenticeship and an online learning platform.

       3、 Guarding political security in labor affairs

    The speech describes Chinese society as stable, but points to the pandemic, global change and what it calls \
    United States containment. It says hostile forces use "rights protection" to interfere in labor matters, and \
    makes the response a major union duty.

    First, the speaker restates the aims he set out in 2018. These "five resolutions" ask unions to keep out \
    hostile interference and to prevent what he calls "independent" or "private" unions. They also cover defending\
     workforce unity, social stability, Party leadership and the socialist system.

    Second, the speech asks that responsibilities be carried through. It says the federation has built a mechanism\
     for the five resolutions, with defined duties, staged objectives and the "Five Don'ts". Unions are to \
    increase their efforts and meet all requirements.

    Third, the speaker wants risks sought out regularly and settled early. He calls for a lasting system to \
    monitor and handle risks in labor relations, with national, regional and industry checks. Unions are to help \
    Party committees, government and enterprises settle disputes before they grow.

       4、 Improving relations between workers and employers

    The speaker presents harmonious labor relations and political security as supporting each other. He asks \
    unions to work on both, following the Central Committee and State Council opinions on labor relations.

    First, the speech sets out where effort should go. Unions are to seek better laws and systems on labor \
    contracts, collective contracts and democratic management, and a stronger tripartite mechanism. Priority is to\
     go to people in new kinds of employment, migrants and those in hardship, on matters such as pay, social \
    insurance, rest and safety.

    Second, the speaker asks unions to protect workers' rights and provide services. He names help with job \
    transfers and retraining during industrial change, and action with government against malicious wage arrears. \
    Services to continue or expand include student, medical and legal aid, sites for outdoor workers and "smart \
    trade unions" on the Internet.

    Third, the speech seeks a joint effort by everyone concerned. It asks for joint meetings with government, \
    links with ministries and trade associations, and disputes settled jointly by labor authorities, courts and \
    unions. Employers are urged to look after staff, and workers to care about their enterprise.

       5、 Taking reform and innovation further

    The speech recalls the Party's century as one of innovation as well as struggle, and says reform has kept \
    union work alive. It asks unions to explore and deepen their reforms.

    First, the speaker asks unions to press on with reform of the industrial workforce. He ties the next stage to \
    the reform's fifth anniversary. The work covers workers' guidance, achievements, quality, status and growth, \
    and relies on six mechanisms, supervision and assessment.

    Second, the speech wants union reform made more effective. It asks unions to use the reform evaluation, attend\
     to weak links and move resources to the grass roots. Local bodies are encouraged to adapt measures to their \
    conditions, and industrial unions to review and renew their work.

    Third, the speaker asks unions to learn and use the revised Trade Union Law. He notes that the national \
    legislature's standing committee completed the revision in December 2021. The law is to enter cadre training, \
    and unions are to raise legal awareness among workers and urge employers to comply.

    Fourth, the speech asks that plans be put into effect. It mentions the unions' own 14th Five-Year Plan, \
    regular grass-roots work by cadres and the ninth national survey of the workforce. Citing the "Three Stricts \
    and Three Realities", it opposes inaction and disorder and asks for a better style of work.

    Comrades, the speaker says in closing, find strength in unity and happiness in effort. He urges them to rally \
    round the Central Committee led by Xi, mobilize workers for the second centenary goal, and greet the 20th \
    National Congress with good results.

    (The speech's endnote names Wang Dongming as chairman of the ACFTU and a vice chairman of the National \
    People's Congress Standing Committee.)

    Source: digest written for this program

    """
}
