import { useState } from "react";

/**
 * The token of a single-use link. It comes after `#`, so it reaches no server log, and is removed from the address at once, so it stays
 * in no history. Null when there is none.
 */
export function useLinkToken(): string | null {
  const [token] = useState(() => {
    const found = /^#(?:token=)?([A-Za-z0-9_-]{20,120})$/.exec(window.location.hash)?.[1] ?? kept;
    kept = found;
    if (found !== null) {
      const { pathname, search } = window.location;
      window.history.replaceState(window.history.state, "", `${pathname}${search}`);
    }
    return found;
  });
  return token;
}

/** Outlives the second mount in strict mode and a change of language; gone when the tab is closed. */
let kept: string | null = null;

export function forgetLinkToken(): void {
  kept = null;
}
