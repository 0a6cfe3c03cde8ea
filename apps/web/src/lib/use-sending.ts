import { useState } from "react";
import { useActKey } from "./act-key.ts";
import { focusFirstFault } from "./focus-first-fault.ts";
import type { KeptForm } from "./use-kept-form.ts";

/** The part of a mutation that sending needs. */
interface Act<V, R> {
  readonly isPending: boolean;
  readonly mutateAsync: (wanted: V) => Promise<R>;
}

export interface Sending<V, R> {
  /** Sending was tried and has not succeeded: the fields show their faults. */
  readonly isTried: boolean;
  /**
   * Sends a request; `null` = the form cannot be sent as it is. The same request has the same key however often it is tried, and only one
   * is under way at a time. `done` gets the reply; a refusal is the mutation's `error`, and the text stays.
   */
  readonly attempt: (wanted: Omit<V, "idempotencyKey"> | null, done?: (reply: R) => void) => void;
  /** Lets the same request be sent once more, as another act. */
  readonly again: () => void;
}

/** Sends a kept form by a button: shared by every form whose text is kept until the server has it. */
export function useSending<V extends { readonly idempotencyKey: string }, R>(
  { send, place = null }: Pick<KeptForm<object>, "send"> & Partial<Pick<KeptForm<object>, "place">>,
  act: Act<V, R>,
): Sending<V, R> {
  const actKey = useActKey(place);
  const [isTried, setTried] = useState(false);
  return {
    isTried,
    again: actKey.done,
    attempt(wanted, done) {
      setTried(true);
      // Whoever presses the button sees, or hears, what is missing, and what the server refused at a field.
      const form = document.activeElement?.closest("form") ?? null;
      if (wanted === null) focusFirstFault(form);
      if (wanted === null || act.isPending) return;
      const once = async () => {
        const reply = await act
          .mutateAsync({ ...wanted, idempotencyKey: actKey.keyFor(wanted) } as V)
          .catch((refused: unknown) => {
            focusFirstFault(form);
            throw refused;
          });
        actKey.succeeded();
        // The emptied form is a new one, of which nothing is missing yet.
        setTried(false);
        return reply;
      };
      void send(once, done);
    },
  };
}
