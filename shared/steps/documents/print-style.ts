import { figureSizes } from './figure-size.ts'

/** Width between the margins of A4, in pt: 210 − 28 − 26 mm. */
export const TEXT_WIDTH = (156 * 72) / 25.4

/**
 * How an official document looks on A4 (GB/T 9704-2012): margins 37, 35, 28 and 26 mm, mirrored for binding; title
 * 小标宋 二号, text 仿宋 三号 set at 15.75 pt, so that 28 characters × 22 lines fit; headings 黑体 and 楷体; page number
 * `— 1 —` at the outer corner, 7 mm under the text.
 */
export function printStyle(draft: boolean): string {
  // local() picks a face by its full name, so that a fallback may be a bold one without a bold on top of 小标宋.
  const face = (family: string, ...names: string[]): string =>
    `@font-face{font-family:'${family}';src:${names.map((name) => `local('${name}')`).join(',')}}`
  return `
${face('ogi-title', '方正小标宋简体', '方正小标宋_GBK', 'FZXBSJW--GB1-0', 'FZXiaoBiaoSong-B05S', 'Noto Serif CJK SC Bold', 'NotoSerifCJKsc-Bold')}
:root{--song:'宋体',SimSun,'Noto Serif CJK SC','AR PL UMing CN',serif;--hei:'黑体',SimHei,'Noto Sans CJK SC',sans-serif;--kai:'楷体_GB2312',KaiTi_GB2312,'楷体',KaiTi,'AR PL UKai CN','Noto Serif CJK SC',serif;--fangsong:'仿宋_GB2312',FangSong_GB2312,'仿宋',FangSong,STFangsong,'Noto Serif CJK SC','AR PL UMing CN',serif}
@page{size:A4;margin:37mm 26mm 35mm 28mm;${draft ? "@top-center{content:'草稿';font:14pt SimHei,'Noto Sans CJK SC',sans-serif}" : ''}}
@page:right{margin:37mm 26mm 35mm 28mm;@bottom-right{${pageNumber('right')}}}
@page:left{margin:37mm 28mm 35mm 26mm;@bottom-left{${pageNumber('left')}}}
*{box-sizing:border-box}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0;color:#000;background:#fff;font-family:var(--fangsong);font-size:15.75pt;line-height:28.98pt;text-align:justify;line-break:strict;overflow-wrap:anywhere;text-spacing-trim:space-all;text-autospace:no-autospace;orphans:2;widows:2}
h1{margin:0 0 28.98pt;font:400 22pt/34pt ogi-title,var(--song);text-align:center;word-break:keep-all;text-wrap:balance;break-after:avoid}
h2{margin:0;text-align:left;font:400 15.75pt/28.98pt var(--hei);text-indent:2em;text-wrap:pretty;break-after:avoid}
h3{margin:0;font:400 15.75pt/28.98pt var(--kai);text-indent:2em;break-after:avoid}
p{margin:0;text-indent:2em}
p b{font-family:var(--kai);font-weight:400}
table{width:100%;margin:8pt 0 12pt;border-collapse:collapse;table-layout:fixed;font-size:10.5pt;line-height:13.5pt;text-align:center;break-inside:avoid}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
thead{display:table-header-group}
tr:not(:has([rowspan])),.block{break-inside:avoid}
th,td{orphans:9;widows:9;padding:2.5pt 2pt;border:.75pt solid #000;font-weight:400;vertical-align:middle;text-indent:0}
.heading{padding:4pt 2pt}
.row{text-align:left;padding-left:4pt;padding-right:3pt}
.group{padding:2.5pt 1pt;text-align:center;word-break:keep-all}
.upright{writing-mode:vertical-rl;display:inline-block;letter-spacing:.5pt;line-height:13.5pt;white-space:nowrap}
.dense{font-size:9.5pt;line-height:12pt}
.dense th,.dense td{padding-top:1.5pt;padding-bottom:1.5pt}
.dense .upright{line-height:12pt}
.disclosure{font-size:11pt;line-height:14pt}
.disclosure th,.disclosure td{padding:3.25pt 3pt}
.disclosure .row{text-align:center}
.disputes td{height:28pt}
.disputes .upright{padding:5pt 0}
${figureSizes.map((size, i) => `.f${i}{font-size:${size}pt;white-space:nowrap}`).join('')}
.long{display:inline-block;white-space:normal;line-height:7pt;vertical-align:middle}
.remark{font-size:.8em;line-height:1.2}
.note{margin:-6pt 0 12pt;font-size:12pt;line-height:18pt;text-indent:0}
.sign-off{display:grid;justify-content:end;justify-items:center;margin:57.96pt 4em 0 0;text-indent:0;white-space:nowrap;break-inside:avoid;break-before:avoid}
.sign-off .unit{display:flex;justify-content:center;width:0}
.sign-off.undated .unit{width:auto}
.last{orphans:1;widows:1}
.unbroken{white-space:nowrap}
@media screen{body{width:210mm;margin:0 auto;padding:37mm 26mm 35mm 28mm}}
`
}

function pageNumber(side: 'left' | 'right'): string {
  return `content:'— ' counter(page) ' —';font:14pt '宋体',SimSun,'Noto Serif CJK SC',serif;vertical-align:top;padding-top:7mm;padding-${side}:14pt`
}
