import { useSyncExternalStore } from "react";

/** The same width as in `ui/record-table.module.css`. */
const narrow = () => window.matchMedia("(max-width: 48rem)");

function subscribe(listener: () => void): () => void {
  const list = narrow();
  list.addEventListener("change", listener);
  return () => list.removeEventListener("change", listener);
}

/** Is the page too narrow for a table of seven columns? The server, which draws for every width, says no; the style cuts the cards by itself. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => narrow().matches,
    () => false,
  );
}
