import { instrumentCodes } from "@avances/domain/catalogue";
import { matterFaultKinds, narrativeFaultKinds } from "@avances/domain/network";
import { z } from "zod";
import { contract } from "../contract.ts";
import { CountryCodeSchema, DateOnly, Id, IndicatorCodeSchema } from "../values.ts";
import { historyOfSides, matterActs, WithdrawnBySide } from "./matter-acts.ts";
import {
  HeldFile,
  MatterHead,
  MatterWordsView,
  matterParams,
  VisibilityChoiceSchema,
  writtenFiles,
  writtenWords,
} from "./matters.ts";
import { BodyCodeSchema, ParticipantCodeSchema } from "./values.ts";

const InstrumentSchema = z.enum(instrumentCodes).meta({
  id: "NarrativeInstrument",
  description: "Of which of the two Protocols it tells: `TIP` trafficking in persons, `SOM` smuggling of migrants.",
});
const indicators = z.array(IndicatorCodeSchema).max(60).readonly();

const ofNarrative = {
  instrument: InstrumentSchema,
  words: MatterWordsView,
  files: z.array(HeldFile).readonly().describe("Of the version that was filed last, or of the draft."),
  indicators: indicators.describe("Codes of the indicators that it speaks of."),
  withdrawn: WithdrawnBySide.nullable().describe("Its own side and the Secretariat still read it."),
};

export const NarrativeSummary = MatterHead.extend(ofNarrative).meta({
  id: "NarrativeSummary",
  description: "What a country tells of its progress since the last meeting, of one Protocol. It is its `author`.",
});
export type NarrativeSummary = z.output<typeof NarrativeSummary>;

export const NarrativeView = MatterHead.extend({
  ...ofNarrative,
  ...historyOfSides,
  mayWrite: z.boolean().describe("The reader may change, file or withdraw it."),
}).meta({
  id: "Narrative",
  description: "What a country tells of its progress, with versions and what was done to it.",
});
export type NarrativeView = z.output<typeof NarrativeView>;

export const ProgressOfMeeting = z
  .object({
    isAsked: z.boolean().describe("Progress is shared for meetings of the Network that were not cancelled."),
    isOpen: z.boolean().describe("The meeting is not over: countries are still invited to tell it."),
    dueOn: DateOnly.nullable().describe(
      "By the end of which day it is awaited, so that the others can read it before the meeting. Null = that day had come before the meeting's was known: the sooner the better.",
    ),
    timeZone: z.string().describe("By whose clocks that day ends: of a country its capital's, for others the host's."),
    shared: z
      .array(z.object({ participant: ParticipantCodeSchema, instruments: z.array(InstrumentSchema).readonly() }))
      .readonly()
      .describe("Who has shared it with the other delegations, whether or not the reader reads the words."),
    members: z.array(ParticipantCodeSchema).readonly().describe("Of whom it is awaited."),
    narratives: z.array(NarrativeSummary).readonly().describe("Those that the reader may read."),
    side: ParticipantCodeSchema.nullable().describe(
      "For whom the reader writes; null = for nobody who tells of progress.",
    ),
    left: z
      .array(InstrumentSchema)
      .readonly()
      .describe("Of what the own side has told nothing yet, not even a draft. Nothing once the meeting is over."),
  })
  .meta({ id: "ProgressOfMeeting", description: "The progress that countries share for a meeting of the Network." });
export type ProgressOfMeeting = z.output<typeof ProgressOfMeeting>;

export const getProgressOfMeeting = contract({
  operationId: "getProgressOfMeeting",
  method: "GET",
  path: "/meetings/:meetingId/narratives",
  summary: "What countries tell of their progress for a meeting: who has shared it, and what the reader may read of it",
  action: "network.read",
  params: z.strictObject({ meetingId: Id.describe("Id of a meeting, from `GET /meetings`.") }),
  response: ProgressOfMeeting,
});

/** The most in one list: those of the latest meetings; others are found with theirs. */
export const mostNarrativesBeside = 40;

export const listNarratives = contract({
  operationId: "listNarratives",
  method: "GET",
  path: "/told-progress",
  summary: "What countries tell of their progress, of an indicator or a country: what stands beside its figures",
  description: `What is filed and the reader may read, that of the latest meeting first; at most ${mostNarrativesBeside}.`,
  action: "network.read",
  query: z.strictObject({
    indicator: IndicatorCodeSchema.optional().describe("Only what is said to speak of it."),
    country: CountryCodeSchema.optional().describe("Only what this country tells."),
  }),
  response: z.object({
    narratives: z
      .array(
        NarrativeSummary.extend({
          meeting: z.object({ body: BodyCodeSchema, heldOn: DateOnly }).describe("For which it is told."),
        }).meta({
          id: "NarrativeBeside",
          description: "What a country tells of its progress, with the meeting for which it does.",
        }),
      )
      .max(mostNarrativesBeside)
      .readonly(),
  }),
});

export const getNarrative = contract({
  operationId: "getNarrative",
  method: "GET",
  path: "/narratives/:matterId",
  summary:
    "What a country tells of its progress: its words in both languages, files, versions, and what was done to it",
  action: "network.read",
  params: matterParams,
  response: NarrativeView,
});

const written = z.strictObject({
  ...writtenWords,
  instrument: InstrumentSchema.describe("It stays so."),
  meetingId: Id.nullable().describe("The meeting for which it is told; it stays so."),
  visibility: VisibilityChoiceSchema,
  files: writtenFiles,
  indicators: indicators.describe("Codes of the indicators that it speaks of."),
});
export const WrittenNarrative = written;

const acts = matterActs({
  name: "Narrative",
  path: "/narratives",
  action: "narrative.write",
  response: NarrativeView,
  refused: z
    .object({ faults: z.array(z.enum([...matterFaultKinds, ...narrativeFaultKinds])).readonly() })
    .meta({ id: "NarrativeRefused", description: "Details of `matter-refused`: what cannot stand." }),
  stale: {
    id: "StaleNarrative",
    description: "Details of `revision-stale` when it was changed meanwhile: what it is now.",
  },
  written,
  revised: written.omit({ visibility: true }),
  summaries: {
    save: "Write a draft of what a country tells of its progress for a meeting, which that country alone reads",
    file: "File a draft: the country has then shared its progress, unless the Secretariat alone reads it",
    revise: "File another version; the earlier ones stay to be read",
    show: "Show it to more people, or to fewer while nobody of another side has had it on screen",
    withdraw:
      "Withdraw it with the reason: it stays for its own side and the Secretariat, is gone for others, and does not count as shared",
  },
});
export const saveNarrative = acts.save;
export const fileNarrative = acts.file;
export const reviseNarrative = acts.revise;
export const showNarrative = acts.show;
export const withdrawNarrative = acts.withdraw;
