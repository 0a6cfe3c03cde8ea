import type { SectionView } from "@avances/contracts";
import type { IndicatorCode } from "@avances/domain/catalogue";

/** What a section was before a change. */
export type BeforeChange = Pick<SectionView, "dueOn" | "indicators" | "handedInAt">;

interface Now {
  /** Today, in the clocks of the capital. */
  readonly today: string;
  readonly mayEdit: (code: IndicatorCode) => boolean;
}

/**
 * Would changing it back make a section as it was? Not where that would be refused: to a day that has passed, or with an answer that is
 * locked. Nor where a part that was handed in was opened by the change, or would be by the way back: no change hands it in again.
 */
export function mayUndoChange(before: BeforeChange, section: BeforeChange, { today, mayEdit }: Now): boolean {
  const isOfItsTime = before.dueOn === section.dueOn || before.dueOn >= today;
  const opens = section.handedInAt !== null && before.indicators.some((code) => !section.indicators.includes(code));
  return isOfItsTime && before.indicators.every(mayEdit) && before.handedInAt === section.handedInAt && !opens;
}

/** Can what was proposed for the answers that are taken out still be taken? What is locked cannot. */
export function staysTakeable(
  section: Pick<SectionView, "indicators">,
  indicators: readonly IndicatorCode[],
  mayEdit: (code: IndicatorCode) => boolean,
): boolean {
  return section.indicators.every((code) => indicators.includes(code) || mayEdit(code));
}
