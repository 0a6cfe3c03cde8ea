import { shortestActReason, textLimits } from "@avances/domain/text";
import { z } from "zod";
import { contract } from "../contract.ts";
import { IndicatorCodeSchema, Instant, plainText } from "../values.ts";
import { AnswerParams } from "./params.ts";
import { staleAct, transitionProblems } from "./refusals.ts";

export const ReopenedAnswer = z
  .object({
    indicatorCode: IndicatorCodeSchema,
    version: z.int().describe("The version that was read: the latest at that time."),
    at: Instant,
    byName: z.string(),
    reason: z.string(),
  })
  .meta({
    id: "ReopenedAnswer",
    description: "An answer of a returned report that nobody asked about, opened by the country, and why.",
  });

export type ReopenedAnswer = z.output<typeof ReopenedAnswer>;

export const reopenAnswer = contract({
  operationId: "reopenAnswer",
  method: "POST",
  path: "/submissions/:submissionId/answers/:indicatorCode/reopen",
  summary: "Open one answer of a returned report that the Secretariat does not ask about, with a reason that it reads",
  description:
    "The answer, and those that rules tie to it, can then be changed by everybody who writes in the report. `not-available-now`: it can be changed already, or nothing in this report is locked.",
  action: "answer.reopen",
  params: AnswerParams,
  body: z.strictObject({ reason: plainText(textLimits.actReason, shortestActReason) }),
  response: z.object({
    reopened: ReopenedAnswer,
    inQuestion: z.array(IndicatorCodeSchema).readonly().describe("The answers that may be changed now."),
    submissionRevision: z.int(),
  }),
  details: staleAct,
  ifMatch: true,
  idempotent: true,
  problems: [...transitionProblems, "not-available-now", "submission-not-editable"],
});
