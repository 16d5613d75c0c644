/// How a page of HTML looks: on a screen, light or dark, on a phone, and on paper.
enum PageStyle {
  /// Contrast of text is at least 4.5 to 1 in both schemes (WCAG 2.2, 1.4.3).
  static let css = """
    :root{color-scheme:light dark;--ink:#16191d;--soft:#565c63;--paper:#fff;--card:#f6f7f9;--line:#d5d9de;--link:#0b5394;--good:#176b32;--warning:#7a5000;--bad:#a8201a}
    *{box-sizing:border-box}body{margin:0;font:16px/1.5 system-ui,-apple-system,"Noto Sans",sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}:lang(ko){word-break:keep-all}
    header,main,footer{max-width:76rem;margin:0 auto;padding:0 1.25rem}header{padding-top:1rem}footer{padding-bottom:3rem}
    h1{font-size:1rem;line-height:1.3;font-weight:600;color:var(--soft);margin:0 0 .15rem}h2{font-size:1.35rem;line-height:1.25;margin:2rem 0 .7rem;padding-top:.8rem;border-top:1px solid var(--line)}h3{font-size:1rem;line-height:1.35;margin:0 0 .6rem}p{margin:.4rem 0}header>p,section>p,details>p{max-width:60rem}
    .lead{font-family:Georgia,"Noto Serif",serif;font-size:1.95rem;font-weight:700;line-height:1.15;margin:0 0 .5rem;letter-spacing:-.01em}
    .tally{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;margin:.3rem 0;padding:0;font-variant-numeric:tabular-nums}.tally li{margin:0}
    .columns{display:grid;gap:.5rem 2.5rem}@media (min-width:60rem){.columns{grid-template-columns:minmax(0,1.15fr) minmax(0,1fr)}}
    article{margin:.8rem 0;padding:.9rem 1rem;background:var(--card);border-radius:6px}
    .sides{list-style:none;margin:.6rem 0;padding:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(14rem,100%),1fr));gap:.6rem}.sides li{margin:0;padding:.5rem .75rem;background:var(--paper);border:1px solid var(--line);border-radius:4px;font-size:.94rem;line-height:1.4}.sides li.fact{border-style:dashed}.sides p{margin:.15rem 0}
    .by{font-size:.85rem;color:var(--soft)}.value{font-weight:600;font-variant-numeric:tabular-nums}blockquote{margin:.2rem 0;font-family:Georgia,"Noto Serif",serif;font-size:1.02rem}code{font-family:ui-monospace,monospace;font-size:.85em}
    ol.points{list-style:none;margin:.3rem 0;padding:0}.points>li{margin:0;padding:.4rem 0 .3rem 1.4rem;border-top:1px solid var(--line)}.points>li>span[aria-hidden]{display:inline-block;width:1.4rem;margin-left:-1.4rem}.points p{margin:.1rem 0;color:var(--soft);font-size:.92rem;line-height:1.35}ul{padding-left:1.2rem}li{margin:.25rem 0}details>ul>li>ul{font-size:.94rem}
    .scroll{overflow-x:auto;margin:.6rem 0}table{border-collapse:collapse;font-size:.88rem;line-height:1.35;font-variant-numeric:tabular-nums}th,td{text-align:left;padding:.25rem 1rem .25rem 0;vertical-align:top;border-bottom:1px solid var(--line)}th{color:var(--soft);font-weight:600}
    .short{white-space:nowrap}td,th{overflow-wrap:normal}figure{margin:1rem 0;overflow-x:auto}figure svg{width:100%;min-width:36rem;height:auto;display:block}figure.small{margin:.3rem 0;overflow:hidden}.points figure.small,article figure.small{max-width:25rem;margin:.1rem 0}figure.small svg{min-width:0}.dim{color:var(--soft);font-size:.92rem}.good{color:var(--good)}.warning{color:var(--warning)}.bad{color:var(--bad)}
    nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;margin:1rem 0 0;padding:0}a{color:var(--link)}details{margin:.4rem 0}summary{cursor:pointer;color:var(--link)}summary strong{font-weight:600}details>h3{margin-top:1.2rem}pre{white-space:pre-wrap;font-size:.82rem}:focus-visible{outline:3px solid var(--link);outline-offset:2px}
    @media (max-width:40rem){.lead{font-size:1.55rem}header,main,footer{padding:0 1rem}header{padding-top:.7rem}}
    @media (prefers-color-scheme:dark){:root{--ink:#e6e8ea;--soft:#a7afb8;--paper:#16191d;--card:#1f2429;--line:#3a4149;--link:#7cb8ff;--good:#7bd88f;--warning:#f0c069;--bad:#ff9a92}}
    @media print{:root{color-scheme:light;--ink:#000;--soft:#444;--paper:#fff;--card:#fff;--line:#bbb;--link:#000;--good:#176b32;--warning:#7a5000;--bad:#a8201a}@page{size:A4;margin:16mm}body{font-size:10pt}nav,footer details{display:none}details::details-content{content-visibility:visible;block-size:auto}summary{font-weight:600;list-style:none}.scroll,figure{overflow:visible}figure svg{min-width:0}article{border:1px solid var(--line)}.columns{grid-template-columns:1fr 1fr;gap:0 1.2rem}article,figure,tr,.sides li,.points>li{break-inside:avoid}h2,h3{break-after:avoid}header,main,footer{max-width:none;padding:0}}
    """
}
