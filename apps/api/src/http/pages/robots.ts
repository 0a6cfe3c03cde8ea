import { apiPrefix, type Contract } from "@avances/contracts";
import { languages } from "@avances/domain/catalogue";
import { addressOf, type Page, paramsOf } from "./page-list.ts";

/**
 * `robots.txt`: what a search engine may read. Public pages and what they are made of, but nothing that needs an account. Of two lines that
 * fit an address the longer one counts (RFC 9309), so what is allowed below `/api/` stands beside its refusal.
 */
export function robotsTxt(pages: readonly Page[], contracts: readonly Contract[], publicUrl: string): string {
  const closed = pages.filter(({ audience }) => audience === "signed-in").map(beforeParams);
  const lines = [
    "User-agent: *",
    `Disallow: ${apiPrefix}/`,
    ...unique(contracts.filter(isForEverybody).map(({ path }) => `Allow: ${apiPrefix}${asPrefix(path)}`)),
    ...unique(languages.flatMap((lang) => closed.map((path) => `Disallow: ${addressOf({ path }, { lang })}`))),
    "",
    `Sitemap: ${publicUrl}/sitemap.xml`,
  ];
  return `${lines.join("\n")}\n`;
}

/** Pages are drawn in the browser, so a search engine must read what they read. */
const isForEverybody = ({ method, action }: Contract) => method === "GET" && action === "published.read";

/** Everything of the public file; of the rest the operation alone, because `/rounds/2027/status` is not for everybody as `/rounds` is. */
const asPrefix = (path: string) => (path.startsWith("/public/") ? "/public/" : `${path}$`);

/** The address up to its first parameter after the language: `/$lang/reports`. It stands for everything below. */
function beforeParams(page: Page): string {
  const [, first] = paramsOf(page);
  return first === undefined ? page.path : page.path.slice(0, page.path.indexOf(`/$${first}`));
}

const unique = (lines: readonly string[]) => [...new Set(lines)];
