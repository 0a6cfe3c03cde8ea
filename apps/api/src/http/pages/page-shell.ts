import type { DrawnPage, PageFacts } from "@avances/contracts";
import { isLanguage, type Language, languages } from "@avances/domain/catalogue";
import { LRUCache } from "lru-cache";
import { type Premade, premakePlain } from "../premade.ts";
import type { Page } from "./page-list.ts";

export interface PageShell {
  /**
   * The page that the browser fills, for a path; where the path has no language of the portal, in the first of the list (as `public/first-paint.js` does).
   * `page`: with its styles, and what it asks the browser to fetch at once.
   */
  empty(path: string, page?: Pick<Page, "styles" | "early">): Premade;
  /** The page as the server drew it for this day. */
  filled(language: string, day: string, drawn: DrawnPage, styles: Page["styles"]): Premade;
  factsOn(day: string): PageFacts;
}

const html = "text/html; charset=utf-8";

/**
 * The document around every page, in each language: a reader's software and search engines know from the first byte which one it is. It also
 * says under which address the portal is public, for the links by which pages name themselves, and whether its figures are invented.
 */
export function pageShell(template: string, portal: Omit<PageFacts, "today">): PageShell {
  // Those of single reports push out each other.
  const made = new LRUCache<string, Premade>({ max: 100 });
  const madeOnce = (language: Language, { styles, early }: Pick<Page, "styles" | "early">): Premade => {
    const key = JSON.stringify([language, styles, early]);
    const known = made.get(key);
    if (known !== undefined) return known;
    const document = inLanguage(withStyles(fontsAsked(template), styles), language, portal);
    const page = premakePlain(early === undefined ? document : withEarly(document, early), html);
    made.set(key, page);
    return page;
  };
  const ready = template.replace(/<title>[^<]*<\/title>/, "").replace(/<noscript>[\s\S]*?<\/noscript>\s*/, "");
  const languageOf = (name: string | undefined): Language => (isLanguage(name) ? name : languages[0]);
  return {
    empty: (path, page = { styles: [] }) => madeOnce(languageOf(path.split("/")[1]), page),
    filled(language, day, { head, body, reads }, styles) {
      const document = inLanguage(paintedFirst(withStyles(ready, styles)), languageOf(language), {
        ...portal,
        today: day,
      });
      // Functions, because a text may hold what `replace` would read as a place (`$&`).
      return premakePlain(
        document
          .replace("</head>", () => `${head}</head>`)
          .replace('<div id="root">', () => `<div id="root" data-reads="${escaped(reads)}">${body}`)
          .replace("</body>", '<i id="whole" hidden></i></body>'),
        html,
      );
    },
    factsOn: (today) => ({ ...portal, today }),
  };
}

/** With what the page needs at once, and its sign in the document itself: asking for that takes a place on the line from the last scripts. */
const withEarly = (document: string, early: NonNullable<Page["early"]>) =>
  document
    .replace(/(<link rel="icon" href=")[^"]*/, (_, start: string) => start + escaped(early.icon))
    .replace("</head>", () => `${linksTo(early)}</head>`);

/** The scripts when what every page needs is there (`public/first-paint.js`): that runs while they come. */
const linksTo = ({ files, reads }: NonNullable<Page["early"]>) =>
  [
    ...reads.map((address) => `<link rel="preload" as="fetch" crossorigin href="${escaped(address)}">`),
    ...files.map((address) => `<link rel="next" crossorigin href="${escaped(address)}">`),
  ].join("");

/** On a page that the browser fills, `public/first-paint.js` decides whether its line is fast enough for the portal's own fonts. */
const fontsAsked = (template: string) =>
  template.replaceAll('<link rel="preload" as="font"', '<link rel="font" as="font"');

/**
 * The document has a link for each file of styles, in the order in which one may override another; those that this page needs load with it, the
 * others when the reader goes to a page that needs them (`lib/style-files.ts` of the web application).
 */
const withStyles = (template: string, names: readonly string[]) =>
  template.replaceAll(/<link rel="styles"([^>]*data-styles="(\w+)")/g, (link, rest: string, name: string) =>
    names.includes(name) ? `<link rel="stylesheet"${rest}` : link,
  );

/** A table that is painted while its rows still come would move with each of them. Browsers that do not know it paint as they like. */
const paintedWhole = '<link rel="expect" href="#whole" blocking="render">';

/**
 * The styles come first, because nothing is painted without them; the code is fetched when the page has been
 * painted (`public/first-paint.js`), so that it takes nothing from what is seen.
 */
function paintedFirst(template: string): string {
  const styles = template.match(/<link rel="(?:stylesheet|styles)"[^>]*>/g) ?? [];
  return styles
    .reduce((rest, link) => rest.replace(link, ""), template)
    .replace(/<meta charset="[^"]*"[^>]*>/, (charset) => charset + styles.join("") + paintedWhole)
    .replaceAll('<link rel="modulepreload"', '<link rel="later"')
    .replace(
      /<script type="module" crossorigin src="([^"]+)"><\/script>/,
      (_, address) => `<link rel="later" crossorigin href="${address}" id="code">`,
    );
}

function inLanguage(
  template: string,
  language: Language,
  { portal, demonstration, today }: Partial<PageFacts>,
): string {
  const facts = [
    `lang="${language}"`,
    `data-portal="${escaped(portal ?? "")}"`,
    ...(today ? [`data-today="${today}"`] : []),
    ...(demonstration ? ["data-demonstration"] : []),
  ];
  return template.replace(/<html(?: lang="\w+")?/, `<html ${facts.join(" ")}`);
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
