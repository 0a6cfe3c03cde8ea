import { useEffect } from "react";

/** How many parts of a page that the server drew do not react to the reader yet; 0 when none is being taken over. */
let left = 0;
const waiting = new Set<() => void>();

/** A page of this many parts is being taken over. */
export function takingOver(parts: number): void {
  left = parts;
}

/**
 * Calls it once when all of a page reacts to its reader, at once if nothing is being taken over: what changes a page before that makes React
 * draw the parts anew that it has not reached. The returned function makes it forget.
 */
export function whenPageReady(act: () => void): () => void {
  if (left === 0) act();
  else waiting.add(act);
  return () => void waiting.delete(act);
}

/** The first page is drawn, with its data. */
let stands = false;
const forStanding = new Set<() => void>();

/** Calls it once the first page is there, at once from then on: over a slow line what may come later takes nothing from the page. Returns how to call it off. */
export function whenPageStands(act: () => void): () => void {
  if (stands) act();
  else forStanding.add(act);
  return () => void forStanding.delete(act);
}

/** For what every page has (`ui/page-head.tsx`), and for each part that is taken over on its own (`ui/later-part.tsx`). */
export function useTellsReady(): void {
  useEffect(() => {
    stands = true;
    for (const act of forStanding) act();
    forStanding.clear();
    if (left === 0) return;
    left -= 1;
    if (left > 0) return;
    const acts = [...waiting];
    waiting.clear();
    for (const act of acts) act();
  }, []);
}
