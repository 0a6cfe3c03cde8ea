import { audiences, threadStates } from "@avances/domain/submission";
import { textLimits } from "@avances/domain/text";
import { z } from "zod";
import { contract } from "../contract.ts";
import { Id, IndicatorCodeSchema, Instant, plainText } from "../values.ts";
import { SubmissionParams } from "./params.ts";

export const CommentView = z
  .object({
    id: Id,
    indicatorCode: IndicatorCodeSchema.nullable(),
    audience: z.enum(audiences),
    version: z.int(),
    body: z.string(),
    authorName: z.string(),
    authorRole: z.string(),
    createdAt: Instant,
    isQuestion: z.boolean().describe("Asked by the Secretariat in the act of returning the report."),
    seen: z
      .object({ at: Instant, byName: z.string() })
      .nullable()
      .describe(
        "When somebody of the other side had it on their screen for the first time, and who; null = nobody yet, and for remarks for the country alone.",
      ),
  })
  .meta({
    id: "Comment",
    description:
      "A remark on a report or on one of its answers. `country`: for the country alone; `shared`: for the Secretariat too.",
  });

export const ThreadView = z
  .object({
    indicatorCode: IndicatorCodeSchema.nullable(),
    audience: z.enum(audiences),
    state: z
      .enum(threadStates)
      .describe(
        "`open`: whoever asked spoke last; `answered`: the other side has replied; `closed`: it was closed, and nothing was said since.",
      ),
    waitsFor: z
      .enum(["country", "secretariat"])
      .nullable()
      .describe("Whose reply an open thread waits for. A thread inside the country waits for the country."),
    closed: z.object({ at: Instant, byName: z.string() }).nullable().describe("Null unless `closed`."),
    lastClosedAt: Instant.nullable().describe(
      "When it was last closed, also where somebody has written since; null = never. A question that the Secretariat asked before that needs no answer.",
    ),
    mayClose: z.boolean().describe("This reader may close it now."),
  })
  .meta({
    id: "Thread",
    description:
      "The remarks on one answer (null: on the whole report) for one audience, and how they stand. It follows from who spoke last and who closed it.",
  });

export type ThreadView = z.output<typeof ThreadView>;

export const addComment = contract({
  operationId: "addComment",
  method: "POST",
  path: "/submissions/:submissionId/comments",
  summary: "Add a remark for the country alone, or shared with the secretariat",
  description:
    "Everybody of the country who reads the report may write; a contributor on the assigned answers. The remark belongs to the thread of its answer and audience.",
  action: "review-comment.write",
  params: SubmissionParams,
  body: z.strictObject({
    indicatorCode: IndicatorCodeSchema.nullable(),
    audience: z.enum(audiences),
    body: plainText(textLimits.note, 1),
  }),
  response: CommentView.extend({ thread: ThreadView }).meta({
    id: "AddedComment",
    description: "A remark that was added, and how its thread stands now.",
  }),
  status: 201,
  idempotent: "optional",
  problems: ["idempotency-key-required", "idempotency-key-reused"],
});

export const closeThread = contract({
  operationId: "closeThread",
  method: "POST",
  path: "/submissions/:submissionId/threads/close",
  summary: "Close a thread: nothing more is expected in it; whoever writes in it opens it again",
  description:
    "A thread with the Secretariat is closed by the side that asked, one inside the country by anybody who may write in it. `not-available-now`: it is closed already, nothing was said in it, or the other side asked.",
  action: "review-comment.write",
  params: SubmissionParams,
  body: z.strictObject({ indicatorCode: IndicatorCodeSchema.nullable(), audience: z.enum(audiences) }),
  response: ThreadView,
  problems: ["not-available-now"],
});

/** More than anybody has on a screen at once. */
export const mostSeenAtOnce = 100;

export const markSeen = contract({
  operationId: "markSeen",
  method: "POST",
  path: "/submissions/:submissionId/comments/seen",
  summary: "Tell that these remarks of the other side are on the screen of the reader",
  description:
    "Only the first time is kept, and only for shared remarks of the other side; others are left out of the reply. Never told by mail programs.",
  action: "review-comment.read",
  params: SubmissionParams,
  body: z.strictObject({ comments: z.array(Id).min(1).max(mostSeenAtOnce) }),
  response: z.object({
    seen: z.array(z.object({ id: Id, at: Instant, byName: z.string() })).readonly(),
  }),
});
