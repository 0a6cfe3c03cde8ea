import type { Answer, Answers } from "@avances/domain/answer";
import { isReported } from "@avances/domain/answer";
import type { Catalogue, Indicator } from "@avances/domain/catalogue";
import { sameAnswer } from "../saving/to-value-from-form.ts";
import { type Section, sectionsOf } from "../sections.ts";

export interface SectionSummary {
  readonly section: Section;
  readonly withValue: readonly Indicator[];
  readonly noValue: readonly Indicator[];
  readonly missing: readonly Indicator[];
}

/** What would be sent, by section. A missing state without a reason is not an answer yet, as in `submissionProgress`. */
export function summaryOf(catalogue: Catalogue, answers: Answers): readonly SectionSummary[] {
  return sectionsOf(catalogue, catalogue.indicators).map((section) => {
    const kindOf = ({ code }: Indicator) => kind(answers.get(code));
    const of = (wanted: ReturnType<typeof kind>) =>
      section.indicators.filter((indicator) => kindOf(indicator) === wanted);
    return { section, withValue: of("value"), noValue: of("no-value"), missing: of("missing") };
  });
}

function kind(answer: Answer | undefined): "value" | "no-value" | "missing" {
  if (answer === undefined) return "missing";
  if (answer.state === "reported") return isReported(answer) ? "value" : "missing";
  return answer.reason.trim() === "" ? "missing" : "no-value";
}

interface AnswerChange {
  readonly indicator: Indicator;
  readonly before: Answer | undefined;
  readonly now: Answer;
}

export interface Changes {
  readonly changed: readonly AnswerChange[];
  /** Answered in the round before and not now. */
  readonly gone: readonly Indicator[];
  readonly unchanged: number;
}

/** Indicators whose state or value differs from the round before; comments, reasons and evidence do not count. */
export function changesSince(catalogue: Catalogue, previous: Answers, answers: Answers): Changes {
  const changed: AnswerChange[] = [];
  const gone: Indicator[] = [];
  let unchanged = 0;
  for (const indicator of catalogue.indicators) {
    const [before, now] = [previous.get(indicator.code), answers.get(indicator.code)];
    if (now === undefined) {
      if (before !== undefined) gone.push(indicator);
    } else if (before !== undefined && saysTheSame(before, now)) {
      unchanged += 1;
    } else {
      changed.push({ indicator, before, now });
    }
  }
  return { changed, gone, unchanged };
}

function saysTheSame(one: Answer, other: Answer): boolean {
  const bare = ({ state, value }: Answer) => ({ state, value, reason: "", comment: "", evidence: [] });
  return sameAnswer(bare(one) as Parameters<typeof sameAnswer>[0], bare(other) as Parameters<typeof sameAnswer>[0]);
}
