import { DomainError } from "@avances/domain/domain-error";
import type { ReferenceData } from "@avances/domain/reference";
import { commonParts, productParts } from "./password-words.ts";

export interface PasswordOwner {
  readonly email: string;
  readonly displayName: string;
  readonly institution: string;
  readonly countryCode: string | null;
}

/** Least number of characters that must remain after removing everything a guesser tries first. */
const enough = 8;

/**
 * Refuses what is guessed first: few different characters, common words and keyboard walks strung together, the own name, address,
 * institution or country, the product's words. Says which (`reason`), so that a person knows what to change. Length is the contract's.
 */
export function refuseWeakPassword(password: string, owner: PasswordOwner, reference: ReferenceData): void {
  const text = password.normalize("NFKC");
  if (new Set(text.toLowerCase()).size < 6) throw refused("repeated");
  if (isRepetition(text)) throw refused("repeated");
  const plain = simplified(text);
  const own = ownParts(owner, reference);
  if (leftOver(plain, own) < enough) throw refused("personal");
  if (leftOver(plain, [...own, ...productParts]) < enough) throw refused("product");
  if (leftOver(plain, [...own, ...productParts, ...commonParts]) < enough) throw refused("common");
}

function refused(reason: "repeated" | "personal" | "product" | "common"): DomainError {
  return new DomainError("password-refused", { reason });
}

/** One short piece repeated: `abcabcabcabcabc`. */
function isRepetition(text: string): boolean {
  const doubled = (text + text).indexOf(text, 1);
  return doubled < text.length && doubled <= text.length / 2;
}

/** Letters and digits in lower case without accents. */
function simplified(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** How many characters remain after removing these parts, runs of digits and years; also finds parts in which a digit replaces a letter. */
function leftOver(plain: string, parts: readonly string[]): number {
  const withoutRuns = plain.replace(/\d{4,}/g, (run) => (isRun(run) ? " " : run));
  const spelled = withoutRuns.replace(/[013457]/g, (digit) => lookAlikes[digit] ?? digit);
  return Math.min(remainder(plain, parts), remainder(spelled, parts));
}

const lookAlikes: Readonly<Record<string, string>> = { 0: "o", 1: "i", 3: "e", 4: "a", 5: "s", 7: "t" };

function remainder(text: string, parts: readonly string[]): number {
  let left = text;
  for (const part of [...parts].map(simplified).sort((a, b) => b.length - a.length)) left = left.replaceAll(part, " ");
  left = left
    .replace(/(?:19|20)\d\d/g, " ")
    .replace(/(.)\1{2,}/gu, "$1")
    .replace(/\d{3,}/g, (run) => (isRun(run) ? " " : run));
  return [...left.replaceAll(" ", "")].length;
}

/** `12345`, `98765`, `13579`: equal steps. */
function isRun(digits: string): boolean {
  const steps = [...digits].slice(1).map((digit, index) => Number(digit) - Number(digits[index]));
  return steps.every((step) => step === steps[0] || Math.abs(step) === 9);
}

function ownParts({ email, displayName, institution, countryCode }: PasswordOwner, reference: ReferenceData): string[] {
  const country = reference.countries.find((each) => each.alpha3 === countryCode);
  const names = [
    email,
    displayName,
    institution,
    ...(country === undefined ? [] : [country.name, country.capital].flatMap((text) => Object.values(text))),
  ];
  return names.flatMap((name) => simplifiedWords(name)).filter((word) => word.length >= 3);
}

function simplifiedWords(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).map(simplified);
}
