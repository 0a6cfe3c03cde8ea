import { useSyncExternalStore } from "react";

/** The same width as in `ui/record-table.module.css`. */
const narrow = window.matchMedia("(max-width: 48rem)");

function subscribe(listener: () => void): () => void {
  narrow.addEventListener("change", listener);
  return () => narrow.removeEventListener("change", listener);
}

/** Is the page too narrow for a table of seven columns? */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches);
}
