import { useSyncExternalStore } from "react";
import { makeSpokenLines } from "./spoken-lines.ts";

let message = "";
const listeners = new Set<() => void>();

/**
 * Announces one line politely to screen readers: "Showing 7 countries, 2019–2025, table updated". The same words twice are announced twice, and none is
 * lost to the next. Lines that only tell how something stands now, as a count that follows a filter, name what they are `about`: of those the last one counts.
 */
export const announce = makeSpokenLines((words) => {
  message = words;
  for (const listener of listeners) listener();
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Rendered once, in the shell. */
export function Announcer() {
  const words = useSyncExternalStore(
    subscribe,
    () => message,
    () => "",
  );
  return (
    <p role="status" className="sr-only">
      {words}
    </p>
  );
}
