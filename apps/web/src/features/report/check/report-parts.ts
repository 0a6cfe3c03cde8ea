import { type Answer, type Answers, isReported, saysTheSame } from "@avances/domain/answer";
import type { Catalogue, Indicator } from "@avances/domain/catalogue";

/** An answer with a value that is new, or another than that of the earlier round. */
export interface ChangedAnswer {
  readonly indicator: Indicator;
  /** What was accepted in the earlier round; undefined = nothing. */
  readonly before: Answer | undefined;
  readonly now: Answer;
}

/** Everything that is sent, each indicator in exactly one part, in the order of the catalogue. */
export interface ReportParts {
  /** With a value that differs from the earlier round, or was not there. Without an earlier round: every value. */
  readonly changed: readonly ChangedAnswer[];
  /** What lasts from round to round, confirmed with the same value. */
  readonly confirmed: readonly Indicator[];
  /** Not available or not applicable, with a reason. */
  readonly noNumber: readonly Indicator[];
  /** Without an answer: also a value that is typed in part, and a missing one without its reason (as in `submissionProgress`). */
  readonly missing: readonly Indicator[];
  /** What is asked afresh each round, with the same value as before. */
  readonly again: readonly Indicator[];
}

export type PartOfReport = keyof ReportParts;

/** Divides a report. `previous`: the accepted answers of the latest earlier round, empty when there is none. */
export function partsOf(catalogue: Catalogue, previous: Answers, answers: Answers): ReportParts {
  const places = catalogue.indicators.map((indicator) => {
    const [before, now] = [previous.get(indicator.code), answers.get(indicator.code)];
    return { indicator, before, now, part: partOf(indicator, before, now) };
  });
  const inPart = (wanted: PartOfReport) =>
    places.flatMap(({ indicator, part }) => (part === wanted ? [indicator] : []));
  return {
    changed: places.flatMap(({ indicator, before, now, part }) =>
      part === "changed" && now !== undefined ? [{ indicator, before, now }] : [],
    ),
    confirmed: inPart("confirmed"),
    noNumber: inPart("noNumber"),
    missing: inPart("missing"),
    again: inPart("again"),
  };
}

function partOf(indicator: Indicator, before: Answer | undefined, now: Answer | undefined): PartOfReport {
  if (now === undefined) return "missing";
  if (now.state !== "reported") return now.reason.trim() === "" ? "missing" : "noNumber";
  if (!isReported(now)) return "missing";
  if (before === undefined || !saysTheSame(before, now)) return "changed";
  return indicator.carryForward ? "confirmed" : "again";
}
