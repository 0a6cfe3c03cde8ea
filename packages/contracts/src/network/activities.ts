import {
  activityFaultKinds,
  activityKinds,
  activityListPlaces,
  activityPlaces,
  activityStages,
  endorsements,
  fundings,
  institutionKinds,
  longestPoint,
  matterFaultKinds,
  mostPersons,
} from "@avances/domain/network";
import { textLimits } from "@avances/domain/text";
import { z } from "zod";
import { contract } from "../contract.ts";
import {
  askedByAct,
  DateOnly,
  Id,
  IndicatorCodeSchema,
  Instant,
  LanguageCode,
  limited,
  personName,
  plainText,
  singleLine,
  Year,
} from "../values.ts";
import { pageAsked, pageTold } from "./list-pages.ts";
import { heardOfOthers, historyOfSides, matterActs, WithdrawnBySide } from "./matter-acts.ts";
import {
  HeldFile,
  MatterHead,
  MatterWordsView,
  matterParams,
  PersonalDetailsFound,
  VisibilityChoiceSchema,
  writtenFiles,
  writtenWords,
} from "./matters.ts";
import { ParticipantCodeSchema } from "./values.ts";

const ActivityKindSchema = z.enum(activityKinds).meta({ id: "ActivityKind", description: "What is proposed." });
const InstitutionSchema = z.enum(institutionKinds).meta({
  id: "InstitutionKind",
  description: "For which kind of institution an activity is, or from which its participants came.",
});
const FundingSchema = z.enum(fundings).meta({
  id: "Funding",
  description: "Who pays for an activity. `not_known`: nobody has said so.",
});
const StageSchema = z.enum(activityStages).meta({
  id: "ActivityStage",
  description:
    "How far a proposal has come. It follows from what is on record; an activity may be `held` without a meeting having endorsed it.",
});
const StandingSchema = z.enum(activityPlaces).meta({
  id: "ActivityStanding",
  description:
    "Where a proposal stands now. `to_come`: endorsed, with no day or one that has not passed. `not_recorded`: its days have passed, and nobody has said whether it was held.",
});
const ListPlaceSchema = z.enum(activityListPlaces).meta({
  id: "ActivityListPlace",
  description: "Where a proposal stands in the list: its standing, or that it is a draft, or that it was withdrawn.",
});
const EndorsementSchema = z.enum(endorsements).describe("What a meeting said of it.");
const aimCode = limited(40).regex(/^[A-Za-z0-9-]{1,40}$/);
const Aim = z.object({ kind: z.enum(["indicator", "objective"]), code: z.string() });
const stamp = { at: Instant.describe("When it was noted."), byName: personName };

const SupportView = z
  .object({ participant: ParticipantCodeSchema, supports: z.boolean(), ...stamp })
  .meta({ id: "ActivitySupport", description: "A side said that it supports a proposal, or that it no longer does." });
const DeclineView = z
  .object({ participant: ParticipantCodeSchema, language: LanguageCode, text: z.string(), ...stamp })
  .meta({
    id: "SupportDeclined",
    description:
      "What a side that was asked for support says instead, to whoever asked. Of the proposal nothing is said by it.",
  });
const EndorsementView = z
  .object({
    said: EndorsementSchema,
    meetingId: Id,
    point: z.string().describe("Of its agenda or report; empty = none is named."),
    ...stamp,
  })
  .meta({ id: "ActivityEndorsement", description: "What a meeting said of a proposal, as the Secretariat notes." });
const AttendanceView = z
  .object({
    country: ParticipantCodeSchema.nullable().describe("Null = of no country."),
    institution: InstitutionSchema,
    persons: z.int(),
  })
  .meta({ id: "ActivityAttendance", description: "How many people took part, from where. Nobody is named." });
const HeldView = z
  .object({
    fromOn: DateOnly,
    untilOn: DateOnly.nullable().describe("The last day, of an activity of several."),
    place: z.string().describe("Empty = none is named."),
    attendance: z.array(AttendanceView).readonly().describe("Empty = nobody counted them."),
    ...stamp,
  })
  .meta({
    id: "ActivityHeld",
    description: "When an activity was held and who took part, as whoever proposed it says.",
  });
