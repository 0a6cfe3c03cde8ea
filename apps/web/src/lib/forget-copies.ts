import { copiesOfOthers } from "./has-copies.ts";
import type { PagePerson } from "./page-person.ts";

/** Call when the portal has said who is signed in here, on whichever page: copies of anybody else go, and all where nobody is. */
export async function forgetCopiesOfOthers(page: PagePerson): Promise<void> {
  const others = copiesOfOthers(page);
  if (others === null) return;
  // Where it cannot be loaded now, the mark of the copies stays and the next page does it.
  const part = await import("./copies.ts").catch(() => null);
  await part?.copies.keepOnly(others.keep);
}
