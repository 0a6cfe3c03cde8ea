import { promisedDaysRange, questionReasons, verdicts } from "@avances/domain/submission";
import { textLimits } from "@avances/domain/text";
import { z } from "zod";
import { PlainAnswer } from "../answers.ts";
import { contract } from "../contract.ts";
import { IndicatorCodeSchema, Instant, plainText } from "../values.ts";
import { SubmissionParams } from "./params.ts";

/** More answers than a report has. */
const marksAtMost = 80;
const VerdictKind = z.enum(verdicts);
const Reason = z.enum(questionReasons);

export const VerdictView = z
  .object({
    indicatorCode: IndicatorCodeSchema,
    verdict: VerdictKind.nullable().describe("Null = it was taken back."),
    reason: Reason.nullable(),
    words: z.string().describe("The question as the country will read it, or the reservation; may be empty."),
    version: z.int().describe("The version whose answer was read."),
    stands: z.boolean().describe("The latest version says the same in every part."),
    askedAt: Instant.nullable().describe("When the question went to the country; null = it waits for a return."),
    revision: z.int().describe("Rises with every change of this mark; a change names the one that was seen, 0 = none."),
    at: Instant,
    byName: z.string(),
  })
  .meta({
    id: "Verdict",
    description: "What the secretariat says of an answer. Its working material: never public, and not for the country.",
  });

const Verdicts = z
  .object({
    version: z.int().describe("The latest submitted version."),
    verdicts: z.array(VerdictView).readonly(),
    total: z.int().describe("Grows with every change; the stream tells the same number as `verdicts`."),
  })
  .meta({ id: "Verdicts", description: "What the secretariat says of the answers of a report." });
export type VerdictsView = z.output<typeof Verdicts>;
export type VerdictView = z.output<typeof VerdictView>;

export const listVerdicts = contract({
  operationId: "listVerdicts",
  method: "GET",
  path: "/submissions/:submissionId/verdicts",
  summary: "What the secretariat says of the answers of a report",
  action: "submission.review",
  params: SubmissionParams,
  response: Verdicts,
});

export const markAnswers = contract({
  operationId: "markAnswers",
  method: "PUT",
  path: "/submissions/:submissionId/verdicts",
  summary: "Mark answers of the latest version: seen, a question, a reservation; all of them or none",
  description:
    "A mark is kept for later versions as long as they say the same. Questions are sent to the country by returning the report; until then nothing leaves.",
  action: "submission.review",
  params: SubmissionParams,
  body: z.strictObject({
    version: z.int().min(1).describe("The version that was read."),
    marks: z
      .array(
        z.strictObject({
          indicatorCode: IndicatorCodeSchema,
          verdict: VerdictKind.nullable(),
          reason: Reason.nullable(),
          words: plainText(textLimits.note),
          revision: z.int().min(0),
        }),
      )
      .min(1)
      .max(marksAtMost),
  }),
  response: Verdicts,
  details: {
    "revision-stale": z.object({ current: Verdicts }).meta({
      id: "StaleVerdicts",
      description: "Details of `revision-stale`: a newer version came, or somebody else marked one of these answers.",
    }),
  },
  idempotent: true,
  problems: ["revision-stale", "idempotency-key-required", "idempotency-key-reused"],
});

export const getVersionAnswers = contract({
  operationId: "getVersionAnswers",
  method: "GET",
  path: "/submissions/:submissionId/versions/:version/answers",
  summary: "The answers of a submitted version, to be compared with another",
  action: "submission.review",
  params: SubmissionParams.extend({
    version: z
      .string()
      .regex(/^[1-9]\d{0,3}$/)
      .transform(Number)
      .meta({ written: { type: "integer", minimum: 1, maximum: 9999, examples: [1] } })
      .describe("Number of the version."),
  }),
  response: z.object({ version: z.int(), submittedAt: Instant, answers: z.array(PlainAnswer).readonly() }),
});

const ReviewPromise = z
  .object({
    days: z.int().nullable().describe("Working days; null = nothing is promised."),
    decided: z.object({ at: Instant, byName: z.string() }).nullable(),
    revision: z.int().describe("Rises with every decision, from 0; a decision names the one that was seen."),
  })
  .meta({ id: "ReviewPromise", description: "Within how many working days the secretariat answers a report." });

export const getReviewPromise = contract({
  operationId: "getReviewPromise",
  method: "GET",
  path: "/reviews/promise",
  summary: "Within how many working days the secretariat says that it answers",
  action: "submission.review",
  response: ReviewPromise,
});

export const setReviewPromise = contract({
  operationId: "setReviewPromise",
  method: "PUT",
  path: "/reviews/promise",
  summary: "Decide within how many working days the secretariat answers a report that it receives from now on",
  description:
    "The receipt of a report names the day. Reports that were received before keep the day that was promised then.",
  action: "submission.review",
  body: z.strictObject({
    days: z.int().min(promisedDaysRange.least).max(promisedDaysRange.most).nullable(),
  }),
  response: ReviewPromise,
  details: {
    "revision-stale": z.object({ current: ReviewPromise }).meta({
      id: "StaleReviewPromise",
      description: "Details of `revision-stale` when somebody decided meanwhile: what is so now.",
    }),
  },
  ifMatch: true,
  idempotent: true,
  problems: ["revision-required", "revision-stale", "idempotency-key-required", "idempotency-key-reused"],
});
