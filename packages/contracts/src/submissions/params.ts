import { z } from "zod";
import { Id, IndicatorCodeSchema } from "../values.ts";

const SubmissionId = Id.describe("Id of a submission, from `GET /submissions`.");

export const SubmissionParams = z.strictObject({ submissionId: SubmissionId });

export const AnswerParams = z.strictObject({
  submissionId: SubmissionId,
  indicatorCode: IndicatorCodeSchema.describe("An indicator of the round's catalogue."),
});

/** More than the number of indicators in any catalogue. */
export const mostAnswers = 120;
