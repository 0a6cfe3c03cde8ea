import type { Answers } from "@avances/domain/answer";
import type { Catalogue, IndicatorCode } from "@avances/domain/catalogue";
import type { SubmissionIndex } from "@avances/domain/progress-index";
import { submissionIndex } from "@avances/domain/progress-index";
import type { Country, CountryCode } from "@avances/domain/reference";
import type { CalendarDate } from "@avances/domain/round";
import { type HidingOrder, type PublishedSubmission, publishAnswers } from "@avances/domain/suppression";

/** A round that has opened. */
export interface RoundOfEdition {
  readonly roundYear: number;
  readonly referenceYear: number;
  readonly opensOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly catalogueVersion: string;
}

/** What the secretariat decided about one country in one round; `version` is the public one, with its true figures. */
export interface ExpectedSubmission {
  readonly country: CountryCode;
  readonly roundYear: number;
  readonly referenceYear: number;
  readonly obligated: boolean;
  /** Excused, also when it has reported of its own accord. */
  readonly exempt: boolean;
  readonly version: {
    readonly number: number;
    readonly publishedAt: Date;
    readonly answers: Answers;
    readonly confirmedNotApplicable: ReadonlySet<IndicatorCode>;
    /** Cells that an earlier edition hid. */
    readonly sticky: ReadonlySet<string>;
  } | null;
}

/** One country in one round as the public may see it: suppressed figures, and the index computed from nothing else. */
export interface PublicSubmission {
  readonly country: CountryCode;
  readonly roundYear: number;
  readonly referenceYear: number;
  readonly obligated: boolean;
  readonly exempt: boolean;
  readonly release: {
    readonly version: number;
    readonly publishedAt: Date;
    readonly submission: PublishedSubmission;
    readonly index: SubmissionIndex;
  } | null;
}

/** Everything an edition is made of. From here on there is no true figure left that could leak. */
export interface EditionInput {
  readonly catalogue: Catalogue;
  readonly countries: readonly Country[];
  readonly demonstration: boolean;
  /** Oldest first. */
  readonly rounds: readonly RoundOfEdition[];
  /** One for every country in every round. */
  readonly submissions: readonly PublicSubmission[];
}

/**
 * Suppression and index for everything that is public, in one pass. The index uses the replacements that publication made for hidden
 * figures, so a score gives no hidden count back.
 */
export function toPublicSubmissions(
  catalogueOf: (roundYear: number) => Catalogue,
  expected: readonly ExpectedSubmission[],
  hidingOrder: HidingOrder,
): readonly PublicSubmission[] {
  return expected.map((item) => {
    const { version, ...report } = item;
    const { country, roundYear: year } = report;
    if (version === null) return { ...report, release: null };
    const catalogue = catalogueOf(year);
    const { answers, confirmedNotApplicable, sticky } = version;
    const { published } = publishAnswers({
      catalogue,
      submissions: [{ country, year, answers, confirmedNotApplicable, sticky }],
      hidingOrder,
    });
    const submission = published.get(`${country}|${year}`);
    if (!submission) throw new Error(`publication left out ${country} ${year}`);
    const index = submissionIndex({
      catalogue,
      answers,
      confirmedNotApplicable,
      indexNumerators: submission.indexNumerators,
      indexDenominators: submission.indexDenominators,
    });
    return {
      ...report,
      release: { version: version.number, publishedAt: version.publishedAt, submission, index },
    };
  });
}
