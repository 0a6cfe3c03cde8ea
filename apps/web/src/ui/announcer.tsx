import { useSyncExternalStore } from "react";
import { makeSpokenLines } from "./spoken-lines.ts";

const lines = makeSpokenLines();

/**
 * Announces one line politely to screen readers: "Showing 7 countries, 2019–2025, table updated". The same words twice are announced twice, and none is
 * lost to the next. Lines that only tell how something stands now, as a count that follows a filter, name what they are `about`: of those the last one counts.
 */
export const announce = lines.say;

/** Rendered once, in the shell. */
export function Announcer() {
  const words = useSyncExternalStore(lines.subscribe, lines.now, () => "");
  return (
    <p role="status" className="sr-only">
      {words}
    </p>
  );
}