const ResultView = z.object({ indicator: IndicatorCodeSchema, year: Year, text: z.string() }).meta({
  id: "ActivityResult",
  description: "What was found of an indicator, in words. It is no figure of a report and never becomes one.",
});
const EvaluationView = z
  .object({ language: LanguageCode, text: z.string(), results: z.array(ResultView).readonly(), ...stamp })
  .meta({ id: "ActivityEvaluation", description: "What came of an activity, as whoever proposed it says." });

const ofActivity = {
  withdrawn: WithdrawnBySide.nullable().describe("It is still read by the Secretariat and by its own side."),
  activityKind: ActivityKindSchema,
  audience: z.array(InstitutionSchema).readonly().describe("For which kinds of institution it is."),
  startsOn: DateOnly.nullable().describe("As it is planned; null = no day is named."),
  endsOn: DateOnly.nullable().describe("The last day, of an activity of several."),
  place: z.string().describe("Empty = none is named."),
  host: ParticipantCodeSchema.nullable().describe("The country in which it is."),
  timeZone: z.string().describe("By whose clocks its days begin and end."),
  funding: z.object({ state: FundingSchema, note: z.string().describe("By whom, in the language of the proposal.") }),
  words: MatterWordsView,
  files: z.array(HeldFile).readonly().describe("Of the version that was filed last, or of the draft."),
  aims: z.array(Aim).readonly().describe("The indicators and objectives at which it aims."),
  addressees: z
    .array(ParticipantCodeSchema)
    .readonly()
    .describe("Who is asked for support; they read it at every level, also after it was withdrawn."),
  supporters: z
    .array(ParticipantCodeSchema)
    .readonly()
    .describe("Who supports it, in the order in which they said so; whoever proposes it is not among them."),
  declined: z
    .array(ParticipantCodeSchema)
    .readonly()
    .describe(
      "Who declined to support it when asked: for whoever proposes it, and of the own side for that side. Empty for everybody else.",
    ),
  endorsement: EndorsementView.nullable().describe("What a meeting said last; null = nothing is on record."),
  held: HeldView.nullable().describe("Null = nobody has said that it was held."),
  evaluation: EvaluationView.nullable().describe("Null = nobody has said what came of it."),
  stage: StageSchema,
  standing: StandingSchema,
};

export const ActivitySummary = MatterHead.extend(ofActivity).meta({
  id: "ActivitySummary",
  description: "A proposal of an activity, with who supports it, what a meeting said, and what became of it.",
});
export type ActivitySummary = z.output<typeof ActivitySummary>;

export const ActivityView = MatterHead.extend({
  ...ofActivity,
  said: z
    .object({
      support: z.array(SupportView).readonly(),
      declines: z.array(DeclineView).readonly().describe("As far as `declined` is told."),
      endorsements: z.array(EndorsementView).readonly(),
      held: z.array(HeldView).readonly(),
      evaluations: z.array(EvaluationView).readonly(),
    })
    .describe("All that was said, oldest first, also what was said otherwise since."),
  ...historyOfSides,
  ...heardOfOthers,
  may: z
    .object({
      write: z.boolean().describe("Change, file or withdraw it."),
      support: z.boolean().describe("Say for the own side that it supports it, or take that back."),
      decline: z.boolean().describe("Say for the own side, which was asked, that it does not support it, and why."),
      decide: z.boolean().describe("Note what a meeting said of it."),
      hold: z.boolean().describe("Say that it was held."),
      evaluate: z.boolean().describe("Say what came of it."),
    })
    .describe("What the reader may do with it now."),
  side: ParticipantCodeSchema.nullable().describe("For whom the reader acts; null = for nobody on record."),
}).meta({
  id: "Activity",
  description: "A proposal of an activity, with all that was said of it, versions and record.",
});
export type ActivityView = z.output<typeof ActivityView>;

