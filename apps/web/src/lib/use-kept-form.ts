import { useState } from "react";
import { pagePerson } from "./page-person.ts";
import type { Guard } from "./read-kept.ts";
import { shelf } from "./shelf.ts";

/** Forms whose text is kept: the first part of the name under which it stands on the shelf. */
export const keptForms = ["note", "desk", "withdraw", "rowAct", "invite", "resend", "round", "roundAct"] as const;
export type KeptFormKind = (typeof keptForms)[number];

interface KeptFormOptions<T> {
  readonly form: KeptFormKind;
  /** Which of its kind, most general first: the submission, the indicator; the round. */
  readonly of?: readonly (string | number)[];
  /** The form before anything is written in it. */
  readonly empty: T;
  readonly guard: Guard<T>;
  /** Is nothing written that anybody would miss? By default only the empty form has nothing. */
  readonly isEmpty?: (value: T) => boolean;
}

export interface KeptForm<T> {
  readonly value: T;
  /** What stands in the form was written at an earlier visit. */
  readonly isFromBefore: boolean;
  /** Takes all parts that change together in one call. */
  readonly change: (part: Partial<T>) => void;
  /** No longer wanted: the form is empty again and nothing is kept. */
  readonly clear: () => void;
  /**
   * Sends it; when that went well, what was sent is kept no more, even if the form was left meanwhile, and `done` follows with the reply. What was
   * written on while the reply was awaited stays in the form: it was not sent. A refusal is the sender's to show; the text stays.
   */
  readonly send: <R>(act: () => Promise<R>, done?: (result: R) => void) => Promise<void>;
}

/**
 * The text of a form that is sent by a key: it survives that the form is closed, the page is left or loaded again, the session ends or
 * the browser falls over. It belongs to the person and the thing it is about, and is there until it is sent or emptied.
 */
export function useKeptForm<T extends object>(options: KeptFormOptions<T>): KeptForm<T> {
  const { form, of = [], empty, guard } = options;
  const userId = pagePerson.now().person?.id ?? "";
  const place = { userId, kind: "text", name: [form, ...of].join(".") } as const;
  const here = `${userId} ${place.name}`;
  const start = () => {
    const kept = userId === "" ? undefined : shelf.read(place, guard);
    return { here, value: kept ?? empty, isFromBefore: kept !== undefined };
  };
  const [state, setState] = useState(start);
  // The same form about another thing, or of another person, begins with what is kept there.
  const now = state.here === here ? state : start();

  function put(value: T, isFromBefore: boolean): void {
    setState({ here, value, isFromBefore });
    if (userId === "") return;
    const isEmpty = options.isEmpty?.(value) ?? JSON.stringify(value) === JSON.stringify(empty);
    if (isEmpty) shelf.drop(place);
    else shelf.keep(place, value);
  }

  async function send<R>(act: () => Promise<R>, done?: (result: R) => void): Promise<void> {
    const asSent = JSON.stringify(now.value);
    const sent = await act().then(
      (result) => ({ result }),
      () => null,
    );
    if (sent === null) return;
    // The shelf knows what was written since, wherever: here, or in the same form left and opened again.
    const written = userId === "" ? undefined : shelf.read(place, guard);
    if (written === undefined || JSON.stringify(written) === asSent) put(empty, false);
    done?.(sent.result);
  }

  return {
    send,
    value: now.value,
    isFromBefore: now.isFromBefore,
    change: (part) => put({ ...now.value, ...part }, now.isFromBefore),
    clear: () => put(empty, false),
  };
}
