import type { AnswerState, Answers } from "@avances/domain/answer";
import type { Catalogue, IndicatorCode } from "@avances/domain/catalogue";
import type { SubmissionIndex } from "@avances/domain/progress-index";
import { submissionIndex } from "@avances/domain/progress-index";
import type { CountryCode } from "@avances/domain/reference";
import { type HidingOrder, publishAnswers } from "@avances/domain/suppression";
import { indicatorRow, publicIndicators } from "./indicator-row.ts";

/** A version that is public or about to be, with its true figures. */
export interface VersionToPublish {
  readonly country: CountryCode;
  readonly roundYear: number;
  readonly referenceYear: number;
  readonly number: number;
  readonly answers: Answers;
  readonly confirmedNotApplicable: ReadonlySet<IndicatorCode>;
  /** Cells that an earlier edition hid. */
  readonly sticky: ReadonlySet<string>;
}

/** One answer as the public reads it: a row as JSON, without its country. */
export interface FormAnswer {
  readonly indicatorCode: IndicatorCode;
  readonly state: AnswerState;
  readonly content: string;
}

/** The public form of one version: figures suppressed and scored. It no longer holds any hidden figure that could leak. */
export interface ReportForm {
  /** One for every public indicator of the catalogue in force. */
  readonly answers: readonly FormAnswer[];
  readonly index: SubmissionIndex;
  /** Cells that every later form of the report must hide too. */
  readonly hiddenCells: ReadonlySet<string>;
}

/** The rules with which a form is made. */
export interface FormRules {
  /** The catalogue in force: it determines the indicators that pages ask for. */
  readonly current: Catalogue;
  /** The catalogue by which a round was reported. */
  readonly catalogueOf: (roundYear: number) => Catalogue;
  readonly hidingOrder: HidingOrder;
}

/**
 * Suppression and index of one version. The index uses the replacements that publication made for hidden figures, so a score reveals no
 * hidden count. Depends only on the version, the rules and the cells hidden before.
 */
export function makeForm({ current, catalogueOf, hidingOrder }: FormRules, version: VersionToPublish): ReportForm {
  const { country, roundYear: year, answers, confirmedNotApplicable, sticky } = version;
  const catalogue = catalogueOf(year);
  const { published } = publishAnswers({
    catalogue,
    submissions: [{ country, year, answers, confirmedNotApplicable, sticky }],
    hidingOrder,
  });
  const submission = published.get(`${country}|${year}`);
  if (!submission) throw new Error(`publication left out ${country} ${year}`);
  const { indexNumerators, indexDenominators, hiddenCells } = submission;
  return {
    answers: publicIndicators(current).map(({ code }) => {
      const row = indicatorRow(version, submission, code);
      return { indicatorCode: code, state: row.state, content: JSON.stringify(row) };
    }),
    index: submissionIndex({ catalogue, answers, confirmedNotApplicable, indexNumerators, indexDenominators }),
    hiddenCells,
  };
}

/** The scores of a form as text, for storing. */
export function writeIndex({ overall, instruments, indicators }: SubmissionIndex): string {
  return JSON.stringify({ overall, instruments, indicators: [...indicators] });
}

/** Reads that text. */
export function readIndex(text: string): SubmissionIndex {
  const { overall, instruments, indicators } = JSON.parse(text) as Omit<SubmissionIndex, "indicators"> & {
    readonly indicators: readonly (readonly [
      IndicatorCode,
      SubmissionIndex["indicators"] extends ReadonlyMap<string, infer S> ? S : never,
    ])[];
  };
  return { overall, instruments, indicators: new Map(indicators) };
}