export const listActivities = contract({
  operationId: "listActivities",
  method: "GET",
  path: "/activities",
  summary: "Proposals of activities that the reader may read, by where they stand",
  description:
    "Drafts first, then in the order of `ActivityListPlace`; within a place what has a day by its day, the next first, of what was held the latest.",
  action: "network.read",
  query: z.strictObject({
    place: ListPlaceSchema.optional().describe("Only those that stand there now."),
    actor: ParticipantCodeSchema.optional().describe("Only those that this participant proposes or supports."),
    instrument: limited(10)
      .regex(/^[A-Z]{2,10}$/)
      .optional()
      .describe("Only those that aim at objectives or indicators of this Protocol: `TIP`, `SOM`."),
    about: aimCode.optional().describe("Only those that aim at this indicator or objective."),
    year: limited(4)
      .regex(/^[12]\d{3}$/)
      .optional()
      .describe("Only those that were held in this year, or else are planned for it."),
    meeting: Id.optional().describe("Only those that were put to this meeting, or of which it last said something."),
    ...pageAsked,
  }),
  response: z.object({
    activities: z.array(ActivitySummary).readonly(),
    ...pageTold,
    offered: z
      .object({
        places: z.array(ListPlaceSchema).readonly(),
        actors: z.array(ParticipantCodeSchema).readonly().describe("Who proposes or supports any."),
        aims: z.array(z.string()).readonly().describe("Codes of objectives and indicators."),
        years: z.array(z.string()).readonly().describe("In which any was held or is planned, the latest first."),
      })
      .describe("What there is to ask for: of all that the reader may read, whatever was asked for."),
    mayWrite: z.boolean().describe("The reader acts for somebody who may propose activities."),
  }),
});

export const getActivity = contract({
  operationId: "getActivity",
  method: "GET",
  path: "/activities/:matterId",
  summary: "A proposal of an activity: its words in both languages, who supports it, and what became of it",
  action: "network.read",
  params: matterParams,
  response: ActivityView,
});

export const getActivityEntry = contract({
  operationId: "getActivityEntry",
  method: "GET",
  path: "/activities/:matterId/activity.ics",
  summary: "An activity as a file for a calendar program",
  description:
    "On the days on which it was held, or for which it is planned; `not-found` where no day is named. It has the same `UID` as in the calendar that is fetched, so that each replaces the other.",
  action: "network.read",
  params: matterParams,
  query: z.strictObject({ language: LanguageCode.describe("In which the entry is written.") }),
  response: z.string().meta({ description: "An iCalendar file." }),
  contentType: "text/calendar",
});

const written = z.strictObject({
  ...writtenWords,
  activityKind: ActivityKindSchema,
  audience: z.array(InstitutionSchema).max(institutionKinds.length).readonly(),
  startsOn: DateOnly.nullable(),
  endsOn: DateOnly.nullable(),
  place: askedByAct(singleLine(textLimits.meetingPlace)),
  host: ParticipantCodeSchema.nullable(),
  funding: z.strictObject({ state: FundingSchema, note: askedByAct(singleLine(textLimits.matterSubject)) }),
  aims: z
    .array(z.strictObject({ kind: z.enum(["indicator", "objective"]), code: aimCode }))
    .max(60)
    .readonly(),
  addressees: z
    .array(ParticipantCodeSchema)
    .max(60)
    .readonly()
    .default([])
    .describe("Who is asked for support, so that it waits for them; whoever was asked of what was filed stays asked."),
  meetingId: Id.nullable().describe("The meeting to which it is proposed."),
  visibility: VisibilityChoiceSchema,
  files: writtenFiles,
});

const refused = z
  .object({ faults: z.array(z.enum([...matterFaultKinds, ...activityFaultKinds, "link_unknown"])).readonly() })
  .meta({ id: "ActivityRefused", description: "Details of `matter-refused`: what cannot stand." });

