import { useState } from "react";
import { useActKey } from "./act-key.ts";
import type { KeptForm } from "./use-kept-form.ts";

/** The part of a mutation that sending needs. */
interface Act<V, R> {
  readonly isPending: boolean;
  readonly mutateAsync: (wanted: V) => Promise<R>;
}

export interface Sending<V, R> {
  /** Sending was tried: from now on the fields say what is wrong with them. */
  readonly isTried: boolean;
  /**
   * Sends what is wanted, `null` = what stands in the form cannot be sent. The same request has the same key however often it is tried, and one
   * is under way at a time. `done` follows with the reply; a refusal is the mutation's `error`, and the text stays.
   */
  readonly attempt: (wanted: Omit<V, "idempotencyKey"> | null, done?: (reply: R) => void) => void;
  /** The same may be wanted once more: as another act. */
  readonly again: () => void;
}

/** Sends a kept form by a key: what every form does whose text is kept until the server has it. */
export function useSending<V extends { readonly idempotencyKey: string }, R>(
  { send }: { readonly send: KeptForm<object>["send"] },
  act: Act<V, R>,
): Sending<V, R> {
  const actKey = useActKey();
  const [isTried, setTried] = useState(false);
  return {
    isTried,
    again: actKey.done,
    attempt(wanted, done) {
      setTried(true);
      if (wanted === null || act.isPending) return;
      void send(() => act.mutateAsync({ ...wanted, idempotencyKey: actKey.keyFor(wanted) } as V), done);
    },
  };
}
