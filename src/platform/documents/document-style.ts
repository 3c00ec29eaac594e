/** How papers look in a browser; served as it stands. */
export const documentStylesheet = {
  path: '/document.css',
  text: `:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #1a1a1a; font: 1rem/1.7 "Noto Sans SC Variable", "PingFang SC", "Microsoft YaHei", sans-serif; }
main, footer { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem; }
header { border-bottom: 2px solid #1a1a1a; }
header .masthead { color: #c4161c; font-size: 1.9rem; font-weight: 700; text-align: center; border-bottom: 3px solid #c4161c; margin: 0 0 1rem; padding-bottom: .5rem; }
.masthead + h1 { text-align: center; }
h1 { font-size: 1.6rem; line-height: 1.3; margin: 0 0 .25rem; }
h2 { font-size: 1.15rem; margin: 1.5rem 0 .5rem; }
header p, dt, caption, footer { color: #595959; }
p, dd, li, td, th { overflow-wrap: anywhere; }
dl { margin: 0; }
dl div { display: grid; grid-template-columns: minmax(6rem, 30%) 1fr; gap: .75rem; padding: .15rem 0; }
dd { margin: 0; white-space: pre-line; }
table { width: 100%; border-collapse: collapse; }
caption { text-align: start; padding: .25rem 0; }
th, td { padding: .35rem .5rem; border-bottom: 1px solid #c8c8c8; text-align: start; vertical-align: top; font-weight: 400; }
thead th { background: #f0f0f0; }
thead th, tfoot th, tfoot td { font-weight: 700; }
.number { text-align: end; font-variant-numeric: tabular-nums; }
figure { margin: .75rem 0; }
figcaption { color: #595959; font-size: .9rem; }
svg { width: 100%; height: auto; }
svg text { font-size: 8px; fill: #595959; dominant-baseline: middle; }
svg rect { fill: #1f5fa8; }
svg polyline { fill: none; stroke: #1f5fa8; stroke-width: 1.4; }
svg .grid { stroke: #c8c8c8; stroke-width: .5; }
footer { border-top: 1px solid #c8c8c8; font-size: .8rem; overflow-wrap: anywhere; }
@media print { main, footer { max-width: none; padding: 0; } thead { display: table-header-group; } tr { break-inside: avoid; } h2 { break-after: avoid; } }
`,
} as const;