const acts = matterActs({
  name: "Activity",
  path: "/activities",
  action: "activity.write",
  response: ActivityView,
  refused,
  stale: {
    id: "StaleActivity",
    description: "Details of `revision-stale` when it was changed meanwhile: what it is now.",
  },
  written,
  revised: written.omit({ visibility: true }),
  summaries: {
    save: "Write a draft of a proposal, which its own side alone reads",
    file: "Propose it: from then on those read it for whom it is; no message is sent",
    revise: "File another version; the earlier ones stay to be read",
    show: "Show it to more people, or to fewer while nobody of another side has had it on screen",
    withdraw: "Withdraw it with the reason: it stays for its own side and the Secretariat, and is gone for others",
  },
});
export const saveActivity = acts.save;
export const fileActivity = acts.file;
export const reviseActivity = acts.revise;
export const showActivity = acts.show;
export const withdrawActivity = acts.withdraw;

const keyed = ["idempotency-key-required", "idempotency-key-reused"] as const;
const say = {
  params: matterParams,
  response: ActivityView,
  status: 201,
  idempotent: true,
  details: { "matter-refused": refused, "personal-details": PersonalDetailsFound },
  problems: ["not-found", "not-allowed", "matter-refused", "personal-details", "transition-refused", ...keyed],
} as const;

export const supportActivity = contract({
  ...say,
  operationId: "supportActivity",
  method: "POST",
  path: "/activities/:matterId/support",
  summary: "Say for the own side that it supports a proposal of another, or that it no longer does",
  action: "activity.write",
  body: z.strictObject({ supports: z.boolean() }),
});

export const declineSupport = contract({
  ...say,
  operationId: "declineSupport",
  method: "POST",
  path: "/activities/:matterId/declines",
  summary: "Say for the own side, which was asked for support of a proposal, that it does not support it, and why",
  description:
    "Read by whoever proposes it and by the own side, and by nobody else. `not-allowed` where the side was not asked, supports it, has declined, or is no longer waited for. Support that is said later stands in its place.",
  action: "activity.write",
  body: z.strictObject({
    language: LanguageCode.describe("In which the words are written."),
    text: plainText(textLimits.matterReply, 1),
    overruled: writtenWords.overruled,
  }),
});

export const endorseActivity = contract({
  ...say,
  operationId: "endorseActivity",
  method: "POST",
  path: "/activities/:matterId/endorsements",
  summary: "Note as the Secretariat what a meeting said of a proposal, and at which point",
  description: "Noted again, the last counts and the earlier stays in the record.",
  action: "activity.decide",
  body: z.strictObject({
    said: EndorsementSchema,
    meetingId: Id,
    point: singleLine(longestPoint),
    overruled: writtenWords.overruled.optional(),
  }),
});

export const holdActivity = contract({
  ...say,
  operationId: "holdActivity",
  method: "POST",
  path: "/activities/:matterId/held",
  summary: "Say that the own activity was held: its days, where, and how many took part, without names",
  description: "Said again, the last counts and the earlier stays in the record.",
  action: "activity.write",
  body: z.strictObject({
    fromOn: DateOnly,
    untilOn: DateOnly.nullable(),
    place: askedByAct(singleLine(textLimits.meetingPlace)),
    attendance: z
      .array(
        z.strictObject({
          country: ParticipantCodeSchema.nullable(),
          institution: InstitutionSchema,
          persons: z.int().min(1).max(mostPersons),
        }),
      )
      .max(200)
      .readonly()
      .describe("Each country and kind of institution once. Empty: nobody counted them."),
    overruled: writtenWords.overruled,
  }),
});

export const evaluateActivity = contract({
  ...say,
  operationId: "evaluateActivity",
  method: "POST",
  path: "/activities/:matterId/evaluations",
  summary: "Say what came of the own activity, and what was found of the indicators at which it aimed",
  description:
    "In words, with the year of which it is true. Nothing of it becomes a figure of a report. Said again, the last counts and the earlier stays in the record.",
  action: "activity.write",
  body: z.strictObject({
    language: LanguageCode.describe("In which the words are written."),
    text: askedByAct(plainText(textLimits.matterReply)).describe("May be empty where there are results."),
    results: z
      .array(
        z.strictObject({
          indicator: IndicatorCodeSchema,
          year: Year,
          text: askedByAct(plainText(textLimits.actReason, 1)),
        }),
      )
      .max(60)
      .readonly(),
    overruled: writtenWords.overruled,
  }),
});
