import type { Catalogue, DimensionCode, InstrumentCode } from "../catalogue/catalogue.ts";
import type { Answer, Answers } from "./answer.ts";
import { isReported } from "./complete-value.ts";

export interface SectionProgress {
  readonly instrument: InstrumentCode;
  readonly dimension: DimensionCode;
  readonly expected: number;
  readonly answered: number;
}

/** How much of the catalogue is answered. `answered` = reported + not available + not applicable, the last two with a reason. */
export interface SubmissionProgress {
  readonly expected: number;
  readonly answered: number;
  readonly reported: number;
  readonly notAvailable: number;
  readonly notApplicable: number;
  /** Instruments, then dimensions, in catalogue order; only those that hold indicators. */
  readonly sections: readonly SectionProgress[];
}

/** Every indicator counts once, scored or not, texts included. A half-typed value, or a missing state without a reason, is not answered yet. */
export function submissionProgress(catalogue: Catalogue, answers: Answers): SubmissionProgress {
  const count = { reported: 0, notAvailable: 0, notApplicable: 0 };
  const sections = catalogue.instruments.flatMap((instrument) =>
    [...catalogue.dimensions]
      .sort((one, other) => one.order - other.order)
      .map((dimension) => ({ instrument: instrument.code, dimension: dimension.code, expected: 0, answered: 0 })),
  );
  for (const indicator of catalogue.indicators) {
    const section = sections.find(
      ({ instrument, dimension }) => instrument === indicator.instrument && dimension === indicator.dimension,
    );
    const kind = answeredAs(answers.get(indicator.code));
    if (kind !== null) count[kind] += 1;
    if (section !== undefined) {
      section.expected += 1;
      if (kind !== null) section.answered += 1;
    }
  }
  return {
    expected: catalogue.indicators.length,
    answered: count.reported + count.notAvailable + count.notApplicable,
    ...count,
    sections: sections.filter((section) => section.expected > 0),
  };
}

/** `answered` alone, of some answers or all. */
export function countAnswered(catalogue: Catalogue, answers: Answers): number {
  return catalogue.indicators.filter(({ code }) => answeredAs(answers.get(code)) !== null).length;
}

/** What an answer counts as, or null while it is none: a half-typed value, a missing state without a reason. */
export function answeredAs(answer: Answer | undefined): "reported" | "notAvailable" | "notApplicable" | null {
  if (answer === undefined) return null;
  if (answer.state === "reported") return isReported(answer) ? "reported" : null;
  if (answer.reason.trim() === "") return null;
  return answer.state === "not_available" ? "notAvailable" : "notApplicable";
}
