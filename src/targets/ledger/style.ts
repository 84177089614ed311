/** The style sheet of the printed ledger, from the theme's tokens. */

import { colours, fonts } from "../../../theme/tokens.ts";

const families = [fonts.family, ...fonts.fallback].map((name) => (name.includes(" ") ? `"${name}"` : name)).join(",");

/** What stands at the edges of each sheet. */
export interface Edges {
  /** At the top, from the second sheet on. */
  readonly title: string;
  /** At the top in red; "" for nothing. */
  readonly state: string;
  /** At the foot, beside the sheet's number. */
  readonly day: string;
}

/** Sizes in pt: it is made for paper. */
export function ledgerCss({ title, state, day }: Edges): string {
  const edge = `font:8.5pt/1.3 ${families};color:${colours.muted}`;
  return `
@page{size:A4 landscape;margin:16mm 12mm 15mm;
@top-left{content:${quoted(title)};${edge}}
@top-right{content:${quoted(state)};font:700 10pt/1.3 ${families};letter-spacing:.08em;color:${colours.red}}
@bottom-left{content:${quoted(day)};${edge}}
@bottom-right{content:"Seite " counter(page) " von " counter(pages);${edge}}}
@page:first{@top-left{content:none}}
*{box-sizing:border-box}
body{margin:0 auto;padding:24px 24px 0;max-width:1200px;font:10pt/1.35 ${families};color:${colours.ink};background:${colours.ground}}
header{border-bottom:3px solid ${colours.gold};margin-bottom:16pt;padding-bottom:8pt}
header p{margin:0;color:${colours.muted}}
p{margin:0}
header .reading{margin-top:6pt;max-width:200mm}
header .state{margin-top:4pt;font-weight:700;color:${colours.ink}}
header .state.draft{font-size:13pt}
.kicker{font-weight:700;letter-spacing:.06em;text-transform:uppercase;font-size:9pt}
h1{margin:0;font-size:20pt;line-height:1.2;color:${colours.blue}}
table{width:100%;border-collapse:collapse;margin-bottom:20pt}
table:last-child{margin-bottom:0}
caption{caption-side:top;text-align:left;font-weight:700;font-size:13pt;color:${colours.blue};padding:0 0 4pt;break-after:avoid}
thead{display:table-header-group;break-inside:avoid;break-after:avoid}
thead th{border-bottom:1.5pt solid ${colours.blue};color:${colours.blue}}
th,td{padding:3pt 8pt 3pt 0;text-align:left;vertical-align:top;font-weight:400;overflow-wrap:anywhere}
th:last-child,td:last-child{padding-right:0}
thead th,tbody th{font-weight:700}
tbody tr{border-bottom:.5pt solid ${colours.line};break-inside:avoid}
tbody tr:first-child{break-before:avoid}
tbody th{font-variant-numeric:tabular-nums}
small,code{font:400 9pt/1.35 ${families};color:${colours.muted}}
ul{margin:2pt 0 0;padding-left:12pt}
a{color:${colours.blue}}
code{display:inline-block}
.figures tbody th{padding-left:23pt;text-indent:-23pt}
.number{display:inline-block;min-width:23pt;text-indent:0;font-weight:400;color:${colours.muted}}
.state.draft,strong.draft{color:${colours.red}}
.figures th:first-child{width:20%}
.figures th:nth-child(3){width:16%}
.figures th:nth-child(4){width:12%}
.claims th:first-child,.texts th:first-child{width:22%}
.claims th:nth-child(3),.texts th:nth-child(3){width:18%}
.claims th:nth-child(4),.texts th:nth-child(4){width:13%}
.sources th:first-child{width:5%}
.sources th:nth-child(2){width:36%}
.sources th:nth-child(5){width:26%}
.signs{width:auto}
.signs th:first-child{padding-right:24pt}
@media print{body{padding:0;max-width:none}a{color:inherit;text-decoration:none}}
`;
}

/** A text of the author's as a string of CSS: nothing in it can end the string or the style sheet. */
function quoted(text: string): string {
  return `"${text.replaceAll(/[^\p{L}\p{N} .,:·()–-]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0xfffd).toString(16)} `)}"`;
}
