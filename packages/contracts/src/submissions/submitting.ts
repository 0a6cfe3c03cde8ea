import { textLimits } from "@avances/domain/text";
import { z } from "zod";
import { Progress } from "../answers.ts";
import { contract } from "../contract.ts";
import { Timeliness } from "../rounds.ts";
import {
  CountryCodeSchema,
  Id,
  IndicatorCodeSchema,
  Instant,
  LanguageCode,
  plainText,
  StatusSchema,
} from "../values.ts";
import { mostAnswers, SubmissionParams } from "./params.ts";
import { staleAct, transitionProblems } from "./refusals.ts";
import { StaleAct, SubmissionSummary } from "./summary.ts";

export const Receipt = z
  .object({
    submissionId: Id,
    country: CountryCodeSchema,
    year: z.int(),
    referenceYear: z.int(),
    version: z.int(),
    submittedAt: Instant,
    submittedByName: z.string(),
    contentHash: z.string(),
    signedAt: Instant.nullable(),
    signedByName: z
      .string()
      .nullable()
      .describe(
        "Whoever signed the version for the country before it was submitted; null = no signature was asked for.",
      ),
    timeliness: Timeliness,
    timeZone: z.string(),
    progress: Progress,
    questionsLeft: z
      .array(
        z.object({
          id: Id.describe("Of the remark that asks it."),
          indicatorCode: IndicatorCodeSchema.nullable().describe("Null = about the whole report."),
        }),
      )
      .readonly()
      .describe(
        "Questions of the Secretariat that were knowingly left without an answer when this version was submitted, as far as the reader may read them.",
      ),
    status: StatusSchema,
    revision: z.int().describe("Present revision of the submission."),
  })
  .meta({ id: "Receipt", description: "Proof that a version was submitted: when, by whom, with which content." });

export const VersionNumber = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)
  .meta({
    description: "Number of the version; if absent, the latest.",
    written: { type: "integer", minimum: 0, maximum: 9999, examples: [1] },
  });

export const SeenAnswers = z
  .record(IndicatorCodeSchema, z.int().min(0))
  .refine((seen) => Object.keys(seen).length <= mostAnswers, `No report has more than ${mostAnswers} answers`)
  .meta({
    id: "SeenAnswers",
    description:
      "The answers that are declared: by indicator, the revision that the submitter saw. Absent or 0 = there was none.",
    examples: [{ "TIP-LEG-01": 3, "TIP-LEG-02": 1 }],
  });

export const AnswersChanged = z.object({ indicators: z.array(IndicatorCodeSchema).readonly() }).meta({
  id: "AnswersChanged",
  description:
    "Details of `answers-changed`: the indicators whose answer was changed, given or cleared since it was seen.",
});

export type AnswersChanged = z.output<typeof AnswersChanged>;

export const LeftQuestions = z.array(Id).max(500).meta({
  id: "LeftQuestions",
  description:
    "Ids of questions of the Secretariat that are knowingly left without an answer. Whoever sends nothing here is asked about them first (`questions-open`).",
});

export const QuestionsOpen = z
  .object({
    questions: z.array(z.object({ id: Id, indicatorCode: IndicatorCodeSchema.nullable() })).readonly(),
  })
  .meta({
    id: "QuestionsOpen",
    description:
      "Details of `questions-open`: the questions that have no answer. Naming all of them in `leaving` sends the report all the same, and the record says so.",
  });

export type QuestionsOpen = z.output<typeof QuestionsOpen>;

export const SignatureMissing = z
  .object({
    standing: z.enum(["unasked", "asked", "sent_back", "fallen", "own"]),
    indicators: z.array(IndicatorCodeSchema).readonly(),
  })
  .meta({
    id: "SignatureMissing",
    description:
      "Details of `signature-missing`: nobody was asked (`unasked`), the approver has not signed yet (`asked`), has sent it back (`sent_back`), signed before these indicators were changed (`fallen`), or is the very person who submits (`own`).",
  });

export type SignatureMissing = z.output<typeof SignatureMissing>;

export const DeclaredAnswers = z
  .strictObject({ declaration: z.literal(true), answers: SeenAnswers, leaving: LeftQuestions.optional() })
  .meta({
    id: "DeclaredAnswers",
    description: "Signing off, or signing, exactly these answers, with the declaration that stands above the button.",
  });

export const submitSubmission = contract({
  operationId: "submitSubmission",
  method: "POST",
  path: "/submissions/:submissionId/submit",
  summary: "Sign off the answers that were seen: freezes a numbered version and returns its receipt",
  details: {
    "revision-stale": StaleAct,
    "answers-changed": AnswersChanged,
    "questions-open": QuestionsOpen,
    "signature-missing": SignatureMissing,
  },
  action: "submission.submit",
  params: SubmissionParams,
  body: DeclaredAnswers,
  response: Receipt,
  ifMatch: true,
  idempotent: true,
  problems: [
    ...transitionProblems,
    "answers-changed",
    "round-not-open",
    "nothing-answered",
    "submission-has-errors",
    "questions-open",
    "signature-missing",
  ],
});

export const getReceipt = contract({
  operationId: "getReceipt",
  method: "GET",
  path: "/submissions/:submissionId/receipt",
  summary: "The receipt of the latest (or a given) submitted version",
  action: "submission.read",
  params: SubmissionParams,
  query: z.strictObject({ version: VersionNumber.optional() }),
  response: Receipt,
});

export const getReceiptFile = contract({
  operationId: "getReceiptFile",
  method: "GET",
  path: "/submissions/:submissionId/receipt.pdf",
  summary: "The receipt of a submitted version as a PDF; of one version and language it is always the same file",
  action: "receipt.download",
  params: SubmissionParams,
  query: z.strictObject({
    version: VersionNumber.optional(),
    language: LanguageCode.describe("If absent, the working language of the country.").optional(),
  }),
  response: z.string().meta({ description: "A PDF file.", format: "binary" }),
  contentType: "application/pdf",
});

export const withdrawSubmission = contract({
  operationId: "withdrawSubmission",
  method: "POST",
  path: "/submissions/:submissionId/withdraw",
  summary: "Withdraw a submission that is not yet accepted, in order to change it",
  action: "submission.withdraw",
  params: SubmissionParams,
  body: z.strictObject({ reason: plainText(textLimits.actReason) }).optional(),
  response: SubmissionSummary,
  details: staleAct,
  ifMatch: true,
  idempotent: true,
  problems: transitionProblems,
});
