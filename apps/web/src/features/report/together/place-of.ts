import type { LiveNews } from "@avances/contracts";
import type { IndicatorCode } from "@avances/domain/catalogue";

export type Place = Pick<NonNullable<LiveNews["people"]>[number], "section" | "indicatorCode">;

/** The indicator that this element belongs to: the nearest element around it whose id is a code. */
export function indicatorAt(element: Element | null, isCode: (id: string) => boolean): IndicatorCode | null {
  for (let at = element; at !== null; at = at.parentElement) {
    const code = at instanceof HTMLElement ? (at.dataset.indicator ?? at.id) : "";
    if (isCode(code)) return code;
  }
  return null;
}

/** The section in the address (`?section=TIP-PRO`), or that of the indicator. */
export function placeOf(indicatorCode: IndicatorCode | null, search: string): Place {
  if (indicatorCode !== null) return { section: sectionOf(indicatorCode), indicatorCode };
  const asked = new URLSearchParams(search).get("section") ?? "";
  return { section: /^[A-Z]{3}-[A-Z]{3}$/.test(asked) ? asked : null, indicatorCode: null };
}

function sectionOf(code: IndicatorCode): string {
  return code.slice(0, 7);
}

/** Would a new value change under the cursor of somebody who is in this element? */
export function isWritten(element: Element | null): boolean {
  return element?.matches("input, textarea, select, [contenteditable=true]") === true;
}
