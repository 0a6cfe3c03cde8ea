import { hasAddress } from "./addresses-of-persons.ts";
import { namesPerson } from "./names-of-persons.ts";
import { hasDocument, hasMail, hasPhone } from "./numbers-of-persons.ts";

/**
 * Kinds of details in a text that may identify a person. `few_people` is asked about only in what everybody will read (`saysSmallCount`): who knows
 * a case reads a name in "two girls".
 */
export const personalDetailKinds = ["name", "document", "phone", "mail", "address", "few_people"] as const;
export type PersonalDetail = (typeof personalDetailKinds)[number];

/**
 * The same text as a person reads it: without what is not seen, with one kind of space, hyphen and figure. Addresses of pages are left out: their
 * numbers are nobody's.
 */
function asRead(text: string): string {
  return text
    .replace(/\p{Cf}/gu, "")
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\p{Pd}\u2212]/gu, "-")
    .replace(/[\p{Zs}\t]+/gu, " ")
    .replace(/https?:\/\/\S+/g, " ");
}

/**
 * Which details of a person a text seems to hold, in a fixed order, each once. This is a guess, used only for a friendly hint to the
 * writer: it misses names that stand alone, and may take an office's number or address for a person's.
 */
export function personalDetails(text: string): readonly PersonalDetail[] {
  const read = asRead(text);
  const found: PersonalDetail[] = [];
  if (namesPerson(read)) found.push("name");
  if (hasDocument(read)) found.push("document");
  if (hasPhone(read)) found.push("phone");
  if (hasMail(read)) found.push("mail");
  if (hasAddress(read)) found.push("address");
  return found;
}
