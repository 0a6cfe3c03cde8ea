import type { IndicatorCode } from "@avances/domain/catalogue";
import { createContext, use } from "react";

/** What can be done with the list of answers as a whole. The same object as long as the list is there. */
export interface ListActs {
  /** Opens an answer and puts the cursor into its first field. */
  readonly open: (code: IndicatorCode) => void;
  readonly close: (code: IndicatorCode) => void;
  /** Saves and closes this answer and goes on to the next one that is missing; stays where something is unreadable or a rule asks for a word. */
  readonly next: (from: IndicatorCode) => void;
  /** To the next (`1`) or previous (`-1`) answer that is missing, from where the focus is; nothing is closed. */
  readonly missing: (direction: 1 | -1) => void;
  /** Chooses a level; of a proposal it also goes on. */
  readonly choose: (code: IndicatorCode, level: number) => void;
  /** Opens the details of an answer and goes there. */
  readonly details: (code: IndicatorCode) => void;
  readonly undo: () => void;
}

export const ListActsContext = createContext<ListActs | null>(null);

export function useListActs(): ListActs {
  const acts = use(ListActsContext);
  if (acts === null) throw new Error("An answer stands outside the list");
  return acts;
}
