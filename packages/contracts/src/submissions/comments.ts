import { textLimits } from "@avances/domain/text";
import { z } from "zod";
import { contract } from "../contract.ts";
import { Id, IndicatorCodeSchema, Instant, plainText } from "../values.ts";
import { SubmissionParams } from "./params.ts";

export const CommentView = z
  .object({
    id: Id,
    indicatorCode: IndicatorCodeSchema.nullable(),
    audience: z.enum(["country", "shared"]),
    version: z.int(),
    body: z.string(),
    authorName: z.string(),
    authorRole: z.string(),
    createdAt: Instant,
  })
  .meta({
    id: "Comment",
    description:
      "A remark on a report or on one of its answers. `country`: for the country alone; `shared`: for the Secretariat too.",
  });

export const addComment = contract({
  operationId: "addComment",
  method: "POST",
  path: "/submissions/:submissionId/comments",
  summary: "Add a remark for the country alone, or shared with the secretariat",
  action: "review-comment.write",
  params: SubmissionParams,
  body: z.strictObject({
    indicatorCode: IndicatorCodeSchema.nullable(),
    audience: z.enum(["country", "shared"]),
    body: plainText(textLimits.note, 1),
  }),
  response: CommentView,
  status: 201,
  idempotent: "optional",
  problems: ["idempotency-key-required", "idempotency-key-reused"],
});
