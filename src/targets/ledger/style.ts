/** The style sheet of the printed ledger, from the theme's tokens. */

import { colours, fonts } from "../../../theme/tokens.ts";

const families = [fonts.family, ...fonts.fallback].map((name) => (name.includes(" ") ? `"${name}"` : name)).join(",");

/** Sizes in pt: it is made for paper. */
export function ledgerCss(): string {
  return `
@page{size:A4 landscape;margin:14mm 12mm}
*{box-sizing:border-box}
body{margin:0 auto;padding:24px;max-width:1200px;font:10pt/1.35 ${families};color:${colours.ink};background:${colours.ground}}
header{border-bottom:3px solid ${colours.gold};margin-bottom:16pt;padding-bottom:8pt}
header p{margin:0;color:${colours.muted}}
.kicker{font-weight:700;letter-spacing:.06em;text-transform:uppercase;font-size:9pt}
h1{margin:0;font-size:20pt;line-height:1.2;color:${colours.blue}}
table{width:100%;border-collapse:collapse;margin-bottom:20pt}
caption{caption-side:top;text-align:left;font-weight:700;font-size:13pt;color:${colours.blue};padding:0 0 4pt;break-after:avoid}
thead{display:table-header-group}
thead th{border-bottom:1.5pt solid ${colours.blue};color:${colours.blue}}
th,td{padding:3pt 8pt 3pt 0;text-align:left;vertical-align:top;font-weight:400;overflow-wrap:anywhere}
th:last-child,td:last-child{padding-right:0}
thead th,tbody th{font-weight:700}
tbody tr{border-bottom:.5pt solid ${colours.line};break-inside:avoid}
tbody th{font-variant-numeric:tabular-nums}
small{font-size:8pt;font-weight:400;color:${colours.muted}}
ul{margin:2pt 0 0;padding-left:12pt}
li{font-size:9pt}
a{color:${colours.blue}}
.figures th:first-child{width:15%}
.figures th:nth-child(3){width:18%}
.figures th:nth-child(4){width:13%}
.claims th:first-child{width:30%}
.claims th:nth-child(3),.texts th:nth-child(3){width:18%}
.claims th:nth-child(4),.texts th:nth-child(4){width:13%}
.sources th:first-child{width:5%}
.sources th:nth-child(2){width:38%}
.signs{width:auto}
.signs th:first-child{padding-right:24pt}
@media print{body{padding:0;max-width:none}a{color:inherit;text-decoration:none}}
`;
}
