import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/**
 * What only the reader's browser knows (a setting, its languages), read while drawing. The server draws `elsewhere`, the browser begins with the
 * same, so that both agree, and at once goes on with its own. `read` must give the same value until the component itself changes it.
 */
export function useOfBrowser<T>(read: () => T, elsewhere: T): T {
  return useSyncExternalStore(never, read, () => elsewhere);
}
