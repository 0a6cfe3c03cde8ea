import type { SubmissionView } from "@avances/contracts";
import type { Catalogue, IndicatorCode } from "@avances/domain/catalogue";
import { createContext, useContext } from "react";
import type { DeskAnswer } from "./desk-answers.ts";
import type { DeskNotes } from "./use-desk-notes.ts";

export interface Desk {
  readonly view: SubmissionView;
  readonly catalogue: Catalogue;
  /** Name of the country in the language of the page. */
  readonly country: string;
  readonly answers: readonly DeskAnswer[];
  readonly notes: DeskNotes;
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
