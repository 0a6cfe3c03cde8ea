import type { PublishedFigure } from "@avances/domain/suppression";
import type { ReactNode } from "react";
import type { Formats } from "#lib/format.ts";
import { ValueState } from "#ui/value-state.tsx";

/** A published count, or the mark that says that it is hidden. */
export function shownCount(figure: PublishedFigure, f: Formats): ReactNode {
  return figure === "s" ? <ValueState state="suppressed" /> : f.number(figure, 0);
}
