/// The style sheet of an exported page: the outline beside the text where there is room, light or dark as the reader's
/// system is, and on paper the text alone.
enum HTMLStyle {
  static let sheet = """
    :root { color-scheme: light dark; --text: #1c1c1c; --faint: #5d6470; --paper: #fdfdfb; --line: #d9d9d4;
      --link: #0b4f9e; --mark: #fff1b8; }
    @media (prefers-color-scheme: dark) {
      :root { --text: #e4e4e0; --faint: #a2a8b3; --paper: #17181a; --line: #3a3c40; --link: #8ab8f5; --mark: #4a3f12; }
    }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; }
    body { margin: 0 auto; padding: 1rem 1.5rem 4rem; max-width: 46rem; color: var(--text); background: var(--paper);
      font: 1.05rem/1.65 Georgia, "Noto Serif", "Noto Serif CJK SC", "Songti SC", SimSun, serif; }
    h1, h2, h3, h4, h5, h6, nav, [role=heading] { font-family: system-ui, "Noto Sans CJK SC", sans-serif; line-height: 1.3; }
    h1 { font-size: 1.7rem; margin: 1rem 0 1.5rem; }
    h2, h3, h4, h5, h6, [role=heading] { margin: 2rem 0 .6rem; font-weight: 650; }
    h2 { font-size: 1.3rem; }
    h3 { font-size: 1.12rem; }
    h4, h5, h6, [role=heading] { font-size: 1rem; }
    p { margin: 0 0 .8rem; overflow-wrap: anywhere; }
    pre { overflow-x: auto; font-size: .85rem; }
    a { color: var(--link); text-underline-offset: .15em; }
    a:not(:hover, :focus-visible) { text-decoration: none; }
    .address, .path { color: var(--faint); font-variant-numeric: tabular-nums; font-size: .85em;
      font-family: system-ui, sans-serif; font-weight: 400; }
    section:target > :first-child { background: var(--mark); }
    nav { font-size: .92rem; border: solid var(--line); border-width: 1px 0; padding: .8rem 0; margin-bottom: 1.5rem; }
    nav ul { list-style: none; margin: 0; padding: 0 0 0 1.1rem; }
    nav > ul { padding-left: 0; }
    nav li { margin: .2rem 0; }
    summary { cursor: pointer; }
    @media (min-width: 72rem) {
      body { display: grid; grid-template-columns: 22rem minmax(0, 46rem); column-gap: 3rem; max-width: 76rem; }
      header { grid-column: 1 / -1; }
      nav { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; border-width: 0 1px 0 0; padding-right: 1rem; }
    }
    @media print {
      :root { --text: #000; --faint: #444; --paper: #fff; --link: #000; }
      @page { margin: 2cm; }
      nav { display: none; }
      body { display: block; max-width: none; padding: 0; font-size: 11pt; }
      h1, h2, h3, h4, h5, h6, [role=heading] { break-after: avoid; }
      p { orphans: 3; widows: 3; }
    }

    """
}
