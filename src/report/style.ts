/**
 * The report's style sheet: paper, ink, one rule weight, color only for arms. Drawings take their colors from the same
 * custom properties, so that light, dark, print and forced colors need no drawing of their own.
 */
import { type Colors, dark, light } from './charts/look.ts';

const papers = { light: '#fbfaf7', dark: '#15181c' };

const properties = ({ card, ink, soft, rule, faint, arms, armTexts }: Colors, paper: string): string =>
  [
    `--paper:${paper};--card:${card};--ink:${ink};--soft:${soft};--rule:${rule};--faint:${faint}`,
    ...arms.map((color, i) => `--arm${i}:${color}`),
    ...armTexts.map((color, i) => `--text${i}:${color}`),
  ].join(';');

const inLight = properties(light, papers.light);
const inDark = properties(dark, papers.dark);

const perArm = light.arms
  .map(
    (_, i) =>
      `.t${i}{color:var(--text${i})}.t${i} .mark{background:var(--text${i})}.l${i}{stroke:var(--arm${i});stroke-dasharray:${['7 4', 'none', '2 2.5', '9 3 2 3', '4 2'][i]}}`,
  )
  .join('\n');

const highContrast = '--soft:var(--ink);--rule:var(--soft)';

/** Looks that a viewer chooses over what the device says, for pages that let them: `data-theme` on the root. */
export const themeStyle = `
:root[data-theme=light]{color-scheme:light;${inLight}}
:root[data-theme=dark]{color-scheme:dark;${inDark}}
:root[data-theme=contrast]{${highContrast}}
@media (prefers-color-scheme:light){:root[data-theme=contrast]{--paper:#fff;--ink:#000}}
@media (prefers-color-scheme:dark){:root[data-theme=contrast]{--paper:#000;--card:#000;--ink:#fff}}
`;

