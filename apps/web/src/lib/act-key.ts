import { useRef } from "react";
import { newId } from "./new-id.ts";
import { isShape, isText } from "./read-kept.ts";
import { type Place, shelf } from "./shelf.ts";

/** An act that may have reached the server although no reply came, with its key. */
interface KeptAct {
  readonly act: string;
  readonly key: string;
}
const isKeptAct = isShape<KeptAct>({ act: isText, key: isText });

/**
 * One idempotency key per intended act: the same for every retry of the same request, a new one as soon as anything in it differs.
 * `done` forgets the key, so that the same act can be done again later. `of`: the form that the act sends; then the key also outlives the page, so that
 * a request whose reply was lost acts once even if it is sent again after a new load.
 */
export function useActKey(of?: Place | null): {
  readonly keyFor: (act: unknown) => string;
  readonly succeeded: () => void;
  readonly done: () => void;
} {
  const last = useRef({ act: "", key: "" });
  const place: Place | null = of ? { userId: of.userId, kind: "before", name: `sending.${of.name}` } : null;
  const succeeded = () => {
    if (place !== null) shelf.drop(place);
  };
  return {
    keyFor(act) {
      const text = JSON.stringify(act);
      if (last.current.act !== text) {
        const kept = place === null ? undefined : shelf.read(place, isKeptAct);
        last.current = kept?.act === text ? kept : { act: text, key: newId() };
      }
      if (place !== null) shelf.keep(place, last.current satisfies KeptAct);
      return last.current.key;
    },
    succeeded,
    done() {
      succeeded();
      last.current = { act: "", key: "" };
    },
  };
}
