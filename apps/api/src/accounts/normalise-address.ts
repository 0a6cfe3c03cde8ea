import { domainToASCII } from "node:url";

/**
 * The one form in which addresses are stored and compared: NFKC, lower case, no blanks or invisible characters, ASCII domain,
 * so that another spelling of an address gives no second counter or account.
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
