import type { Language } from "@avances/domain/catalogue";
import { type Block, unmarked } from "./letter.ts";
import { linkWords } from "./link-words.ts";
import { ticketPlace, ticketPlaceholder } from "./ticket.ts";

/*
 * One message as plain text and as HTML, from the same blocks: the same words in the same order. The HTML loads nothing from anywhere, has
 * no picture and no script, and follows nobody. It is laid out with a table and inline styles, which old mail programs keep; a style sheet
 * adds the dark colours for those that know them.
 */

/** The blocks as plain text. */
export function textOf(blocks: readonly Block[]): string {
  const parts = blocks.map((block) => {
    if (typeof block === "string") return stored(unmarked(block));
    if ("small" in block) return stored(unmarked(block.small));
    return "action" in block ? `${block.action}:\n${block.address}` : placeOf(block.missingParts);
  });
  return `${parts.join("\n\n")}\n`;
}

/** Stands in a stored body for two braces that somebody typed: only what the portal itself put there is a place to be filled in. */
const typedBraces = "{{braces}}";

/** A text as bodies keep it. */
function stored(text: string): string {
  return text
    .split(ticketPlace)
    .map((typed) => typed.replaceAll("{{", typedBraces))
    .join(ticketPlaceholder);
}

/** A stored body, whether text or HTML, as it leaves or is read: with the single-use link, and with what people typed as they typed it. Parts come before (`filledBody`). */
export function openedBody(body: string, link: string): string {
  return body.replaceAll(ticketPlaceholder, () => link).replaceAll(typedBraces, "{{");
}

/** On a line of its own, in both forms. */
const placeOf = (count: number) => `{{missing:${count}}}`;
/** The place, with what separates it from what comes before. */
const places = /\n{1,2}\{\{missing:(\d+)\}\}(?=\n)/g;

/** A part of the report in the reader's language, and how many answers are missing in it. */
export interface PartWords {
  readonly words: string;
  readonly missing: number;
}

/** Is there something to fill in before it leaves? */
export const hasPlaces = (bodyText: string): boolean => bodyText.search(places) >= 0;

/** Both bodies with the parts in their places. Where the parts do not add up to what the message says (an answer was given since), the places are taken out. */
export function filledBody(
  { bodyText, bodyHtml }: { readonly bodyText: string; readonly bodyHtml: string },
  parts: readonly PartWords[],
): { readonly bodyText: string; readonly bodyHtml: string } {
  const sum = parts.reduce((all, { missing }) => all + missing, 0);
  const fill = (body: string, written: string) =>
    body.replaceAll(places, (_, count: string) => (sum > 0 && Number(count) === sum ? written : ""));
  const lines = parts.map(({ words, missing }) => `${String(missing).padStart(4)}  ${words}`);
  const cell = "padding:5px 0;border-bottom:1px solid #d3dad6;vertical-align:top";
  const rows = parts.map(
    ({ words, missing }) =>
      `<tr><td class="m" align="right" width="28" style="${cell};padding-right:12px">${missing}</td><td class="m" style="${cell}">${escaped(words)}</td></tr>`,
  );
  return {
    bodyText: fill(bodyText, `\n\n${lines.join("\n")}`),
    bodyHtml: fill(
      bodyHtml,
      `\n<table width="100%" cellpadding="0" cellspacing="0" class="t" style="${looks.t}">\n${rows.join("\n")}\n</table>`,
    ),
  };
}

/** The text as the secretariat may read it: instead of the parts, that they stand here for the country. `link`: what stands in the place of the single-use link. */
export function readBody(bodyText: string, language: Language, link: string = linkWords[language].removed): string {
  return openedBody(
    bodyText.replaceAll(places, () => `\n\n${partsHidden[language]}`),
    link,
  );
}

const partsHidden: Readonly<Record<Language, string>> = {
  en: "[here the country alone reads in which parts answers are missing]",
  es: "[aquí solo el país lee en qué partes faltan respuestas]",
};

interface Page {
  readonly subject: string;
  readonly language: Language;
  /** Said first in a demonstration: that the figures are not real; else null. */
  readonly warning: string | null;
}

