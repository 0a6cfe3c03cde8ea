import { textSize } from "../place/index.ts";
import type { Colour, Drawing, Mark } from "./drawing.ts";

/** The colours of the pages on white paper (`tokens.css`; a test compares them). */
export const paperColours: Readonly<Record<Colour, string>> = {
  ink: "#14201f",
  plain: "#3d4b49",
  faint: "#596866",
  rule: "#d3dad6",
  hatch: "#b9c2be",
  ground: "#ffffff",
  "series-1": "#0072b2",
  "series-2": "#c77700",
  "series-3": "#c873a3",
  "series-4": "#3f3f46",
  context: "#b8bec6",
};

/** The same for a page that follows the reader's theme: properties of its style, each with the colour of paper where there is none. */
export const themedColours = Object.fromEntries(
  Object.entries(paperColours).map(([name, value]) => [name, `var(--${name},${value})`]),
) as Readonly<Record<Colour, string>>;

interface Options {
  readonly colours: Readonly<Record<Colour, string>>;
  readonly family: string;
  /** Attributes of the picture: what it says, or that it says nothing. */
  readonly attributes: string;
}

/** A drawing as SVG. Colours are written into styles, because attributes know no properties of a page. */
export function svgOf({ width, height, marks }: Drawing, { colours, family, attributes }: Options): string {
  const body = marks.map((mark) => written(mark, colours)).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${rounded(width)} ${rounded(height)}" width="${rounded(width)}" height="${rounded(height)}" ${attributes}><g font-family="${escaped(family)}" font-size="${textSize}">${body}</g></svg>`;
}

function written(mark: Mark, colours: Options["colours"]): string {
  switch (mark.kind) {
    case "path":
      return `<path d="${mark.d.replace(/-?\d+\.\d+(e-?\d+)?/g, (number) => String(rounded(Number(number))))}"${painted(mark, colours)}/>`;
    case "circle":
      return `<circle cx="${rounded(mark.x)}" cy="${rounded(mark.y)}" r="${rounded(mark.r)}"${painted(mark, colours)}/>`;
    case "rect": {
      const { x, y, width, height, rx } = mark;
      return `<rect x="${rounded(x)}" y="${rounded(y)}" width="${rounded(width)}" height="${rounded(height)}"${rx > 0 ? ` rx="${rx}"` : ""}${painted(mark, colours)}/>`;
    }
    case "text": {
      const { x, y, text, anchor, colour, isStrong } = mark;
      const at = anchor === "start" ? "" : ` text-anchor="${anchor}"`;
      return `<text x="${rounded(x)}" y="${rounded(y)}"${at}${isStrong ? ' font-weight="600"' : ""} style="fill:${colours[colour]}">${escaped(text)}</text>`;
    }
    case "group":
      return `<g transform="translate(${rounded(mark.x)} ${rounded(mark.y)})${mark.scale === 1 ? "" : ` scale(${rounded(mark.scale)})`}">${mark.marks.map((one) => written(one, colours)).join("")}</g>`;
  }
}

function painted(mark: Exclude<Mark, { kind: "text" | "group" }>, colours: Options["colours"]): string {
  const { fill, stroke, strokeWidth, dash, isRound = false } = mark;
  const style = [
    `fill:${fill === undefined ? "none" : colours[fill]}`,
    ...(stroke === undefined ? [] : [`stroke:${colours[stroke]}`, `stroke-width:${strokeWidth ?? 1}`]),
    ...(dash === undefined ? [] : [`stroke-dasharray:${dash.join(" ")}`]),
    ...(isRound ? ["stroke-linecap:round"] : []),
  ];
  return ` style="${style.join(";")}"`;
}

/** Hundredths of a pixel are seen by nobody. */
const rounded = (number: number) => Math.round(number * 100) / 100;

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
