// SPDX-License-Identifier: Apache-2.0
#include "document/page_style.hpp"

namespace wegwijzer::document {

// Every pair of a text and its background has a contrast of at least 7 to 1, light and dark.
std::string_view page_style() {
    return R"(:root{color-scheme:light dark;--paper:#fff;--ink:#1a1a1a;--soft:#4a4a4a;--line:#8a8a8a;--mark:#0b3d66}
@media (prefers-color-scheme:dark){:root{--paper:#15181c;--ink:#f0f0f0;--soft:#c4c4c4;--line:#8a8a8a;--mark:#a8d0f5}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1rem;max-width:46rem;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 "Noto Sans",system-ui,sans-serif;overflow-wrap:anywhere}
:lang(ar),:lang(fa){font-family:"Noto Naskh Arabic","Noto Sans Arabic",sans-serif;line-height:1.8}
:lang(ti){font-family:"Noto Sans Ethiopic","Abyssinica SIL",sans-serif;line-height:1.7}
:lang(nl),:lang(en),:lang(tr),:lang(uk){font-family:"Noto Sans",system-ui,sans-serif}
h1{font-size:1.6rem;line-height:1.3;margin:0 0 1rem}
h2{font-size:1.25rem;line-height:1.35;margin:2rem 0 .5rem;color:var(--mark);border-block-end:2px solid var(--mark)}
h3{font-size:1.0625rem;margin:1.25rem 0 .25rem}
p{margin:.4rem 0}
.important{font-weight:700}
.small{font-size:.875rem;color:var(--soft)}
ul,ol{margin:.4rem 0;padding-inline-start:1.6rem}
li{margin:.3rem 0}
dl{margin:.4rem 0}
dl div{display:flex;flex-wrap:wrap;gap:0 .75rem;margin:.2rem 0}
dt{font-weight:700;flex:0 0 11rem}
dd{margin:0;flex:1 1 14rem}
table{border-collapse:collapse;width:100%;margin:.75rem 0}
caption{text-align:start;font-weight:700;padding:.25rem 0}
th,td{text-align:start;vertical-align:top;border:1px solid var(--line);padding:.3rem .5rem;font-weight:400}
thead th{font-weight:700}
.wide{overflow-x:auto}
figure{margin:1rem 0}
figure svg{width:100%;min-width:30rem;height:auto}
a{color:var(--mark)}
.both{display:grid;gap:0 1rem}
@media (min-width:40rem){.both{grid-template-columns:1fr 1fr}}
@page{size:A4;margin:18mm 16mm}
@media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#333;--mark:#0b3d66}
body{max-width:none;padding:0;font-size:10.5pt}
h2,h3{break-after:avoid}
li,tr,dl div,figure{break-inside:avoid}
.both{grid-template-columns:1fr 1fr}
.wide{overflow:visible}
figure svg{min-width:0}})";
}

std::string_view drawing_style() {
    return R"(.wgw{--ink:#1a1a1a;--paper:#fff;--line:#b0b0b0;--work:#0b5394;--wait:#767676;--idle:#9fc5e8;--edge:#b45309;font-family:"Noto Sans","Noto Naskh Arabic","Noto Sans Ethiopic",sans-serif;font-size:13px}
@media (prefers-color-scheme:dark){.wgw{--ink:#f0f0f0;--paper:#15181c;--line:#5a5f66;--work:#6fb1ee;--wait:#a0a0a0;--idle:#2f5f8a;--edge:#fbbf24}}
@media print{.wgw{--ink:#000;--paper:#fff;--line:#b0b0b0;--work:#0b5394;--wait:#767676;--idle:#9fc5e8;--edge:#b45309}}
.wgw text{fill:var(--ink)}
.wgw .paper{fill:var(--paper)}
.wgw .axis{stroke:var(--line);stroke-width:1}
.wgw .work{fill:var(--work)}
.wgw .idle{fill:var(--idle);stroke:var(--work);stroke-width:1}
.wgw .wait{stroke:var(--wait);stroke-width:3;stroke-dasharray:2 4}
.wgw .closed{fill:var(--paper);fill-opacity:.75;stroke:var(--wait);stroke-width:1;stroke-dasharray:2 2}
.wgw .session{stroke:var(--ink);stroke-width:3}
.wgw .chain{fill:none;stroke:var(--edge);stroke-width:2.5}
.wgw .spread{stroke:var(--ink);stroke-width:2}
.wgw .planned{fill:var(--edge);stroke:var(--ink);stroke-width:1}
.wgw .box{fill:var(--paper);stroke:var(--ink);stroke-width:1.5}
.wgw .goal{fill:var(--paper);stroke:var(--edge);stroke-width:3}
.wgw .arrow{fill:none;stroke:var(--wait);stroke-width:1.5})";
}

}  // namespace wegwijzer::document
