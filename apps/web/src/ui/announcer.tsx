import { useSyncExternalStore } from "react";

let message = "";
const listeners = new Set<() => void>();

/** Announces one line politely to screen readers: "Showing 7 countries, 2019–2025, table updated". The same words twice are announced twice. */
export function announce(words: string): void {
  message = message === words ? `${words}\u00a0` : words;
  for (const listener of listeners) listener();
}

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
