import { useEffect } from "react";

let told: (() => void) | null = null;

/** Calls it once when a page reacts to its reader: the frame does so earlier than the page in it. */
export function whenPageReady(act: () => void): void {
  told = act;
}

/** For what every page has (`ui/page-head.tsx`). */
export function useTellsReady(): void {
  useEffect(() => {
    told?.();
    told = null;
  }, []);
}
