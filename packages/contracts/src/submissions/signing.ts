import { shortestActReason, textLimits } from "@avances/domain/text";
import { z } from "zod";
import { contract } from "../contract.ts";
import { IndicatorCodeSchema, plainText } from "../values.ts";
import { SubmissionParams } from "./params.ts";
import { transitionProblems } from "./refusals.ts";
import { Signature } from "./signature-state.ts";
import { AnswersChanged, DeclaredAnswers, LeftQuestions, QuestionsOpen, SeenAnswers } from "./submitting.ts";
import { StaleAct } from "./summary.ts";

const step = {
  method: "POST",
  params: SubmissionParams,
  response: Signature,
  ifMatch: true,
  idempotent: true,
} as const;
const details = {
  "revision-stale": StaleAct,
  "answers-changed": AnswersChanged,
  "questions-open": QuestionsOpen,
} as const;
/** What keeps a report from being submitted keeps it from being signed. */
const problems = [
  ...transitionProblems,
  "not-available-now",
  "answers-changed",
  "round-not-open",
  "nothing-answered",
  "submission-has-errors",
  "questions-open",
] as const;

export const askForSignature = contract({
  ...step,
  operationId: "askForSignature",
  path: "/submissions/:submissionId/signature/ask",
  summary: "Ask the country's approvers to sign the answers that were seen; they are written to",
  description:
    "Only in rounds that ask for a signature, and only when nothing else keeps the report from being submitted. `not-available-now`: the round asks for none, or the present answers are signed already.",
  action: "submission.submit",
  body: z.strictObject({ answers: SeenAnswers, leaving: LeftQuestions.optional() }),
  details,
  problems,
});

export const signSubmission = contract({
  ...step,
  operationId: "signSubmission",
  path: "/submissions/:submissionId/signature/sign",
  summary: "Sign the answers that were seen, for the country; those who report are written to",
  description:
    "The signature falls when an answer changes afterwards. Refused with `signer-is-author`, which names the answers, to whoever last wrote one of them.",
  action: "submission.sign",
  body: DeclaredAnswers,
  details: {
    ...details,
    "signer-is-author": z.object({ indicators: z.array(IndicatorCodeSchema).readonly() }).meta({
      id: "SignerIsAuthor",
      description: "Details of `signer-is-author`: the indicators whose answer this person wrote last.",
    }),
  },
  problems: [...problems, "signer-is-author"],
});

export const sendBackForSignature = contract({
  ...step,
  operationId: "sendBackForSignature",
  path: "/submissions/:submissionId/signature/send-back",
  summary: "Send the report back to those who prepare it, with a reason, instead of signing; or take a signature back",
  description: "The reason stays in the country. `not-available-now`: nobody has asked for the signature.",
  action: "submission.sign",
  body: z.strictObject({ reason: plainText(textLimits.actReason, shortestActReason) }),
  details: { "revision-stale": StaleAct },
  problems: [...transitionProblems, "not-available-now"],
});
