import { svgOf, themedColours } from "@avances/charts/paper";
import { facesInFull } from "../typeface.ts";
import {
  type Block,
  type FigureBlock,
  inGroups,
  type Paper,
  type PointBlock,
  printable,
  type TableBlock,
} from "./blocks.ts";

const styles = `
:root{color-scheme:light dark;--page:#fff;--ink:#14201f;--plain:#3d4b49;--faint:#596866;--line:#9aa6a3}
body{max-width:46rem;margin:2rem auto;padding:0 1rem;color:var(--ink);background:var(--page);font:1rem/1.5 "Source Sans 3",Calibri,system-ui,sans-serif;overflow-wrap:break-word}
h1{margin:.2em 0;font-size:1.7rem;line-height:1.2}h2{margin:1.6em 0 .4em;font-size:1.2rem}h3{margin:1.2em 0 .3em;font-size:1rem}p{margin:.4em 0}
.quiet{color:var(--plain)}.small{font-size:.85rem}.warning{font-weight:600}
@counter-style letters{system:extends lower-alpha;suffix:") "}
ol{margin:.4em 0;padding-left:1.8rem}ol ol{list-style:letters}li{margin:.4em 0}
.wide{overflow-x:auto}table{width:100%;border-collapse:collapse;font-size:.9rem}caption{padding:.6em 0;text-align:left;font-weight:600}
th,td{padding:.25em .6em .25em 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;min-width:4.5rem;overflow-wrap:normal}thead th{color:var(--plain)}
figure{margin:1.2em 0}figcaption{margin:0 0 .5em;font-weight:600}svg{display:block;max-width:100%;height:auto;overflow:visible}svg.narrow{display:none}
@media screen and (max-width:42rem){svg.sheet{display:none}svg.narrow{display:block}}
@media screen and (prefers-color-scheme:dark){:root{--page:#0f1615;--ink:#e7edea;--plain:#b9c5c2;--faint:#93a19e;--line:#4a5855;--rule:#2c3937;--hatch:#4a5855;--ground:#0f1615;--series-1:#4fa9e2;--series-2:#e6a23c;--series-3:#c76fa3;--series-4:#e3e7ea;--context:#4c5a5e}}
@page{margin:18mm}
@media print{body{margin:0;max-width:none}h2,h3,caption,figcaption{break-after:avoid}.small,tbody tr:first-child,tbody tr:last-child{break-before:avoid}tr,li,figure{break-inside:avoid}.break{break-before:page}.wide{overflow:visible}}
`;

/** One file that needs nothing else and runs nothing: a page that is opened from a disk. */
export function toHtml(paper: Paper): string {
  const { title, language } = paper;
  const body = inGroups(paper.blocks)
    .map((block) => (Array.isArray(block) ? list(block) : written(block as Exclude<Block, PointBlock>)))
    .join("\n");
  const policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${typeface()}${styles}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

/** The letters by which drawings are placed, in the file itself: a reader's computer may not have them. */
function typeface(): string {
  return facesInFull()
    .map(
      ({ weight, bytes }) =>
        `@font-face{font-family:"Source Sans 3";font-weight:${weight};src:url(data:font/ttf;base64,${bytes.toString("base64")})}`,
    )
    .join("");
}

function written(block: Exclude<Block, PointBlock>): string {
  switch (block.kind) {
    case "title":
      return [
        `<p class="quiet">${escaped(block.above)}</p>`,
        `<h1>${escaped(block.text)}</h1>`,
        ...block.lines.map((line) => `<p>${escaped(line)}</p>`),
        ...block.warnings.map((line) => `<p class="warning">${escaped(line)}</p>`),
      ].join("\n");
    case "heading":
      return `<h2>${escaped(block.text)}</h2>`;
    case "subheading":
      return `<h3>${escaped(block.text)}</h3>`;
    case "paragraph":
      return `<div${idOf(block)}>${said(block)}</div>`;
    case "figure":
      return figure(block);
    case "note":
      return `<p class="quiet small">${escaped(block.text)}</p>`;
    case "break":
      return `<div class="break"></div>`;
    case "table":
      return table(block);
  }
}

/** Points, each with what is lettered below it. Each says its number, because a list goes on after a heading. */
function list(points: readonly PointBlock[]): string {
  const items: { point: PointBlock; below: PointBlock[] }[] = [];
  for (const point of points) {
    const last = items.at(-1);
    if (point.letter === "" || last === undefined) items.push({ point, below: [] });
    else last.below.push(point);
  }
  const item = (value: number, point: PointBlock, below = "") =>
    `<li value="${value}"${idOf(point)}>${said(point)}${below}</li>`;
  const letters = (below: readonly PointBlock[]) => {
    const lettered = below.map((one) => item((one.letter.codePointAt(0) ?? 97) - 96, one));
    return below.length === 0 ? "" : `\n<ol>${lettered.join("\n")}</ol>`;
  };
  return `<ol>${items.map(({ point, below }) => item(point.number, point, letters(below))).join("\n")}</ol>`;
}

function said({ runs, instead, anchors = [] }: Pick<PointBlock, "runs" | "instead" | "anchors">): string {
  const [, ...others] = anchors;
  const places = others.map((id) => `<span id="${id}"></span>`).join("");
  const words = runs
    .map(({ text, isStrong }) => (isStrong ? `<strong>${escaped(text)}</strong>` : escaped(text)))
    .join("");
  const below = instead === undefined ? "" : `<p class="quiet" lang="${instead.language}">${escaped(instead.text)}</p>`;
  return `${places}<p>${words}</p>${below}`;
}

const idOf = ({ anchors: [first] = [] }: Pick<PointBlock, "anchors">) => (first === undefined ? "" : ` id="${first}"`);

/** Drawn twice, for a sheet and for a small screen; the style shows one of them. */
function figure({ caption, alt, wide, narrow }: FigureBlock): string {
  const drawn = (drawing: FigureBlock["wide"], className: string) =>
    svgOf(drawing, {
      ...{ colours: themedColours, family: "Source Sans 3,Calibri,system-ui,sans-serif" },
      attributes: `class="${className}" role="img" aria-label="${escaped(alt).replaceAll("<br>", " ")}"`,
    });
  return `<figure><figcaption>${escaped(caption)}</figcaption>${drawn(wide, "sheet")}${drawn(narrow, "narrow")}</figure>`;
}

function table({ caption, isNamedAbove = false, heads, rows }: TableBlock): string {
  const head = heads.map((text) => `<th scope="col">${escaped(text)}</th>`).join("");
  const body = rows.map((cells) => {
    const written = cells.map((text, place) =>
      place === 0 ? `<th scope="row">${escaped(text)}</th>` : `<td>${escaped(text)}</td>`,
    );
    return `<tr>${written.join("")}</tr>`;
  });
  return `<div class="wide" role="region" tabindex="0" aria-label="${escaped(caption)}">${isNamedAbove ? `<table aria-label="${escaped(caption)}">` : `<table><caption>${escaped(caption)}</caption>`}<thead><tr>${head}</tr></thead><tbody>${body.join("\n")}</tbody></table></div>`;
}

function escaped(text: string): string {
  return printable(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "<br>");
}
