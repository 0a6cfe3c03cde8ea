import { z } from "zod";
import { AnswerInput, FindingSchema, SavedAnswer } from "../answers.ts";
import { contract } from "../contract.ts";
import { IndicatorCodeSchema, StatusSchema } from "../values.ts";
import { AnswerParams, mostAnswers, SubmissionParams } from "./params.ts";
import { MayNow } from "./view.ts";

const StaleAnswer = z
  .object({
    current: SavedAnswer.nullable(),
    byReader: z.boolean().describe("Did the caller save the present answer, in another tab or browser?"),
  })
  .meta({
    id: "StaleAnswer",
    description:
      "Details of `revision-stale` when somebody saved the answer meanwhile: the present answer; null = there is none.",
  });

const StaleAnswers = z
  .object({ conflicts: z.array(StaleAnswer.extend({ indicatorCode: IndicatorCodeSchema })).readonly() })
  .meta({
    id: "StaleAnswers",
    description: "Details of `revision-stale` for many answers: each one that is not as it was seen.",
  });

export const SaveReply = z
  .object({
    answer: SavedAnswer,
    findings: z
      .array(FindingSchema)
      .readonly()
      .describe(
        "Findings about the saved indicator or any other that a rule ties to it; `checked` lists the indicators for which they are complete.",
      ),
    checked: z.array(IndicatorCodeSchema).readonly(),
    status: StatusSchema,
    answered: z.int(),
    may: MayNow.describe("What may be done after this save; the first save makes submitting possible."),
    submissionRevision: z.int().describe("Revision of the submission: the first answer starts it, which is an act."),
  })
  .meta({ id: "SaveReply", description: "The saved answer, and what changed with it." });

export const saveAnswer = contract({
  operationId: "saveAnswer",
  method: "PUT",
  path: "/submissions/:submissionId/answers/:indicatorCode",
  summary: "Save one answer of the working copy",
  description:
    "The whole answer is replaced. `If-Match` names the revision that was seen (`v0` for one that was never saved): when somebody else has saved meanwhile, nothing is written and the refusal carries the present answer. What is saved is a draft: findings tell what still keeps the report from being submitted.",
  details: { "revision-stale": StaleAnswer },
  action: "answer.write",
  bySection: true,
  params: AnswerParams,
  body: AnswerInput,
  response: SaveReply,
  ifMatch: true,
  problems: [
    "revision-required",
    "revision-stale",
    "submission-not-editable",
    "answer-not-in-question",
    "answer-not-accepted",
  ],
});

export const saveAnswers = contract({
  operationId: "saveAnswers",
  method: "PUT",
  path: "/submissions/:submissionId/answers",
  summary: "Save many answers at once: all or none",
  description: "Each answer names the revision that was seen (`0` if it was never saved).",
  details: { "revision-stale": StaleAnswers },
  action: "answer.write",
  bySection: true,
  params: SubmissionParams,
  body: z.strictObject({
    answers: z
      .array(AnswerInput.extend({ indicatorCode: IndicatorCodeSchema, revision: z.int().min(0) }))
      .min(1)
      .max(mostAnswers),
  }),
  response: z.object({
    answers: z.array(SavedAnswer).readonly(),
    findings: z.array(FindingSchema).readonly(),
    status: StatusSchema,
    answered: z.int(),
    may: MayNow,
    submissionRevision: z.int(),
  }),
  problems: ["revision-stale", "submission-not-editable", "answer-not-in-question", "answer-not-accepted"],
});
