import { useRef } from "react";
import { newId } from "./new-id.ts";

/**
 * One idempotency key per intended act: the same for every retry of the same request, a new one as soon as anything in it differs.
 * `done` forgets the key, so that the same act can be done again later.
 */
export function useActKey(): { readonly keyFor: (act: unknown) => string; readonly done: () => void } {
  const last = useRef({ act: "", key: "" });
  return {
    keyFor(act) {
      const text = JSON.stringify(act);
      if (last.current.act !== text) last.current = { act: text, key: newId() };
      return last.current.key;
    },
    done() {
      last.current = { act: "", key: "" };
    },
  };
}
