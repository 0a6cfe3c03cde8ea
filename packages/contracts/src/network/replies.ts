import { replyKinds } from "@avances/domain/network";
import { textLimits } from "@avances/domain/text";
import { z } from "zod";
import { contract } from "../contract.ts";
import { Id, Instant, LanguageCode, plainText } from "../values.ts";
import { HeldFile, MatterRefused, matterParams, PersonalDetailsFound, writtenFiles, writtenWords } from "./matters.ts";
import { ParticipantCodeSchema } from "./values.ts";

export const MatterReplyView = z
  .object({
    id: Id,
    participant: ParticipantCodeSchema.describe("Who replies."),
    said: z.enum(replyKinds),
    language: LanguageCode,
    text: z.string().describe("Empty for `no_comment`."),
    files: z.array(HeldFile).readonly(),
    at: Instant,
    byName: z.string(),
    withdrawn: z
      .object({ at: Instant, byName: z.string() })
      .nullable()
      .describe("It was taken back: those who said it and those to whom it was said still read it."),
  })
  .meta({
    id: "MatterReply",
    description: "What a country answers to what was put before the Network, in its own name.",
  });
export type MatterReplyView = z.output<typeof MatterReplyView>;

const replies = z.object({ replies: z.array(MatterReplyView).readonly().describe("Oldest first.") });
const keyed = ["idempotency-key-required", "idempotency-key-reused"] as const;

export const replyToMatter = contract({
  operationId: "replyToMatter",
  method: "POST",
  path: "/matters/:matterId/replies",
  summary: "Reply for the own country to what others put before the Network, or say that there is no comment",
  description:
    "Whoever reads the matter reads the reply. It is signed by the country, and changes nothing of the matter.",
  action: "matter.reply",
  params: matterParams,
  body: z.strictObject({
    said: z.enum(replyKinds),
    language: LanguageCode.describe("In which the words are written."),
    text: plainText(textLimits.matterReply).describe("Empty for `no_comment`, and only then."),
    files: writtenFiles,
    overruled: writtenWords.overruled,
  }),
  response: replies,
  status: 201,
  idempotent: true,
  details: { "matter-refused": MatterRefused, "personal-details": PersonalDetailsFound },
  problems: ["not-found", "matter-refused", "personal-details", "transition-refused", ...keyed],
});

export const withdrawReply = contract({
  operationId: "withdrawReply",
  method: "POST",
  path: "/matters/:matterId/replies/:replyId/withdraw",
  summary: "Take a reply of the own country back; it stays for both sides, and is gone for others",
  action: "matter.reply",
  params: matterParams.extend({ replyId: Id.describe("Id of a reply, from the matter.") }),
  response: replies,
  idempotent: true,
  problems: ["not-found", "transition-refused", ...keyed],
});
