import { z } from "zod";
import { SavedAnswer } from "../answers.ts";
import { contract } from "../contract.ts";
import { Id, IndicatorCodeSchema, limited } from "../values.ts";
import { mostAnswers, SubmissionParams } from "./params.ts";

/** A section of the form: Protocol and dimension. */
const SectionKey = z
  .string()
  .regex(/^(TIP|SOM)-(LEG|PRV|PRO|JUS|COO|DAT)$/)
  .meta({ id: "SectionKey", description: "A section of the form: Protocol and dimension.", examples: ["TIP-PRO"] });

const Colleague = z
  .object({
    stream: Id.describe("Where this person is connected; somebody with two tabs is connected twice."),
    who: z
      .enum(["colleague", "own-tab", "own-elsewhere"])
      .describe(
        "`own-tab`: another tab of the reader's own session. `own-elsewhere`: the reader in another browser or on another device.",
      ),
    name: z.string(),
    section: SectionKey.nullable().describe("Where in the form; null = in the report, in no section."),
    indicatorCode: IndicatorCodeSchema.nullable(),
  })
  .meta({ id: "Colleague", description: "Somebody of the country who has the report open now." });

export type Colleague = z.output<typeof Colleague>;

/** What one event of the stream says; what did not change is absent. */
export const LiveNews = z
  .object({
    stream: Id.exactOptional().describe("Only in the first event: the id of this stream, for `tellPlace`."),
    revision: z
      .int()
      .exactOptional()
      .describe("Present revision of the submission: somebody submitted it, returned it, extended it …"),
    answers: z
      .record(IndicatorCodeSchema, z.int())
      .exactOptional()
      .describe("Present revisions of answers that may have changed; in the first event, of all."),
    notes: z
      .int()
      .exactOptional()
      .describe("Grows with every remark, closing and first look that the reader can read: `talk` of the submission."),
    proposals: z
      .int()
      .exactOptional()
      .describe("How many proposals of contributors wait for those who report; only they are told."),
    verdicts: z
      .int()
      .exactOptional()
      .describe(
        "Grows with every mark of the Secretariat on an answer (`listVerdicts`); only the Secretariat is told.",
      ),
    asked: z
      .int()
      .exactOptional()
      .describe("Present revision of what the reader was asked by a link (`OwnPart`); only that person is told."),
    people: z
      .array(Colleague)
      .readonly()
      .exactOptional()
      .describe("Everybody else who has the report open, where the reader may know it."),
  })
  .meta({
    id: "LiveNews",
    description:
      "What happened to a report, without its content: whoever needs it reads it. The first event tells the present state, and so does the one after a moment in which the server may have missed something.",
  });

export type LiveNews = z.output<typeof LiveNews>;

export const followSubmission = contract({
  operationId: "followSubmission",
  method: "GET",
  path: "/submissions/:submissionId/live",
  summary: "Follow a report: server-sent events tell what others change in it, and who has it open",
  description:
    "Each event's `data` is JSON. The stream ends when the session ends, after ten minutes at most, and when the server stops: connect again, after a while that grows. It does not keep a session from going idle. The Secretariat learns of acts and of remarks that are shared with it, and of nothing else.",
  action: "submission.read",
  bySection: true,
  params: SubmissionParams,
  response: LiveNews,
  contentType: "text/event-stream",
  stream: true,
});

export const tellPlace = contract({
  operationId: "tellPlace",
  method: "PUT",
  path: "/submissions/:submissionId/live/:streamId",
  summary: "Tell colleagues where in the form one is",
  description: "Nothing of it is stored: when the stream ends, it is forgotten.",
  action: "submission.read",
  bySection: true,
  params: SubmissionParams.extend({ streamId: Id.describe("The `stream` of the first event.") }),
  body: z.strictObject({ section: SectionKey.nullable(), indicatorCode: IndicatorCodeSchema.nullable() }),
  response: z.undefined(),
  status: 204,
});

const codes = /^[A-Z]{3}-[A-Z]{3}-\d{2}(,[A-Z]{3}-[A-Z]{3}-\d{2})*$/;

export const readAnswers = contract({
  operationId: "readAnswers",
  method: "GET",
  path: "/submissions/:submissionId/answers",
  summary: "The present answers to some indicators, cleared ones included",
  action: "submission.read",
  bySection: true,
  params: SubmissionParams,
  query: z.strictObject({
    indicators: limited(mostAnswers * 11)
      .regex(codes)
      .meta({ examples: ["TIP-PRO-01,TIP-PRO-02"] })
      .describe("Their codes, with commas between them. Those that the reader may not see are left out."),
  }),
  response: z
    .object({
      answers: z.array(SavedAnswer).readonly(),
      byReader: z
        .array(IndicatorCodeSchema)
        .readonly()
        .describe("Those that the reader saved last, in whichever browser."),
      answered: z.int().describe("How many of the indicators that the reader sees are answered."),
      submissionRevision: z.int().describe("Revision of the submission: every act raises it."),
    })
    .meta({
      id: "PresentAnswers",
      description: "Answers of the working copy. Without answers for the Secretariat.",
    }),
});
