import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { type PersonalDetail, personalDetailKinds, personalDetails, saysSmallCount } from "@avances/domain/text";

/** What is about to be written, and where. */
export interface AskedWords {
  readonly matterId: string;
  /** All that others will read of it: titles, words, names of files. */
  readonly texts: readonly string[];
  /** Kinds of details of which the writer has said that they may stand. */
  readonly overruled: readonly PersonalDetail[];
  /** Of what everybody will read: counts of people below this are questioned too, because figures hide them. */
  readonly fewerThan?: number | null;
}

/**
 * Questions words that seem to hold details of a person before they are kept, in any language: refuses with `personal-details` and their kinds.
 * The writer may overrule the kinds that were named; that is recorded as kinds, never as words. For everything that is put before the Network.
 */
export async function askAboutDetails(
  tx: Tx,
  actor: Actor,
  at: Date,
  { matterId, texts, overruled, fewerThan = null }: AskedWords,
): Promise<void> {
  const all = new Set(texts.flatMap(personalDetails));
  if (fewerThan !== null && texts.some((text) => saysSmallCount(text, fewerThan))) all.add("few_people");
  const found = personalDetailKinds.filter((kind) => all.has(kind));
  const asked = found.filter((kind) => !overruled.includes(kind));
  if (asked.length > 0) throw new DomainError("personal-details", { found: asked });
  if (found.length === 0) return;
  await appendAuditEvent(tx, {
    ...{ at, actor, action: "details.overruled", objectType: "matter", objectId: matterId },
    ...{ countryCode: actor.country, detail: { kinds: found.join(" ") } },
  });
}
