import type { SubmissionView } from "@avances/contracts";
import type { Catalogue, IndicatorCode, Language } from "@avances/domain/catalogue";
import { createContext, useContext } from "react";
import type { DeskAnswer } from "./desk-answers.ts";
import type { DeskNotes } from "./use-desk-notes.ts";
import type { Verdicts } from "./use-verdicts.ts";

export interface Desk {
  readonly view: SubmissionView;
  readonly catalogue: Catalogue;
  /** Name of the country in the language of the page. */
  readonly country: string;
  readonly answers: readonly DeskAnswer[];
  readonly notes: DeskNotes;
  readonly verdicts: Verdicts;
  /** In which the country reads what it is asked. */
  readonly workingLanguage: Language;
  /** The earlier version that answers are compared with; null = the round before. */
  readonly base: number | null;
  /** Indicators whose answer differs from the version that was first shown here. */
  readonly newlyChanged: ReadonlySet<IndicatorCode>;
}

const Context = createContext<Desk | null>(null);
export const DeskProvider = Context.Provider;

export function useDesk(): Desk {
  const desk = useContext(Context);
  if (desk === null) throw new Error("useDesk outside of the review desk");
  return desk;
}
