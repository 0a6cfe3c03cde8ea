import type { IndicatorCode } from "@avances/domain/catalogue";
import { useState } from "react";
import { dropKeptAnswer, keepAnswer, keptAnswers } from "#lib/kept-answers.ts";

/** Place of the general remark among the questions. */
export const wholeReport = "report";

export interface DeskNotes {
  /** What the desk wants to ask, by indicator (or `wholeReport`), not yet sent. */
  readonly questions: ReadonlyMap<IndicatorCode | typeof wholeReport, string>;
  readonly ask: (code: string, words: string) => void;
  readonly withdraw: (code: string) => void;
  /** "Not applicable" that the desk agrees with, not yet sent. */
  readonly confirmed: ReadonlySet<IndicatorCode>;
  readonly confirm: (code: IndicatorCode, isOn: boolean) => void;
  readonly clear: () => void;
}

interface Kept {
  readonly questions: readonly (readonly [string, string])[];
  readonly confirmed: readonly string[];
}

const empty: Kept = { questions: [], confirmed: [] };
const keptAs = "review-desk";

/** Questions and ticks of the desk. Kept on this computer until they are sent or the person signs out, so that a closed tab loses nothing. */
export function useDeskNotes(userId: string, submissionId: string): DeskNotes {
  const place = { userId, submissionId };
  const [notes, setNotes] = useState<Kept>(() => readKept(keptAnswers(place).get(keptAs)));
  const change = (next: Kept) => {
    setNotes(next);
    if (next.questions.length === 0 && next.confirmed.length === 0) dropKeptAnswer(place, keptAs);
    else keepAnswer(place, keptAs, next);
  };
  const without = (code: string) => notes.questions.filter(([one]) => one !== code);
  return {
    questions: new Map(notes.questions),
    ask: (code, words) => {
      const isKnown = notes.questions.some(([one]) => one === code);
      const questions = isKnown
        ? notes.questions.map((one) => (one[0] === code ? ([code, words] as const) : one))
        : [...notes.questions, [code, words] as const];
      change({ ...notes, questions });
    },
    withdraw: (code) => change({ ...notes, questions: without(code) }),
    confirmed: new Set(notes.confirmed),
    confirm: (code, isOn) => {
      const others = notes.confirmed.filter((one) => one !== code);
      change({ ...notes, confirmed: isOn ? [...others, code] : others });
    },
    clear: () => change(empty),
  };
}

function readKept(kept: unknown): Kept {
  if (typeof kept !== "object" || kept === null) return empty;
  const { questions, confirmed } = kept as Partial<Kept>;
  return Array.isArray(questions) && Array.isArray(confirmed) ? { questions, confirmed } : empty;
}
