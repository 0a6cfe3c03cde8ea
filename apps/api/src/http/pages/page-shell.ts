import { isLanguage, type Language, languages } from "@avances/domain/catalogue";
import { type Premade, premakePlain } from "../premade.ts";

/**
 * The page that the browser fills, in each language: a reader's software and search engines know from the first byte which one it is. It also
 * says under which address the portal is public, for the links by which pages name themselves. Gives the one for a path; where the path has
 * no language of the portal, the first of the list (as `public/first-paint.js` does).
 */
export function pageShell(html: string, publicUrl: string): (path: string) => Premade {
  const made = new Map(languages.map((language) => [language, inLanguage(html, language, publicUrl)]));
  return (path) => {
    const first = path.split("/")[1];
    return made.get(isLanguage(first) ? first : languages[0]) as Premade;
  };
}

function inLanguage(html: string, language: Language, publicUrl: string): Premade {
  const root = `<html lang="${language}" data-portal="${publicUrl.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`;
  return premakePlain(html.replace(/<html(?: lang="\w+")?/, root), "text/html; charset=utf-8");
}
