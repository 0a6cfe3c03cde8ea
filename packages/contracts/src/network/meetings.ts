import {
  type AttendanceNote,
  agendaFaultKinds,
  agendaLimits,
  attendanceFacts,
  meetingActs,
  meetingFaultKinds,
  type PointDraft,
} from "@avances/domain/network";
import { shortestActReason, textLimits } from "@avances/domain/text";
import { z } from "zod";
import { contract } from "../contract.ts";
import type { Held, Same } from "../same.ts";
import { askedByAct, DateOnly, Id, Instant, LanguageCode, plainText, singleLine } from "../values.ts";
import { MatterWordsView, PersonalDetailsFound, writtenWords } from "./matters.ts";
import { BodyCodeSchema, MeetingStateSchema, ParticipantCodeSchema, ParticipantView } from "./values.ts";

export const MeetingSummary = z
  .object({
    id: Id,
    body: BodyCodeSchema,
    heldOn: DateOnly.describe("The first day."),
    untilOn: DateOnly.nullable().describe("The last day, of a meeting of several."),
    timeZone: z.string().describe("By whose clocks its days begin and end: the host's, else the Secretariat's."),
    place: z.string(),
    host: ParticipantCodeSchema.nullable(),
    state: MeetingStateSchema,
    publicSource: z.string().nullable().describe("The published report from which it was entered."),
    invented: z.boolean().describe("The instance is a demonstration, and no published report speaks of this meeting."),
  })
  .meta({ id: "MeetingSummary", description: "A meeting of a body, held or planned." });
export type MeetingSummary = z.output<typeof MeetingSummary>;

const AttendanceFactSchema = z.enum(attendanceFacts);
const AttendanceNoteSchema = z.strictObject({
  participant: ParticipantCodeSchema,
  fact: AttendanceFactSchema,
  holds: z.boolean().nullable().describe("False: it did not. Null: it is not on record, or not any more."),
});

export const AgendaPointView = z
  .object({
    id: Id,
    number: z.int(),
    letter: z.string().describe("Of a point within a point, as in `3b`; else empty."),
    presenter: ParticipantCodeSchema.nullable().describe("Null = not on record."),
  })
  .extend(MatterWordsView.shape)
  .meta({
    id: "AgendaPoint",
    description: "A point of the agenda of a meeting. Its title is the `subject` of its words.",
  });
export type AgendaPointView = z.output<typeof AgendaPointView>;

export const MeetingActView = z
  .object({
    revision: z.int().describe("The revision of the meeting after this act."),
    act: z.enum(meetingActs),
    at: Instant,
    byName: z.string(),
    before: z.record(z.string(), z.string().nullable()),
    after: z
      .record(z.string(), z.string().nullable())
      .describe(
        "What it changed: days and codes, by name. Of attendance by participant and fact, as `yes`, `no` or null for what is not on record. Of the agenda the points, as `3b`.",
      ),
    reason: z.string(),
  })
  .meta({ id: "MeetingAct", description: "An act on a meeting: by whom, when, and what it changed." });
export type MeetingActView = z.output<typeof MeetingActView>;

export const MeetingView = MeetingSummary.extend({
  revision: z.int().describe("Acts on the meeting name it in `If-Match`."),
  cancelledReason: z.string().nullable(),
  round: z
    .int()
    .nullable()
    .describe(
      "The round of which `submitted` speaks: the last that had opened by then. Null when there was none within a year, or the reader may not know.",
    ),
  attendance: z
    .array(
      z.object({
        participant: ParticipantCodeSchema,
        attended: z.boolean().nullable().describe("Null = not on record."),
        sharedProgress: z.boolean().nullable().describe("Null = not on record. It does not follow from attending."),
        sharedFrom: z
          .enum(["narrative", "record"])
          .nullable()
          .describe(
            "`narrative`: it filed its progress for this meeting. `record`: as the Secretariat recorded it, or as `publicSource` says. Null = not on record.",
          ),
        submitted: z
          .boolean()
          .nullable()
          .describe(
            "Had its report of `round` been submitted by the end of the meeting, or so far? Null = it had not, and owed none; or see `round`.",
          ),
      }),
    )
    .readonly()
    .describe("Every member, and whoever else something is recorded of."),
  agenda: z.array(AgendaPointView).readonly().describe("In its order; empty = none is on record."),
  record: z.array(MeetingActView).readonly().describe("Oldest first."),
}).meta({ id: "Meeting", description: "A meeting with its agenda, who attended it, and what was done to it." });
export type MeetingView = z.output<typeof MeetingView>;

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

const ofMeeting = z.strictObject({ meetingId: Id.describe("Id of a meeting, from `GET /meetings`.") });

export const getMeeting = contract({
  operationId: "getMeeting",
  method: "GET",
  path: "/meetings/:meetingId",
  summary: "A meeting: when, where, who attended, and what was done to it",
  action: "network.read",
  params: ofMeeting,
  response: MeetingView,
});

export const getMeetingEntry = contract({
  operationId: "getMeetingEntry",
  method: "GET",
  path: "/meetings/:meetingId/meeting.ics",
  summary: "A meeting as a file for a calendar program",
  description: "It has the same `UID` as in the calendar that is fetched, so that each replaces the other.",
  action: "network.read",
  params: ofMeeting,
  query: z.strictObject({ language: LanguageCode.describe("In which the entry is written.") }),
  response: z.string().meta({ description: "An iCalendar file." }),
  contentType: "text/calendar",
});

