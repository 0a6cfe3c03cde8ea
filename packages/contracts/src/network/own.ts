import { matterKinds, ownTaskKinds } from "@avances/domain/network";
import { z } from "zod";
import { contract } from "../contract.ts";
import { DateOnly, Id, Instant, LanguageCode } from "../values.ts";
import { ParticipantCodeSchema } from "./values.ts";

const subject = z.object({ language: LanguageCode, subject: z.string() });
const named = {
  matterId: Id,
  matterKind: z.enum(matterKinds),
  meetingId: Id.nullable().describe("The meeting to which it belongs; a report is on the page of its meeting."),
  author: ParticipantCodeSchema,
  titles: z
    .array(subject)
    .readonly()
    .describe("As it was written, then in the other language if that says the same words."),
};

export const OwnTask = z
  .object({
    kind: z.enum(ownTaskKinds),
    ...named,
    dueOn: DateOnly.nullable().describe("By when; null = no day is set."),
    overdueDays: z.int().nullable().describe("Full days since then; null = it has not passed."),
  })
  .meta({
    id: "OwnTask",
    description:
      "What the work of the Network needs of the reader's side. `owed`: a commitment. `reply`: an answer. `read`: a document that was sent. `take`: how a recommendation is taken. `draft`: what the side wrote and has not filed. The others are of proposals of activities.",
  });
export type OwnTask = z.output<typeof OwnTask>;

export const getOwnNetwork = contract({
  operationId: "getOwnNetwork",
  method: "GET",
  path: "/network/own",
  summary: "What the work of the Network needs of the reader's side, and what was filed last for the reader to read",
  description:
    "Tasks are those of people who write for a side; whoever only reads has none. What is asked of countries in reports and before a meeting is elsewhere: `GET /submissions`, `GET /meetings/{meetingId}/narratives`.",
  action: "network.read",
  response: z.object({
    side: ParticipantCodeSchema.nullable().describe("For whom the reader acts; null = for nobody on record."),
    writes: z.boolean().describe("The reader writes for that side."),
    tasks: z.array(OwnTask).readonly().describe("What presses most first."),
    latest: z
      .array(z.object({ ...named, filedAt: Instant }).meta({ id: "LatestMatter", description: "Filed by others." }))
      .readonly()
      .describe("What others filed last and the reader may read."),
  }),
});