export const style = `
:root{color-scheme:light dark;${inLight}}
@media (prefers-color-scheme:dark){:root{${inDark}}}
@media (prefers-contrast:more){:root{${highContrast}}}
@media (forced-colors:active){:root{--card:Canvas;--ink:CanvasText;--soft:CanvasText;--rule:GrayText;--faint:Canvas}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
p,h1,h2,h3,figure,ul,dl,dd{margin:0;padding:0}
ul{list-style:none}
:focus-visible{outline:2px solid var(--ink);outline-offset:2px;border-radius:3px}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.bar,main,.foot>section{max-width:1240px;margin:0 auto;padding-inline:clamp(16px,4vw,48px)}
.bar{display:flex;flex-wrap:wrap;align-items:center;gap:4px 14px;padding-block:16px}
.brand{display:flex;gap:8px;align-items:center;font-weight:650;letter-spacing:-.01em}
.kind{color:var(--soft);font-size:14px}
main{padding-block:12px 24px}
.title{font-size:17px;font-weight:620;letter-spacing:-.01em}
.sentence{font-size:17px;color:var(--soft);max-width:74ch;margin:4px 0 32px}
.sentence b,.sentence .name{font-weight:560}
.sentence b{color:var(--ink)}
.name{overflow-wrap:anywhere}
.verdict{max-width:960px}
.kicker{display:flex;align-items:center;gap:8px;font-size:14px;font-weight:650;letter-spacing:.02em}
.mark{display:inline-grid;place-items:center;flex:none;width:20px;height:20px;border-radius:50%;background:var(--ink);color:var(--paper);font-size:12px;line-height:1}
h1{font:500 clamp(27px,3.7vw,42px)/1.16 "Iowan Old Style","Source Serif 4",Georgia,serif;letter-spacing:-.012em;margin:8px 0 16px;text-wrap:balance;overflow-wrap:anywhere}
h1:lang(zh){font-family:"Songti SC","Noto Serif CJK SC",SimSun,serif;line-height:1.32;letter-spacing:0}
h1 em{font-style:normal;white-space:nowrap}
.lede{font-size:18px;max-width:72ch;margin-bottom:10px}
.lede b,.lines b{white-space:nowrap;font-weight:650}
.lines{max-width:80ch;margin-bottom:12px}
.lines li{margin-top:3px}
.fine{font-size:14px;color:var(--soft);max-width:100ch}
.other{margin-top:8px;font-size:14px}
.other p{max-width:92ch;margin-top:4px}
.mind{margin-top:16px;padding-left:14px;border-left:1px solid var(--soft);font-size:14px;max-width:100ch}
.mind>p{font-weight:620}
summary{cursor:pointer;color:var(--soft);font-size:14px;min-height:28px;padding-block:4px;width:fit-content}
summary:hover{color:var(--ink)}
.key{display:inline-flex;align-items:center;gap:7px;min-width:0}
.key .name{min-width:0}
.dash{flex:none;width:18px;height:8px;overflow:visible}
.dash line{stroke-width:2.4}
${perArm}
.kpis{display:grid;grid-template-columns:repeat(auto-fit,minmax(185px,1fr));margin:36px 0 28px;border-block:1px solid var(--rule);overflow:hidden}
.kpi{padding:16px 18px 16px;margin-left:-1px;border-left:1px solid var(--rule);font-size:13.5px;line-height:1.45}
.kpi h3{font-size:13.5px;font-weight:400;color:var(--soft)}
.kpi .own{margin-top:8px;font-weight:600}
.kpi .large{font-size:28px;font-weight:560;letter-spacing:-.02em;line-height:1.25}
.kpi .delta span,.kpi .range{color:var(--soft)}
.kpi li{display:grid;grid-template-columns:1fr auto;gap:0 10px;align-items:baseline;margin-top:9px;padding-top:8px;border-top:1px solid var(--rule)}
.kpi .name{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.kpi li .key{align-items:baseline}
.kpi li b{font-weight:600}
.kpi li .below{grid-column:1/-1;display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 10px;color:var(--soft)}
.kpis+.held{margin:-16px 0 28px}
.grid{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:22px}
figure{display:flex;flex-direction:column;min-width:0;background:var(--card);border:1px solid var(--rule);border-radius:10px;padding:20px 22px 10px}
figcaption h3{font-size:17px;line-height:1.3;font-weight:620;letter-spacing:-.01em;text-wrap:pretty;overflow-wrap:anywhere}
figcaption p{margin:3px 0 12px;font-size:14px;line-height:1.45;color:var(--soft);overflow-wrap:anywhere}
figure>svg{width:100%;max-width:640px;height:auto;display:block}
figure>details{margin-top:auto;padding-top:8px}
svg.phone{display:none}
.nothing{color:var(--soft);font-size:14px;padding:24px 0}
h2{font-size:21px;line-height:1.3;font-weight:620;letter-spacing:-.01em}
main>section>h2:not(.unseen){margin:48px 0 4px}
main>section:not(.verdict)>p{max-width:80ch;color:var(--soft)}
main>section:not(.verdict)>p.asked{color:var(--ink);font-size:17px;margin-bottom:4px}
table{border-collapse:collapse;width:100%;font-size:14px;line-height:1.45;margin-top:12px}
th,td{text-align:left;vertical-align:baseline;padding:7px 14px 7px 0;border-bottom:1px solid var(--rule);font-weight:400}
th:last-child,td:last-child{padding-right:0}
thead th{color:var(--soft);font-size:13px}
td{white-space:nowrap}
td small,th small{font-size:13px;color:var(--soft)}
.num{text-align:right;font-variant-numeric:tabular-nums}
.whole{white-space:nowrap}
.soft{color:var(--soft)}
.second{display:block;color:var(--soft);font-size:13px}
.metric th{font-weight:620;padding-top:18px}
.figures,.rails{max-width:980px}
.figures .span{color:var(--soft)}
.figures .whose{padding-left:14px}
.figures .num{width:16%}
.figures .last{width:12%}
.rails td{width:15%}
.rails td:last-child,.rails thead th:last-child{padding-left:22px}
.scroll{overflow-x:auto}
.twin{margin-top:4px;font-size:13px}
.differs th:first-child{min-width:9em;overflow-wrap:break-word}
.differs td{white-space:normal;min-width:7em}
.place{font-weight:560}
.differs th small{display:block}
.differs .path,.assumptions .path{display:block}
.assumptions th small,.assumptions td small{display:block}
.assumptions td{white-space:normal}
.assumptions td:nth-child(2){min-width:10em}
code{font:13px/1.5 ui-monospace,"SF Mono",Menlo,Consolas,"Noto Sans Mono CJK SC",monospace;overflow-wrap:break-word}
code.path{font-size:12px;color:var(--soft)}
.command{overflow-wrap:anywhere}
.limits li{position:relative;padding-left:18px;margin-top:4px;max-width:80ch}
.limits li::before{content:"–";position:absolute;left:0;color:var(--soft)}
.foot{border-top:1px solid var(--rule);margin-top:44px;padding-block:28px 48px;font-size:14px}
.foot h2{font-size:17px}
.foot p{color:var(--soft)}
.foot dl{margin-top:10px}
.foot dl div{display:grid;grid-template-columns:170px 1fr;gap:0 16px;padding:5px 0}
.foot dt{color:var(--soft)}
.foot dd{min-width:0;overflow-wrap:anywhere}
.command{display:inline-block;background:var(--faint);border-radius:6px;padding:4px 9px;user-select:all}
@media (min-width:1020px){.kpis{grid-template-columns:none;grid-auto-flow:column;grid-auto-columns:minmax(0,1fr)}.kpi:first-child{padding-left:0}.kpi:last-child{padding-right:0}}
@media (max-width:1019px){.grid{grid-template-columns:minmax(0,1fr)}}
@media (max-width:640px){
svg.wide{display:none}
svg.phone{display:block;max-width:420px}
main{padding-top:4px}
.sentence{margin-bottom:26px}
.kpis{grid-template-columns:minmax(0,1fr);margin-block:28px 24px}
.kpi{padding:16px 0;margin:0;border-left:0;border-top:1px solid var(--rule)}
.kpi:first-child{border-top:0}
.kpi{display:grid;grid-template-columns:1fr auto;align-items:baseline;gap:0 12px}
.kpi h3,.kpi ul{grid-column:1/-1}
.kpi h3{font-size:15px;font-weight:620;color:var(--ink)}
.kpi .own,.kpi>.range{grid-column:1/-1}
.kpi .delta{text-align:right}
figure{padding:16px 14px 8px}
.figures{font-size:13px}
.figures thead,.figures tbody{display:block}
.figures tr{display:grid;grid-template-columns:minmax(0,4fr) minmax(0,4fr) minmax(0,5fr) minmax(0,3fr);gap:0 8px;padding-block:7px;border-bottom:1px solid var(--rule)}
.figures :is(th,td){border:0;padding:0;white-space:normal;width:auto}
.figures .num{width:auto}
.figures tr>:first-child{grid-row:1/3}
.figures .metric>th{grid-column:1/-1}
.figures .mid{grid-row:1}
.figures .span{grid-row:2;font-size:12px}
.figures .last{grid-row:1;grid-column:4}
.figures .mid:nth-child(2),.figures .span:nth-child(3){grid-column:2}
.figures .mid:nth-child(4),.figures .span:nth-child(5){grid-column:3}
.figures .whose{grid-row:1;grid-column:3/5;text-align:right}
.figures thead .span{font-size:11px}
.second{font-size:12px}
th,td{padding-right:10px}
.foot dl div{grid-template-columns:1fr}
.rails{min-width:560px}
.differs{min-width:420px}
}
@media (max-width:359px){figure{padding-inline:8px}}
@media print{
:root{color-scheme:light;${inLight};--paper:#fff}
@page{margin:14mm 13mm}
body{font-size:10.5pt;line-height:1.45;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.bar,main,.foot>section{padding-inline:0;max-width:none}
h1{font-size:22pt}
.lede{font-size:12pt}
.sentence,.title{font-size:11pt}
.other,.grid details,section>details:not(.printed)>summary,.printed>summary{display:none}
.printed::details-content{content-visibility:visible;display:block;block-size:auto}
.kpis{grid-template-columns:repeat(5,minmax(0,1fr));margin-block:14pt 12pt}
.kpi{padding:8pt 8pt;font-size:8.5pt}
.kpi .large{font-size:16pt}
.kpi li{grid-template-columns:1fr}
.grid{grid-template-columns:repeat(2,minmax(0,1fr));gap:10pt}
figure{break-inside:avoid;padding:9pt 9pt 4pt;border-radius:4pt}
figcaption h3{font-size:11pt}
figcaption p{font-size:8.5pt}
svg.wide{display:none}
svg.phone{display:block;max-width:none}
h2,h3,figcaption,thead,.metric,main>section>p{break-after:avoid}
tr,.kpi,.foot dl div,.figures tbody,.rails tbody{break-inside:avoid}
thead{display:table-header-group}
table{font-size:8.5pt}
td small,th small,thead th,code,.second{font-size:8pt}
code.path{font-size:7pt}
.scroll{overflow:visible}
main>section>h2:not(.unseen){margin-top:20pt;font-size:14pt}
.foot{margin-top:20pt;padding-block:12pt 0;font-size:9pt}
}
`;
