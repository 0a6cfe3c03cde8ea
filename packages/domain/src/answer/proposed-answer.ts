import type { Indicator } from "../catalogue/catalogue.ts";
import type { Answer, EvidenceReference } from "./answer.ts";
import { carriedAnswer } from "./carry-forward.ts";
import { isReported } from "./complete-value.ts";

/**
 * What is proposed to a country that has not answered yet, from what was accepted in the round before: the same answer where the
 * indicator is carried forward, else "no number" with the same reason. A figure is never proposed. Null when there is nothing to
 * propose: a date that has passed is asked anew. Nothing is saved before the country confirms it. Methodology §8.
 */
export function proposedAnswer(indicator: Indicator, previous: Answer | undefined, today: string): Answer | null {
  if (indicator.carryForward) return carriedAnswer(indicator, previous, today);
  if (previous === undefined || previous.state === "reported" || previous.reason.trim() === "") return null;
  if (!indicator.allowedMissing.includes(previous.state)) return null;
  return { ...previous, indicatorCode: indicator.code, value: null, comment: "" };
}

/**
 * The sources of last round's figure, as sources of the figure that is still to be typed: the same registers, without article or page,
 * which belong to the edition cited then. A source that names a year in its title or address is that year's edition and is left out.
 * Empty where the whole answer is proposed (`proposedAnswer`) and where no figure was accepted.
 */
export function proposedEvidence(indicator: Indicator, previous: Answer | undefined): readonly EvidenceReference[] {
  if (indicator.carryForward || previous === undefined || !isReported(previous)) return [];
  return previous.evidence
    .filter(({ title, url }) => !namesYear(title) && !namesYear(url ?? ""))
    .map(({ title, url }) => ({ title, url, locator: null }));
}

function namesYear(text: string): boolean {
  return /(?<!\d)(?:19|20)\d\d(?!\d)/.test(text);
}
