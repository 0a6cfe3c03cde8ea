import { roundActsTold } from "@avances/domain/round";
import { z } from "zod";
import { FindingSchema, PlainAnswer, Progress, SavedAnswer } from "../answers.ts";
import { contract } from "../contract.ts";
import { RoundView } from "../reference.ts";
import { RoundDates } from "../rounds.ts";
import { CountryFilter, DateOnly, Id, IndicatorCodeSchema, Instant, limited, RoundYear } from "../values.ts";
import { CommentView, ThreadView } from "./comments.ts";
import { SubmissionParams } from "./params.ts";
import { Publication } from "./publication-state.ts";
import { ReopenedAnswer } from "./reopening.ts";
import { Signature } from "./signature-state.ts";
import { ActView, SubmissionSummary } from "./summary.ts";

export const RoundCorrection = z
  .object({ act: z.enum(roundActsTold), at: Instant, before: RoundDates, after: RoundDates, reason: z.string() })
  .meta({
    id: "RoundCorrection",
    description:
      "What the Secretariat did to a round after it was opened, for people who report in it: corrected its dates, closed it before its day or opened it again; when and why. The person is not named: the office decided.",
  });

export type RoundCorrection = z.output<typeof RoundCorrection>;

export const VersionView = z
  .object({
    version: z.int(),
    submittedAt: Instant,
    submittedByName: z.string(),
    contentHash: z.string(),
    signedByName: z
      .string()
      .nullable()
      .describe("Whoever signed it for the country before it was submitted; null = no signature was asked for."),
    questionsLeft: z
      .array(Id)
      .readonly()
      .describe("Questions of the Secretariat that were knowingly left without an answer: ids of remarks."),
  })
  .meta({
    id: "Version",
    description: "A submitted version. It never changes; `contentHash` is the SHA-256 of its answers.",
  });

export const MayNow = z
  .object({
    edit: z.boolean(),
    submit: z
      .boolean()
      .describe("Ask for the signature, where the round asks for one, and submit once the report can be submitted."),
    sign: z.boolean().describe("Sign the report for the country, or send it back to those who prepare it."),
    withdraw: z.boolean(),
    review: z.boolean(),
    consent: z.boolean(),
  })
  .meta({ id: "MayNow", description: "What this reader may do with the submission now; decided by the server." });

const EarlierFigure = z
  .object({
    indicatorCode: IndicatorCodeSchema,
    state: z.enum(["reported", "not_available", "not_applicable"]),
    figure: z
      .discriminatedUnion("type", [
        z.object({ type: z.literal("count"), total: z.int().nullable() }),
        z.object({ type: z.literal("ratio"), numerator: z.int().nullable(), denominator: z.int().nullable() }),
        z.object({ type: z.literal("money"), amountMinor: z.int(), currency: z.string() }),
      ])
      .nullable()
      .describe("Without breakdowns; null unless `reported`."),
  })
  .meta({ id: "EarlierFigure", description: "The figure that was accepted for an indicator in an earlier round." });

const EarlierRound = z
  .object({ year: z.int(), referenceYear: z.int(), figures: z.array(EarlierFigure).readonly() })
  .meta({
    id: "EarlierRound",
    description: "The figures of a country's accepted version of an earlier round, for indicators that ask for one.",
  });

