import type { PagePerson } from "./page-person.ts";

const mark = "avances.copies";

/** Does this browser hold copies for reading without network (`copies.ts`)? Known at once, also on pages that never load that file. */
export function hasCopies(): boolean {
  return owner() !== null;
}

/** Whose copies are there: the id of a person, "" = of several or unknown, null = there are none. */
export function markCopies(userId: string | null): void {
  try {
    if (userId === null) localStorage.removeItem(mark);
    else localStorage.setItem(mark, userId);
  } catch {
    // Without the mark no copy is looked for.
  }
}

/**
 * Are copies there of anybody but whoever is signed in here? Then `keep` says whose may stay (null = nobody's). Null = there is nothing to remove,
 * or it is not known who is here.
 */
export function copiesOfOthers({ person, standing }: PagePerson): { readonly keep: string | null } | null {
  // Somebody else has come, and the portal is being asked who.
  if (standing.kind === "other" && standing.person === null) return null;
  const here = standing.kind === "same" ? person : standing.kind === "other" ? standing.person : null;
  const of = owner();
  return of === null || of === here?.id ? null : { keep: here?.id ?? null };
}

function owner(): string | null {
  try {
    return localStorage.getItem(mark);
  } catch {
    return null;
  }
}
