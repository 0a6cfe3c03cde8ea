import { byLanguage } from "@avances/domain/catalogue";
import { progressSteps, toldStandings } from "@avances/domain/network";
import { textLimits } from "@avances/domain/text";
import { z } from "zod";
import { contract } from "../contract.ts";
import { DateOnly, Id, Instant, plainText } from "../values.ts";
import { MatterMessageState, MatterPreview, shownWordings } from "./commitments.ts";
import { ParticipantCodeSchema } from "./values.ts";

const ProgressStepSchema = z.enum(progressSteps).meta({
  id: "ProgressStep",
  description:
    "`progress_by_hand`: sent by a person. The others go by themselves: 21 and 3 days before the day by which progress is awaited and the day after it; the first also where the meeting is entered too late for them.",
});
const ToldStandingSchema = z.enum(toldStandings).meta({
  id: "ProgressStanding",
  description:
    "How a country stands to one of the Protocols. `withdrawn`: it was filed and taken back. `secretariat`: the Secretariat alone reads it, so it was not shared. Of a draft nothing is said.",
});

const ProgressSide = z
  .object({
    participant: ParticipantCodeSchema,
    told: z.object({ TIP: ToldStandingSchema, SOM: ToldStandingSchema }),
    awaited: z.boolean().describe("Something is still awaited of it, and asked for until the meeting begins."),
    dueOn: DateOnly.nullable().describe(
      "By the end of which day in its capital. Null = that day had come before the meeting's was known: the sooner the better.",
    ),
    people: z.int().describe("How many people there can be written to."),
    requests: z.int().describe("How often it was asked for this meeting, each act or step once whoever got it."),
    lastRequest: z
      .object({ step: ProgressStepSchema, at: Instant, byName: z.string().nullable() })
      .nullable()
      .describe("`byName`: who sent it; told to the Secretariat."),
    next: z
      .object({ step: ProgressStepSchema, goesAt: Instant })
      .nullable()
      .describe("What goes there by itself next if nothing changes, at the earliest."),
  })
  .meta({ id: "ProgressSide", description: "A country that is asked for its progress before a meeting." });
export type ProgressSide = z.output<typeof ProgressSide>;

const ProgressMessage = MatterMessageState.extend({
  step: ProgressStepSchema,
  byName: z.string().nullable().describe("Who sent it; null = it went by itself."),
}).meta({ id: "ProgressMessage", description: "A request for progress to one person, and what became of it." });

export const ProgressAsks = z
  .object({
    asks: z
      .boolean()
      .describe("Progress is still asked for: the meeting is one of the Network, planned, and has not begun."),
    sides: z
      .array(ProgressSide)
      .readonly()
      .describe("For the Secretariat all members of the body; for a country itself."),
    messages: z
      .array(ProgressMessage)
      .readonly()
      .nullable()
      .describe("Oldest first, for the Secretariat; null for others."),
  })
  .meta({ id: "ProgressAsks", description: "Who was asked for progress before a meeting, when, and what comes next." });
export type ProgressAsks = z.output<typeof ProgressAsks>;

const params = z.strictObject({ meetingId: Id.describe("Id of a meeting, from `GET /meetings`.") });

export const getProgressAsks = contract({
  operationId: "getProgressAsks",
  method: "GET",
  path: "/meetings/:meetingId/narratives/asks",
  summary: "Who was asked for progress before a meeting, when, what became of it, and what goes by itself next",
  description: "The Secretariat reads it of all countries, a country of itself, and everybody else of none.",
  action: "network.read",
  params,
  response: ProgressAsks,
  problems: ["not-found"],
});

const text = z
  .strictObject(byLanguage(() => plainText(textLimits.noticeText).optional()))
  .optional()
  .describe("Added above the standard text, as written, by language; English text alone goes to English readers only.");

export const previewProgressAsk = contract({
  operationId: "previewProgressAsk",
  method: "POST",
  path: "/meetings/:meetingId/narratives/asks/preview",
  summary: "Every message with which these countries would be asked for their progress; nothing is sent",
  action: "network.manage",
  params,
  body: z.strictObject({ to: z.array(ParticipantCodeSchema).max(100).readonly(), text }),
  response: MatterPreview,
  problems: ["not-found", "transition-refused"],
});

export const askForProgress = contract({
  operationId: "askForProgress",
  method: "POST",
  path: "/meetings/:meetingId/narratives/asks",
  summary: "Ask countries for their progress before a meeting, at once",
  description:
    "Whoever has filed what is awaited is not asked. Refused with `transition-refused` once the meeting has begun, was cancelled, or is none of the Network.",
  action: "network.manage",
  params,
  body: z.strictObject({
    to: z
      .array(z.strictObject({ participant: ParticipantCodeSchema, count: z.int().min(0).max(10_000) }))
      .min(1)
      .max(100)
      .readonly()
      .describe(
        "Whom, and how often each was asked so far, as the preview says: if that has changed, or one has filed, nothing is sent.",
      ),
    text,
    wordings: shownWordings,
  }),
  response: z
    .object({ id: Id.describe("Of the meeting."), to: z.array(ParticipantCodeSchema).readonly() })
    .meta({ id: "ProgressAsked", description: "Who was asked for progress." }),
  idempotent: true,
  details: {
    "asked-meanwhile": z.object({ participants: z.array(ParticipantCodeSchema).readonly() }).meta({
      id: "AskedForProgressMeanwhile",
      description: "Details of `asked-meanwhile`: who was asked, or has filed, since the preview.",
    }),
  },
  problems: [
    ...(["not-found", "transition-refused", "asked-meanwhile", "nothing-to-send", "words-changed"] as const),
    ...(["idempotency-key-required", "idempotency-key-reused"] as const),
  ],
});
