import { activityPlaces, offices } from "@avances/domain/network";
import { z } from "zod";
import { contract } from "../contract.ts";
import { DateOnly, Id } from "../values.ts";
import { TermView } from "./bodies.ts";
import { TitleView } from "./matters.ts";
import { MeetingSummary } from "./meetings.ts";
import { BodyCodeSchema, ParticipantCodeSchema } from "./values.ts";

const invented = z.boolean().describe("The instance is a demonstration, and no published report speaks of it.");

const ConsideredReport = z
  .object({
    meetingId: Id.describe("The meeting of which it is the report."),
    consideredOn: DateOnly,
    invented,
  })
  .meta({ id: "ConsideredReport", description: "The report of a meeting was considered on a day." });

const DatedActivity = z
  .object({
    id: Id,
    title: TitleView,
    author: ParticipantCodeSchema,
    body: BodyCodeSchema.nullable().describe("To whose meeting it was proposed; null = to none."),
    fromOn: DateOnly,
    untilOn: DateOnly.nullable().describe("The last day, of an activity of several."),
    place: z.string().describe("Empty = none is named."),
    standing: z
      .enum(activityPlaces)
      .extract(["held", "to_come", "proposed"])
      .describe("`held`: as whoever proposed it says. `to_come`: planned, and endorsed. `proposed`: planned."),
    isToCome: z.boolean().describe("Its first day has not come, by the clocks of where it is."),
    invented,
  })
  .meta({
    id: "DatedActivity",
    description: "An activity that was held, or that is planned for days that have not passed.",
  });

const DoneCommitment = z
  .object({
    id: Id,
    title: TitleView,
    responsible: ParticipantCodeSchema,
    body: BodyCodeSchema.nullable().describe("At whose meeting it was made; null = at none."),
    notedOn: DateOnly.describe("The day on which it was noted that it is done, which may be later than it was."),
    invented,
  })
  .meta({ id: "DoneCommitment", description: "A commitment that is done, as was noted on a day." });

export const getTimeline = contract({
  operationId: "getTimeline",
  method: "GET",
  path: "/network/timeline",
  summary: "What is on record of the Network by its days: meetings, offices, reports, activities and commitments done",
  description:
    "Only what the reader may read, and only what has a day. The rounds and what was published of them are in `GET /public/matrix`.",
  action: "network.read",
  response: z
    .object({
      today: DateOnly.describe("By the clocks of the Technical Secretariat."),
      meetings: z.array(MeetingSummary).readonly().describe("The latest day first, also those that were cancelled."),
      offices: z
        .array(
          TermView.omit({ at: true, byName: true, withdrawn: true, source: true }).extend({ role: z.enum(offices) }),
        )
        .readonly()
        .describe(
          "Who held the secretariat or the presidency of a body, and between which days as far as that is known.",
        ),
      reports: z.array(ConsideredReport).readonly(),
      activities: z.array(DatedActivity).readonly(),
      commitments: z.array(DoneCommitment).readonly(),
    })
    .meta({ id: "Timeline", description: "What is on record of the Network, by its days." }),
});
export type TimelineView = z.output<(typeof getTimeline)["response"]>;
