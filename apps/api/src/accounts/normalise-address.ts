import { domainToASCII } from "node:url";

/**
 * The one form in which addresses are stored and compared: NFKC, lower case, no blanks or invisible characters, ASCII domain.
 * So no other spelling of an address has a counter or an account of its own.
 */
export function normaliseAddress(text: string): string {
  const plain = text
    .normalize("NFKC")
    .replace(/[\s\p{Cf}\p{Cc}]/gu, "")
    .toLowerCase();
  const at = plain.lastIndexOf("@");
  if (at < 0) return plain;
  return `${plain.slice(0, at)}@${domainToASCII(plain.slice(at + 1))}`;
}