export const SubmissionView = z
  .object({
    submission: SubmissionSummary,
    round: RoundView,
    timeZone: z.string(),
    copy: z
      .enum(["working", "frozen"])
      .describe(
        "`working`: the country's own copy. `frozen`: the latest submitted version, the only one the secretariat sees.",
      ),
    answers: z.array(SavedAnswer).readonly(),
    previous: z
      .object({
        year: z.int().nullable(),
        referenceYear: z.int().nullable(),
        answers: z.array(PlainAnswer).readonly(),
        earlier: z
          .array(EarlierRound)
          .readonly()
          .describe("The nearest earlier rounds with an accepted version, newest first, at most three."),
        unchanged: z
          .array(z.object({ indicatorCode: IndicatorCodeSchema, year: z.int() }))
          .readonly()
          .describe(
            "Those of `answers` that every round has said since an earlier one: `year` names that round. A round without an accepted version ends the search.",
          ),
      })
      .describe("Latest accepted version of the previous round; empty when there is none."),
    findings: z.array(FindingSchema).readonly(),
    progress: Progress,
    comments: z.array(CommentView).readonly(),
    threads: z.array(ThreadView).readonly().describe("How the talk on each answer stands."),
    talk: z
      .int()
      .describe(
        "Grows with every remark, closing and first look that the reader can read; the stream tells the same number as `notes`.",
      ),
    reopened: z
      .array(ReopenedAnswer)
      .readonly()
      .describe("Answers that the country opened itself in a returned report, oldest first."),
    inQuestion: z
      .array(IndicatorCodeSchema)
      .readonly()
      .nullable()
      .describe(
        "For a returned report, until it is sent again: those of the reader's answers that may be changed to answer its questions. Null = all of them (if `may.edit` allows changes).",
      ),
    confirmedNotApplicable: z
      .array(IndicatorCodeSchema)
      .readonly()
      .describe(
        'Declared "not applicable" that the secretariat confirmed when it accepted the version; empty as long as none is accepted.',
      ),
    confirmedBefore: z
      .array(z.object({ indicatorCode: IndicatorCodeSchema, version: z.int() }))
      .readonly()
      .describe(
        "Those that it had confirmed in an earlier acceptance, which a return has ended, each with the last version in which it was confirmed.",
      ),
    versions: z.array(VersionView).readonly(),
    acts: z.array(ActView).readonly().describe("Acts on the submission, oldest first; empty for contributors."),
    roundCorrections: z
      .array(RoundCorrection)
      .readonly()
      .describe("What was done to the round since it was opened, oldest first; empty for contributors."),
    answerBy: DateOnly.nullable().describe(
      "By which day, in the country's calendar, the secretariat said that it answers the version that it has now; it may have passed. Null = it said nothing, or it has none to answer. Null for contributors.",
    ),
    publication: Publication.nullable().describe(
      "Present while the version is accepted and not public yet; else null. Null for contributors.",
    ),
    signature: Signature.nullable().describe(
      "The signature of the next version; null when the round asks for none, while the report is not being prepared, and for readers who do not see the country's whole working copy.",
    ),
    may: MayNow,
  })
  .meta({
    id: "Submission",
    description: "The report of one country in one round, with everything that this reader may see of it.",
  });

export type SubmissionView = z.output<typeof SubmissionView>;

/** Most submissions on one page: a country has one a year, the Secretariat reads those of all. */
export const submissionsOnPage = 100;

const ListPosition = limited(8)
  .regex(/^\d{4}-[A-Z]{3}$/)
  .meta({ examples: ["2026-GTM"] });

export const listSubmissions = contract({
  operationId: "listSubmissions",
  method: "GET",
  path: "/submissions",
  summary: "Submissions the reader may see, newest round first, page by page",
  action: "submission.read",
  bySection: true,
  query: z.strictObject({
    round: RoundYear.optional(),
    country: CountryFilter.optional(),
    after: ListPosition.describe("Where this page begins: the `next` of the previous page.").optional(),
  }),
  response: z.object({
    submissions: z.array(SubmissionSummary).max(submissionsOnPage).readonly(),
    next: ListPosition.nullable().describe(
      "Where the next page begins, to be sent as `after`; null = this is the last page.",
    ),
  }),
});

export const getSubmission = contract({
  operationId: "getSubmission",
  method: "GET",
  path: "/submissions/:submissionId",
  summary: "A country's submission with answers, last round's answers, findings and comments",
  action: "submission.read",
  bySection: true,
  params: SubmissionParams,
  response: SubmissionView,
});
