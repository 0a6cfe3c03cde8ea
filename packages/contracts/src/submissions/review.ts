import { shortestActReason, textLimits } from "@avances/domain/text";
import { z } from "zod";
import { contract } from "../contract.ts";
import { DateOnly, IndicatorCodeSchema, Instant, plainText } from "../values.ts";
import { SubmissionParams } from "./params.ts";
import { Publication } from "./publication-state.ts";
import { staleAct, transitionProblems } from "./refusals.ts";
import { SubmissionSummary } from "./summary.ts";

export const returnSubmission = contract({
  operationId: "returnSubmission",
  method: "POST",
  path: "/submissions/:submissionId/return",
  summary: "Send back for clarification with reasons and a due date of its own",
  action: "submission.review",
  params: SubmissionParams,
  body: z.strictObject({
    dueOn: DateOnly.optional(),
    comments: z
      .array(z.strictObject({ indicatorCode: IndicatorCodeSchema.nullable(), body: plainText(textLimits.note, 1) }))
      .min(1)
      .max(80),
  }),
  response: SubmissionSummary,
  details: staleAct,
  ifMatch: true,
  idempotent: true,
  problems: [...transitionProblems, "round-dates-out-of-order"],
});

export const acceptSubmission = contract({
  operationId: "acceptSubmission",
  method: "POST",
  path: "/submissions/:submissionId/accept",
  summary: "Accept the submitted version, and confirm the listed answers that it declares 'not applicable'",
  action: "submission.review",
  params: SubmissionParams,
  body: z.strictObject({ confirmNotApplicable: z.array(IndicatorCodeSchema).max(80).optional() }).optional(),
  response: SubmissionSummary,
  details: staleAct,
  ifMatch: true,
  idempotent: true,
  problems: transitionProblems,
});

export const publishSubmission = contract({
  operationId: "publishSubmission",
  method: "POST",
  path: "/submissions/:submissionId/publish",
  summary:
    "Publish the accepted version: it is suppressed and scored once, and a new edition of the public file shows it",
  action: "submission.publish",
  params: SubmissionParams,
  body: z.strictObject({}).optional(),
  response: SubmissionSummary.extend({
    edition: z
      .object({ id: z.int(), publishedAt: Instant })
      .describe("The present edition of the public file. It shows this version, or a later one."),
  }).meta({ id: "PublishedSubmission", description: "The report as it is published, and the edition that shows it." }),
  details: staleAct,
  ifMatch: true,
  idempotent: true,
  problems: [...transitionProblems, "publication-too-early"],
});

export const exemptSubmission = contract({
  operationId: "exemptSubmission",
  method: "POST",
  path: "/submissions/:submissionId/exempt",
  summary: "Record that a country need not report in this round, with the reason",
  action: "submission.exempt",
  params: SubmissionParams,
  body: z.strictObject({ reason: plainText(textLimits.actReason, shortestActReason) }),
  response: SubmissionSummary,
  details: staleAct,
  ifMatch: true,
  idempotent: true,
  problems: transitionProblems,
});

export const extendSubmission = contract({
  operationId: "extendSubmission",
  method: "POST",
  path: "/submissions/:submissionId/extend",
  summary: "Give a country a later due date; its reminders move with it",
  action: "submission.extend",
  params: SubmissionParams,
  body: z.strictObject({ dueOn: DateOnly, reason: plainText(textLimits.actReason, shortestActReason) }),
  response: SubmissionSummary,
  details: staleAct,
  ifMatch: true,
  idempotent: true,
  problems: [...transitionProblems, "round-dates-out-of-order"],
});

const reason = plainText(textLimits.actReason, shortestActReason);

const correction = {
  method: "POST",
  params: SubmissionParams,
  response: SubmissionSummary,
  details: staleAct,
  ifMatch: true,
  idempotent: true,
} as const;

export const correctExtension = contract({
  ...correction,
  operationId: "correctExtension",
  path: "/submissions/:submissionId/correct-extension",
  summary: "Replace the date of an extension that was given by mistake; the record keeps both",
  action: "submission.extend",
  body: z.strictObject({ dueOn: DateOnly, reason }),
  problems: [...transitionProblems, "round-dates-out-of-order"],
});

export const takeBackExtension = contract({
  ...correction,
  operationId: "takeBackExtension",
  path: "/submissions/:submissionId/take-back-extension",
  summary: "Take an extension back: the due date of the round counts again; the record keeps it",
  action: "submission.extend",
  body: z.strictObject({ reason }),
  problems: transitionProblems,
});

export const correctReturnDate = contract({
  ...correction,
  operationId: "correctReturnDate",
  path: "/submissions/:submissionId/correct-return-date",
  summary: "Give returned work another date",
  action: "submission.review",
  body: z.strictObject({ dueOn: DateOnly, reason }),
  problems: [...transitionProblems, "round-dates-out-of-order"],
});

export const takeBackExemption = contract({
  ...correction,
  operationId: "takeBackExemption",
  path: "/submissions/:submissionId/take-back-exemption",
  summary: "Take an exemption back: the report is owed again, with its draft as it is",
  action: "submission.exempt",
  body: z.strictObject({ reason }),
  problems: transitionProblems,
});

export const listReviews = contract({
  operationId: "listReviews",
  method: "GET",
  path: "/reviews",
  summary: "Review queue: submitted, accepted and returned work, oldest first",
  action: "submission.review",
  response: z.object({
    submissions: z
      .array(
        SubmissionSummary.extend({
          publication: Publication.nullable(),
          answerBy: DateOnly.nullable().describe(
            "By which day the secretariat said that it answers, in the country's calendar; null = nothing was promised when it came.",
          ),
          marked: z.int().describe("How many answers have a verdict of the secretariat, of whatever version."),
        }),
      )
      .readonly(),
  }),
});