const plan = {
  heldOn: DateOnly,
  untilOn: DateOnly.nullable().describe("The last day; null for a meeting of one."),
  place: singleLine(textLimits.meetingPlace, 1),
  host: ParticipantCodeSchema.nullable(),
};
const refused = z.object({ faults: z.array(z.enum(meetingFaultKinds)).readonly() }).meta({
  id: "MeetingRefused",
  description: "Details of `meeting-refused`: what cannot be so.",
});
const overruled = writtenWords.overruled.optional();
const keyed = ["idempotency-key-required", "idempotency-key-reused", "meeting-refused"] as const;

export const planMeeting = contract({
  operationId: "planMeeting",
  method: "POST",
  path: "/meetings",
  summary: "Enter a meeting: one to come, or one that has been",
  description: "It is planned until somebody says that it was held, also when its day has passed.",
  action: "network.manage",
  body: z.strictObject({
    body: BodyCodeSchema,
    ...plan,
    publicSource: singleLine(textLimits.meetingSource, 1)
      .nullable()
      .describe("The published report from which it is entered; of a meeting to come there is none."),
    overruled,
  }),
  response: MeetingView,
  status: 201,
  idempotent: true,
  problems: [...keyed, "personal-details"],
  details: { "meeting-refused": refused, "personal-details": PersonalDetailsFound },
});

const act = {
  method: "POST",
  action: "network.manage",
  params: ofMeeting,
  response: MeetingView,
  ifMatch: true,
  idempotent: true,
  details: {
    "meeting-refused": refused,
    "revision-stale": z.object({ current: MeetingView }).meta({
      id: "StaleMeeting",
      description: "Details of `revision-stale` when a meeting was changed meanwhile: the meeting as it is now.",
    }),
  },
} as const;
const actProblems = [...keyed, "revision-required", "revision-stale", "transition-refused"] as const;
const reason = plainText(textLimits.actReason, shortestActReason);
const reasoned = {
  details: { ...act.details, "personal-details": PersonalDetailsFound },
  problems: [...actProblems, "personal-details"],
} as const;

export const correctMeeting = contract({
  ...act,
  operationId: "correctMeeting",
  path: "/meetings/:meetingId/correct",
  summary: "Correct the days, the place or the host of a meeting that was not cancelled",
  body: z.strictObject({ ...plan, reason, overruled }),
  ...reasoned,
});

export const cancelMeeting = contract({
  ...act,
  operationId: "cancelMeeting",
  path: "/meetings/:meetingId/cancel",
  summary: "Cancel a meeting that was not held; it stays in the list with the reason",
  body: z.strictObject({ reason, overruled }),
  ...reasoned,
});

export const holdMeeting = contract({
  ...act,
  operationId: "holdMeeting",
  path: "/meetings/:meetingId/hold",
  summary: "Record that a meeting was held, from its last day on",
  problems: actProblems,
});

export const recordAttendance = contract({
  ...act,
  operationId: "recordAttendance",
  method: "PUT",
  path: "/meetings/:meetingId/attendance",
  summary: "Record who attended and who shared progress, from the first day on",
  description:
    "What is not named stays as it is: where nothing is recorded, nothing is known. What was recorded can be corrected to the contrary, and taken back so that nothing is on record (`holds: null`).",
  body: z.strictObject({ notes: z.array(AttendanceNoteSchema).min(1).max(200).readonly() }),
  problems: actProblems,
});

const PointDraftSchema = z.strictObject({
  id: Id.nullable().describe("Null = it is new."),
  number: z.int().min(1).max(agendaLimits.number),
  letter: z
    .string()
    .regex(/^[a-z]?$/)
    .describe("Of a point within a point, as in `3b`; else empty."),
  language: LanguageCode.describe("In which the title was written first; of a point that is there it stays."),
  title: askedByAct(singleLine(textLimits.matterSubject, 1)),
  translation: askedByAct(singleLine(textLimits.matterSubject, 1))
    .nullable()
    .describe("The title in the other language. Null = none is given; one that is there stays."),
  translationHolds: z
    .boolean()
    .describe("The translation that is there says what the changed title says, too. Else it is outdated from then on."),
  presenter: ParticipantCodeSchema.nullable(),
});

export const saveAgenda = contract({
  ...act,
  operationId: "saveAgenda",
  method: "PUT",
  path: "/meetings/:meetingId/agenda",
  summary: "Save the agenda of a meeting whole: everybody of the Network reads it at once",
  description:
    "New points have no id. A point that is there and is not named is withdrawn, with `reason`. A changed title is another version; earlier ones stay on record.",
  body: z.strictObject({
    points: z.array(PointDraftSchema).max(agendaLimits.points).readonly(),
    reason: plainText(textLimits.actReason).describe("Why points are withdrawn; else it may be empty."),
    overruled: writtenWords.overruled,
  }),
  details: {
    ...act.details,
    "agenda-refused": z
      .object({
        faults: z
          .array(
            z.object({
              at: z.int().nullable().describe("Place in the list that was sent, from 0; null = of the whole."),
              fault: z.enum(agendaFaultKinds),
            }),
          )
          .readonly(),
      })
      .meta({
        id: "AgendaRefused",
        description: "Details of `agenda-refused`: what cannot be so, and of which point.",
      }),
    "personal-details": PersonalDetailsFound,
  },
  problems: [...actProblems, "agenda-refused", "personal-details"],
});

type _ = Held<
  [Same<z.output<typeof AttendanceNoteSchema>, AttendanceNote>, Same<z.output<typeof PointDraftSchema>, PointDraft>]
>;
