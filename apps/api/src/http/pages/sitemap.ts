import { languages, regionLanguage } from "@avances/domain/catalogue";
import { addressOf, type KnownValues, type Page, paramsOf } from "./page-list.ts";

/** When the content of a public page last changed; null when that is not known. */
export type ChangedOn = (page: Page, values: Readonly<Record<string, string>>) => Promise<Date | null>;

/** `sitemap.xml`: every public page in every language, each with its other languages. Addresses are absolute. */
export async function sitemapXml(
  pages: readonly Page[],
  known: KnownValues,
  changedOn: ChangedOn,
  publicUrl: string,
): Promise<string> {
  const entries: string[] = [];
  for (const page of pages.filter(isListed)) {
    for (const values of everyValue(paramsOf(page).filter(isNoLanguage), known)) {
      const changed = await changedOn(page, values);
      const inLanguage = (lang: string) => `${publicUrl}${addressOf(page, { ...values, lang })}`;
      const alternates = [
        ...languages.map((lang) => alternate(lang, inLanguage(lang))),
        alternate("x-default", inLanguage(regionLanguage)),
      ].join("");
      const lastmod = changed === null ? "" : `<lastmod>${changed.toISOString()}</lastmod>`;
      for (const lang of languages)
        entries.push(`<url><loc>${escaped(inLanguage(lang))}</loc>${lastmod}${alternates}</url>`);
    }
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...entries,
    "</urlset>\n",
  ].join("\n");
}

/** The front door has no language: it only leads to a page that has one. */
const isListed = (page: Page) => page.audience === "public" && paramsOf(page).includes("lang");
const isNoLanguage = (name: string) => name !== "lang";

const alternate = (hreflang: string, address: string) =>
  `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${escaped(address)}"/>`;

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** Every combination of the values of these parameters; none when a parameter has no known values. */
function everyValue(names: readonly string[], known: KnownValues): readonly Readonly<Record<string, string>>[] {
  const [first, ...rest] = names;
  if (first === undefined) return [{}];
  const further = everyValue(rest, known);
  return [...(known.get(first) ?? [])].flatMap((value) => further.map((values) => ({ [first]: value, ...values })));
}
