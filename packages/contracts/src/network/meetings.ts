import { z } from "zod";
import { contract } from "../contract.ts";
import { DateOnly, Id } from "../values.ts";
import { BodyCodeSchema, MeetingStateSchema, ParticipantCodeSchema, ParticipantView } from "./values.ts";

export const MeetingSummary = z
  .object({
    id: Id,
    body: BodyCodeSchema,
    heldOn: DateOnly.describe("The first day."),
    untilOn: DateOnly.nullable().describe("The last day, of a meeting of several."),
    place: z.string(),
    host: ParticipantCodeSchema.nullable(),
    state: MeetingStateSchema,
    publicSource: z.string().nullable().describe("The published report from which it was entered."),
  })
  .meta({ id: "MeetingSummary", description: "A meeting of a body, held or planned." });
export type MeetingSummary = z.output<typeof MeetingSummary>;

export const listParticipants = contract({
  operationId: "listParticipants",
  method: "GET",
  path: "/participants",
  summary: "Countries and organisations that take part in the work of the Network",
  action: "network.read",
  response: z.object({ participants: z.array(ParticipantView).readonly() }),
});

export const listMeetings = contract({
  operationId: "listMeetings",
  method: "GET",
  path: "/meetings",
  summary: "Every meeting that was entered, the latest day first",
  action: "network.read",
  response: z.object({ meetings: z.array(MeetingSummary).readonly() }),
});
