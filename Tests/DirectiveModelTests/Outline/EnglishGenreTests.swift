import Testing

@testable import DirectiveModel

/// Small documents of genres that the corpus lacks, with the outlines that readers see in them.
@Suite struct EnglishGenreTests {
  @Test func readsAContractWithRecitalsAndAnExhibit() {
    let text = """
      SERVICES AGREEMENT

      This Services Agreement (this "Agreement") is entered into as of March 1, 2030 (the "Effective Date") by and between Mill Co., a Delaware corporation ("Company"), and Ann Miller ("Contractor").

      RECITALS

      A. Company operates a mill.

      B. Contractor has experience in the operation of mills.

      NOW, THEREFORE, the parties agree as follows:

      ARTICLE I
      DEFINITIONS

      1.1 Defined Terms. As used in this Agreement:

      (a) "Affiliate" means any entity that controls a party.

      (b) "Services" means the services set out in Exhibit A.

      1.2 Interpretation. The headings are for convenience only.

      ARTICLE II
      SERVICES

      2.1 Scope. Contractor shall: (i) operate the mill; (ii) keep the books; and (iii) report monthly.

      2.2 Fees. Company shall pay $1,500.00 per month.

      2.3 Term. This Agreement begins on the Effective Date and ends on the earlier of:
      (a) March 1, 2031; or
      (b) termination under Section 3.1.

      ARTICLE III
      TERMINATION

      3.1 For Convenience. Either party may terminate on 30 days' notice.

      3.2 Effect. Sections 1.1 and 2.2 survive.

      IN WITNESS WHEREOF, the parties have executed this Agreement.

      MILL CO.

      By: ______________________
      Name: Bob Stone
      Title: President

      EXHIBIT A

      SERVICES

      1. Grinding

      2. Sweeping
      """
    #expect(
      outlineText(text) == """
        A. Company operates a mill
        B. Contractor has experience in the operation of mills
        ARTICLE I DEFINITIONS
          1.1 Defined Terms
            (a) "Affiliate" means any entity that controls a party
            (b) "Services" means the services set out in Exhibit A.
          1.2 Interpretation
        ARTICLE II SERVICES
          2.1 Scope
          2.2 Fees
          2.3 Term
            (a) March 1, 2031; or
            (b) termination under Section 3.1
        ARTICLE III TERMINATION
          3.1 For Convenience
          3.2 Effect
        EXHIBIT A SERVICES
          1. Grinding
          2. Sweeping
        """)
    #expect(Document(source: Source(text)).title == "SERVICES AGREEMENT")
  }

  @Test func readsMinutesOfABoard() {
    let text = """
      Minutes of the Meeting of the Board of the Millers' Guild
      Held on 12 May 2030 at the Guild Hall, 10:00 a.m.

      Present: A. Miller (Chair), B. Stone, C. Reed
      Apologies: D. Wood

      1. Welcome and apologies
      The Chair welcomed members. Apologies were received from D. Wood.

      2. Minutes of the previous meeting
      2.1 The minutes of 3 April 2030 were approved.
      2.2 Matters arising: none.

      3. Finance report
      3.1 The Treasurer reported a balance of 12,500.
      3.2 RESOLVED that:
         a) the budget be approved;
         b) the audit be postponed.

      4. Any other business
      There was no other business.

      5. Date of next meeting
      9 June 2030 at 10:00 a.m.

      The meeting closed at 11:45 a.m.
      """
    #expect(
      outlineText(text) == """
        1. Welcome and apologies
        2. Minutes of the previous meeting
          2.1 The minutes of 3 April 2030 were approved
          2.2 Matters arising: none
        3. Finance report
          3.1 The Treasurer reported a balance of 12,500
          3.2 RESOLVED that:
            a) the budget be approved;
            b) the audit be postponed
        4. Any other business
        5. Date of next meeting
        """)
    #expect(Document(source: Source(text)).title == "Minutes of the Meeting of the Board of the Millers' Guild")
  }

  @Test func readsAReportWithAListOfContents() {
    let text = """
      ANNUAL REPORT OF THE FERRY BOARD
      2030

      CONTENTS
      I. Introduction	3
      II. Operations	4
      A. Ferries	4
      B. Crossings	5
      III. Finance	7

      I. Introduction

      The year was good.

      II. Operations

      A. Ferries

      1. Fleet

      We have 12 boats.

      2. Crew

      We have 30 sailors.

      B. Crossings

      There were 1.2 million crossings.
      2029 was worse.

      III. Finance

      Revenue was $3.5 million. Table 1 shows details.

      Table 1. Revenue by month
      January 10
      February 12
      """
    #expect(
      outlineText(text) == """
        I. Introduction
        II. Operations
          A. Ferries
            1. Fleet
            2. Crew
          B. Crossings
        III. Finance
        """)
    #expect(Document(source: Source(text)).title == "ANNUAL REPORT OF THE FERRY BOARD")
  }

  @Test func readsAMachineTranslation() {
    let text = """
      Report on the Work of the Ferry Bureau

      Comrades,

      In the past year, under the strong leadership of the county party committee, we have achieved good results.

      I. Work review

      (I) Adhere to safety first. We have inspected 300 boats.

      (II) Adhere to service. One is to open more crossings. The second is to lower fares. The third is to train sailors.

      II. Existing problems

      Firstly, the boats are old. Secondly, the sailors are few. Thirdly, funds are short.

      III. Next step

      (1) Grasp safety.

      (2) Grasp service.

      Comrades, let us work hard!
      """
    #expect(
      outlineText(text) == """
        I. Work review
          (I) Adhere to safety first
          (II) Adhere to service
        II. Existing problems
        III. Next step
          (1) Grasp safety
          (2) Grasp service
        """)
    #expect(Document(source: Source(text)).title == "Report on the Work of the Ferry Bureau")
  }
}
