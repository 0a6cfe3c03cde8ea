import { useState } from "react";
import { pagePerson } from "./page-person.ts";
import type { Guard } from "./read-kept.ts";
import { type Place, shelf } from "./shelf.ts";

/** Forms whose text is kept; this is the first part of their name on the shelf. */
export const keptForms = [
  "note",
  "nothing",
  "desk",
  "deskNote",
  "withdraw",
  "sendBack",
  "reopen",
  "rowAct",
  "exchange",
  "withdrawNote",
  "invite",
  "person",
  "resend",
  "template",
  "letter",
  "withdrawLetter",
  "days",
  "hold",
  "step",
  "round",
  "roundAct",
  "section",
  "giveBack",
  "meeting",
  "voice",
  "activity",
  "report",
  "document",
  "body",
  "commitment",
  "narrative",
  "guideline",
] as const;
export type KeptFormKind = (typeof keptForms)[number];

interface KeptFormOptions<T> {
  readonly form: KeptFormKind;
  /** Which form of its kind, most general part first: the submission, the indicator; the round. */
  readonly of?: readonly (string | number)[];
  /** The empty form. */
  readonly empty: T;
  readonly guard: Guard<T>;
  /** Has this form nothing that anybody would miss? By default only the empty form. */
  readonly isEmpty?: (value: T) => boolean;
}

export interface KeptForm<T> {
  readonly value: T;
  /** Where it is kept; null when it belongs to nobody. */
  readonly place: Place | null;
  /** The text in the form was written at an earlier visit. */
  readonly isFromBefore: boolean;
  /** Changes parts of the form; pass all parts that change together in one call. */
  readonly change: (part: Partial<T>) => void;
  /** Empties the form and forgets the kept text. */
  readonly clear: () => void;
  /**
   * Sends the form. After success the sent text is no longer kept, even if the form was left in the meantime, and `done` gets the reply. What
   * was typed while waiting stays in the form, because it was not sent. The sender shows a refusal; the text stays.
   */
  readonly send: <R>(act: () => Promise<R>, done?: (result: R) => void) => Promise<void>;
}

/** What the person of this page has written in such a form and not sent; undefined when nothing. */
export function readKeptForm<T extends object>(
  options: Pick<KeptFormOptions<T>, "form" | "of" | "guard">,
): T | undefined {
  const place = placeOf(options);
  return place.userId === "" ? undefined : shelf.read(place, options.guard);
}

/** Without a person the text belongs to nobody and is not kept. */
function placeOf({ form, of = [] }: Pick<KeptFormOptions<object>, "form" | "of">) {
  const userId = pagePerson.now().person?.id ?? "";
  return { userId, kind: "text", name: [form, ...of].join(".") } as const;
}

/**
 * The text of a form that is sent by a button. It survives closing the form, leaving or reloading the page, the end of the session
 * and a crash of the browser. It belongs to the person and the thing it is about, and is kept until it is sent or emptied.
 */
export function useKeptForm<T extends object>(options: KeptFormOptions<T>): KeptForm<T> {
  const { empty, guard } = options;
  const place = placeOf(options);
  const { userId } = place;
  const here = `${userId} ${place.name}`;
  const start = () => {
    const kept = userId === "" ? undefined : shelf.read(place, guard);
    return { here, value: kept ?? empty, isFromBefore: kept !== undefined };
  };
  const [state, setState] = useState(start);
  // The same form about another thing, or for another person, starts with what is kept for that.
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
    // The shelf knows what was written since, here or in the same form after it was reopened.
    const written = userId === "" ? undefined : shelf.read(place, guard);
    if (written === undefined || JSON.stringify(written) === asSent) put(empty, false);
    done?.(sent.result);
  }

  return {
    send,
    place: userId === "" ? null : place,
    value: now.value,
    isFromBefore: now.isFromBefore,
    change: (part) => put({ ...now.value, ...part }, now.isFromBefore),
    clear: () => put(empty, false),
  };
}
