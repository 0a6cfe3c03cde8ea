import type { IndicatorCode } from "@avances/domain/catalogue";
import { useRef } from "react";
import { type Guard, isListOf, isShape, isText } from "#lib/read-kept.ts";
import { type KeptForm, useKeptForm } from "#lib/use-kept-form.ts";

/** Key of the general remark among the questions. */
export const wholeReport = "report";

export interface DeskNotes {
  /** The Secretariat's questions, by indicator (or `wholeReport`), not yet sent. */
  readonly questions: ReadonlyMap<IndicatorCode | typeof wholeReport, string>;
  readonly ask: (code: string, words: string) => void;
  /** Takes a question back, here and for the colleagues. */
  readonly withdraw: (code: string) => void;
  /** Forgets what was typed here of a question; what the portal keeps stays. */
  readonly forget: (code: string) => void;
  /** The portal keeps this question now: it is forgotten here, unless more was typed since. */
  readonly sent: (code: string, words: string) => void;
  /** "Not applicable" answers that the Secretariat agrees with, not yet sent. */
  readonly confirmed: ReadonlySet<IndicatorCode>;
  readonly confirm: (code: IndicatorCode, isOn: boolean) => void;
  /** The date by which the answers are requested, as typed; "" = none. */
  readonly dueOn: string;
  readonly setDueOn: (date: string) => void;
  /** Sends them; see `KeptForm.send`. */
  readonly send: KeptForm<Written>["send"];
}

interface Written {
  readonly questions: readonly { readonly code: string; readonly words: string }[];
  /** Each with the version it is for: `2 TIP-LEG-05`. */
  readonly confirmed: readonly string[];
  readonly dueOn: string;
}

const empty: Written = { questions: [], confirmed: [], dueOn: "" };
const isWritten: Guard<Written> = isShape<Written>({
  questions: isListOf(isShape({ code: isText, words: isText })),
  confirmed: isListOf(isText),
  dueOn: isText,
});

/**
 * Questions, ticks and date on the review page: kept until they are sent, so that a closed tab loses nothing. A tick is for the declaration
 * of one version; in the next version it must be made again.
 */
export function useDeskNotes(submissionId: string, version: number): DeskNotes {
  const tickOf = (code: string) => `${version} ${code}`;
  const form = useKeptForm({ form: "desk", of: [submissionId], empty, guard: isWritten });
  const { questions, confirmed, dueOn } = form.value;
  const newest = useRef(questions);
  newest.current = questions;
  const forget = (code: string) => form.change({ questions: questions.filter((one) => one.code !== code) });
  return {
    questions: new Map(questions.map(({ code, words }) => [code, words])),
    ask: (code, words) => {
      const isKnown = questions.some((one) => one.code === code);
      const next = isKnown
        ? questions.map((one) => (one.code === code ? { code, words } : one))
        : [...questions, { code, words }];
      form.change({ questions: next });
    },
    withdraw: forget,
    forget,
    sent: (code, words) => {
      if (newest.current.some((one) => one.code === code && one.words === words))
        form.change({ questions: newest.current.filter((one) => one.code !== code) });
    },
    confirmed: new Set(
      confirmed.flatMap((tick) => (tick.startsWith(tickOf("")) ? [tick.slice(tickOf("").length)] : [])),
    ),
    confirm: (code, isOn) => {
      const others = confirmed.filter((one) => one !== tickOf(code));
      form.change({ confirmed: isOn ? [...others, tickOf(code)] : others });
    },
    dueOn,
    setDueOn: (date) => form.change({ dueOn: date }),
    send: form.send,
  };
}

/** The same with the questions that the portal keeps and that wait for a return: a colleague's too. What is typed here stands before what is kept. */
export function withKept(
  notes: DeskNotes,
  kept: ReadonlyMap<string, string>,
  takeBack: (code: string) => void,
): DeskNotes {
  return {
    ...notes,
    questions: new Map([...kept, ...notes.questions]),
    withdraw: (code) => {
      notes.forget(code);
      if (kept.has(code)) takeBack(code);
    },
  };
}