/** The blocks as an HTML document. Everything is escaped; only addresses of web pages and the single-use link become links. */
export function htmlOf(blocks: readonly Block[], { subject, language, warning }: Page): string {
  const body = [...(warning === null ? [] : [styledParagraph("w", warning)]), ...blocks.map(htmlOfBlock)].join("\n");
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(subject)}</title>
<style>${darkColours}</style>
</head>
<body class="p" style="${looks.p}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="p" align="center" style="padding:12px 8px">
<table role="presentation" class="c" width="100%" cellpadding="0" cellspacing="0" border="0" style="${looks.c}"><tr><td class="c" align="left" style="padding:20px 20px 4px">
${body}
</td></tr></table>
</td></tr></table>
</body>
</html>
`;
}

function htmlOfBlock(block: Block): string {
  if (typeof block === "string") return styledParagraph("t", block);
  if ("small" in block) return styledParagraph("s", block.small);
  if ("missingParts" in block) return placeOf(block.missingParts);
  const address = escaped(block.address);
  return [
    `<p style="margin:4px 0 6px"><a class="b" href="${address}" style="${looks.b}">${escaped(block.action)}</a></p>`,
    `<p class="s2" style="${looks.s2}">${anchor(address)}</p>`,
  ].join("\n");
}

/** The page, its card, a paragraph, a link, the button, the address below it, small print, and the warning of a demonstration. */
const looks = {
  p: "margin:0;padding:0;background:#eef2ef",
  c: "max-width:620px;background:#ffffff;color:#14201f;border-top:3px solid #0b5458;text-align:left",
  t: "margin:0 0 16px;color:#14201f;font:16px/1.5 'Source Sans 3',Arial,Helvetica,sans-serif;overflow-wrap:break-word;word-break:break-word",
  a: "color:#0b5458;word-break:break-all",
  b: "display:inline-block;padding:12px 18px;background:#0b5458;color:#ffffff;font:bold 16px/1.3 'Source Sans 3',Arial,Helvetica,sans-serif;text-decoration:none",
  s2: "margin:0 0 16px;color:#3d4b49;font:13px/1.4 'Source Sans 3',Arial,Helvetica,sans-serif;word-break:break-all",
  s: "margin:0 0 16px;padding-top:10px;border-top:1px solid #d3dad6;color:#3d4b49;font:14px/1.45 'Source Sans 3',Arial,Helvetica,sans-serif",
  w: "margin:0 0 16px;padding:8px 12px;background:#fcf1dc;color:#14201f;font:14px/1.4 'Source Sans 3',Arial,Helvetica,sans-serif",
} as const;

const darkColours = [
  ":root{color-scheme:light dark;supported-color-schemes:light dark}",
  "@media (prefers-color-scheme:dark){",
  ".p{background:#0f1615!important}",
  ".c{background:#151e1d!important;color:#e7edea!important;border-top-color:#7fcdc6!important}",
  ".t{color:#e7edea!important}",
  ".a{color:#7fcdc6!important}",
  ".b{background:#7fcdc6!important;color:#06201f!important}",
  ".m{border-bottom-color:#2c3937!important}",
  ".s,.s2{color:#b9c5c2!important}",
  ".s{border-top-color:#2c3937!important}",
  ".w{background:#2e2613!important;color:#e7edea!important}",
  "}",
].join("");

function styledParagraph(look: "t" | "s" | "w", text: string): string {
  const html = linked(escaped(stored(text))).replaceAll("\n", "<br>\n");
  return `<p class="${look}" style="${looks[look]}">${html.replaceAll("\ue000", "<b>").replaceAll("\ue001", "</b>")}</p>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** A line that holds only a link becomes one: letters put links on lines of their own, and what people wrote stays text. */
function linked(html: string): string {
  return html.replace(/^(https?:\/\/[^\s<>"']+|\{\{ticket\}\})$/gm, (address) => anchor(address));
}

const anchor = (address: string) => `<a class="a" href="${address}" style="${looks.a}">${address}</a>`;
