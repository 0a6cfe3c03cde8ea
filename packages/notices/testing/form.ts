import type { NewMailRow } from "@avances/db/queries/rows";

/** Words that address the reader as "tú" or "vos", which no letter to an official does. */
const informal =
  /(?<!\p{L})(tú|tu|tus|tuyo|tuya|contigo|vos|puedes|debes|tienes|quieres|haz|envíanos|podés|tenés)(?!\p{L})/iu;

/** What is true of every message, whatever it says. Returns the faults in words; none is right. */
export function formFaults({ subject, bodyText, bodyHtml, language }: NewMailRow): readonly string[] {
  const words = htmlWords(bodyHtml);
  const faults = [
    ...[subject, bodyText, words].flatMap((text) => [
      /undefined|null|NaN|\[object|Invalid Date|[\ue000\ue001]/.test(text) && `a value that is none: ${text}`,
      / {2}| [,.;:!?](\s|$)|\(\)|,,|\.\.(\s|$)/.test(text) && `stray spaces or stops: ${text}`,
    ]),
    language === "es" && informal.test(`${subject} ${bodyText}`) && `informal: ${bodyText}`,
    [...subject].length > 145 && `a long subject: ${subject}`,
    plainWords(bodyText) !== plainWords(words) && `the formatted mail says something else: ${words}`,
    /<(img|link|script|iframe|object|form|input|video|audio)\b|\ssrc=|\son\w+=|url\(|@import/i.test(bodyHtml) &&
      "the formatted mail would load something or run it",
    !bodyHtml.includes(`<html lang="${language}">`) && "the language is not named",
    ...[...bodyHtml.matchAll(/<a [^>]*href="([^"]*)"/g)].map(
      ([, address = ""]) =>
        !bodyText.includes(address.replaceAll("&amp;", "&")) && `an address that the text does not name: ${address}`,
    ),
  ];
  return faults.filter((fault) => fault !== false);
}

/** What a reader of the formatted mail sees, in its order. */
function htmlWords(html: string): string {
  return html
    .replace(/^[\s\S]*<body[^>]*>/, "")
    .replaceAll(/<br>\n/g, "\n")
    .replaceAll(/<\/p>\n?/g, "\n\n")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .trim();
}

/** Without what only one of the two has: the colon between a button's words and its address. */
const plainWords = (text: string) =>
  text
    .replaceAll(/:?\s*\n\s*(?=https?:\/\/|\{\{ticket\}\})/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
