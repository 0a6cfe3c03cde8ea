import type { IndicatorCode } from "@avances/domain/catalogue";
import { createContext, use } from "react";

/** The way through the form by keyboard. What holds the fields of one answer calls it; the list of answers decides where it leads. */
export interface WayOn {
  /** The last field of this answer was left with Enter: the answer is saved, and the focus goes to the next one without an answer. */
  readonly next: (from: IndicatorCode) => void;
}

export const WayOnContext = createContext<WayOn | null>(null);

/** Null where an answer stands alone. */
export function useWayOn(): WayOn | null {
  return use(WayOnContext);
}
