import { type Contract, wordsToAsk } from "@avances/contracts";
import { DomainError } from "@avances/domain/domain-error";
import { type PersonalDetail, personalDetailKinds, personalDetails } from "@avances/domain/text";

/**
 * Questions the free words of a request that seem to hold details of a person, before anything is done: refuses with `personal-details` and their
 * kinds. Returns the kinds of which the caller has said (`overruled`) that they may stand. What an act asks about itself is left to it.
 */
export function askFirst(contract: Contract, body: unknown): readonly PersonalDetail[] {
  const all = new Set(wordsToAsk(contract, body).flatMap(personalDetails));
  if (all.size === 0) return [];
  const { overruled = [] } = body as { readonly overruled?: readonly PersonalDetail[] };
  const found = personalDetailKinds.filter((kind) => all.has(kind));
  const asked = found.filter((kind) => !overruled.includes(kind));
  if (asked.length > 0) throw new DomainError("personal-details", { found: asked });
  return found;
}

/** What a request is about, as the audit record names it: the first thing that its path names, else the operation. */
export function objectOf(operationId: string, params: unknown): { readonly type: string; readonly id: string } {
  const named = Object.entries((params ?? {}) as Readonly<Record<string, unknown>>).find(([name]) => /Id$/.test(name));
  if (named === undefined) return { type: "operation", id: operationId };
  return { type: named[0].replace(/Id$/, ""), id: String(named[1]) };
}
