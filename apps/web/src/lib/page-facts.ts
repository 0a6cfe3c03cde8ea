import type { PageFacts } from "@avances/contracts";

let told: PageFacts | null = null;

/** Where pages are drawn there is no document to read them from: for `server/draw-page.tsx`. */
export function tellPageFacts(facts: PageFacts): void {
  told = facts;
}

/** The address in use if no server wrote one; empty outside a browser. */
export function pageFacts(): PageFacts {
  if (told !== null) return told;
  const { portal, today, demonstration } = globalThis.document?.documentElement.dataset ?? {};
  return {
    portal: portal ?? globalThis.location?.origin ?? "",
    today: today ?? null,
    demonstration: demonstration !== undefined,
  };
}
