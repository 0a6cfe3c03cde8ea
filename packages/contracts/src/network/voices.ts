import {
  completionSteps,
  contributionKinds,
  linkKinds,
  matterFaultKinds,
  sourceKinds,
  stances,
  voiceFaultKinds,
  voiceKinds,
} from "@avances/domain/network";
import { textLimits } from "@avances/domain/text";
import { z } from "zod";
import { contract } from "../contract.ts";
import {
  askedByAct,
  DateOnly,
  Id,
  Instant,
  LanguageCode,
  limited,
  personName,
  plainText,
  singleLine,
} from "../values.ts";
import { MatterReplyView } from "./commitments.ts";
import { pageAsked, pageTold } from "./list-pages.ts";
import { heardOfOthers, historyOfSides, matterActs, WithdrawnBySide } from "./matter-acts.ts";
import {
  HeldFile,
  MatterHead,
  MatterWordsView,
  matterParams,
  PersonalDetailsFound,
  PublicChoiceSchema,
  writtenFiles,
  writtenWords,
} from "./matters.ts";
import { BodyCodeSchema, ParticipantCodeSchema } from "./values.ts";

const VoiceKindSchema = z.enum(voiceKinds);
const ContributionKindSchema = z.enum(contributionKinds).meta({
  id: "ContributionKind",
  description: "What those who are not a country put before the Network besides recommendations.",
});
const SourceKindSchema = z.enum(sourceKinds).meta({
  id: "RecommendationSource",
  description: "`own`: it comes from whoever put it before the Network. The others name a meeting, or a document.",
});
export const StanceSchema = z.enum(stances).meta({
  id: "Stance",
  description: "How a participant takes what was put to it. `took_note` is no agreement, and is never counted with it.",
});
export const CompletionStepSchema = z.enum(completionSteps).meta({
  id: "CompletionStep",
  description: "How far a recommendation has been carried out. `withdrawn`: it is not pursued any more.",
});

const linkCode = limited(40).regex(/^[A-Za-z0-9-]{1,40}$/);
const said = { language: LanguageCode, text: z.string(), at: Instant, byName: personName };

export const StanceView = z
  .object({ participant: ParticipantCodeSchema, said: StanceSchema, ...said })
  .meta({ id: "StanceView", description: "How a participant took what was put to it, in its own name." });
export type StanceView = z.output<typeof StanceView>;

export const CompletionView = z
  .object({ of: ParticipantCodeSchema, by: ParticipantCodeSchema, step: CompletionStepSchema, ...said })
  .meta({ id: "CompletionView", description: "How far `of` has carried a recommendation out, as `by` says." });
export type CompletionView = z.output<typeof CompletionView>;

const VoiceLink = z
  .object({
    kind: z.enum(linkKinds),
    code: z.string(),
    linkedBy: ParticipantCodeSchema.nullable().describe("Null = its author says so."),
  })
  .meta({ id: "VoiceLink", description: "What a contribution or a recommendation is about. Articles as `tip-9`." });
const CompletionOf = z
  .object({
    of: ParticipantCodeSchema,
    own: CompletionView.nullable().describe("As it says itself; null = it has said nothing."),
    others: z
      .array(CompletionView)
      .readonly()
      .describe("As others say, of each the last. Never one figure with `own`."),
  })
  .meta({
    id: "CompletionOf",
    description:
      "How far an addressee has carried a recommendation out: in its own words, and beside them those of others.",
  });

const ofVoice = {
  withdrawn: WithdrawnBySide.nullable().describe(
    "It is still read by the Secretariat, by its own side, and by those to whom it was put.",
  ),
  kind: VoiceKindSchema,
  contributionKind: ContributionKindSchema.nullable().describe("Null = it is a recommendation."),
  source: z
    .object({ kind: SourceKindSchema, name: z.string().describe("The document; empty where none is named.") })
    .nullable()
    .describe("Of a recommendation: where it comes from."),
  owner: ParticipantCodeSchema.nullable().describe(
    "Who sees to it that a recommendation is followed. Null = nobody is named.",
  ),
  addressees: z
    .array(ParticipantCodeSchema)
    .readonly()
    .describe("To whom a recommendation is put; they read it at every level."),
  words: MatterWordsView,
  files: z.array(HeldFile).readonly().describe("Of the version that was filed last, or of the draft."),
  links: z.array(VoiceLink).readonly().describe("What it is about."),
  stances: z.array(StanceView).readonly().describe("Of each participant the last that it said."),
  completion: z
    .array(CompletionOf)
    .readonly()
    .describe("Of a recommendation: each addressee, in the order of `addressees`."),
};

export const VoiceSummary = MatterHead.extend(ofVoice).meta({
  id: "VoiceSummary",
  description: "A contribution or a recommendation, with how it was taken and how far it was carried out.",
});
export type VoiceSummary = z.output<typeof VoiceSummary>;

export const VoiceView = MatterHead.extend({
  ...ofVoice,
  replies: z.array(MatterReplyView).readonly().describe("Oldest first."),
  said: z
    .object({ stances: z.array(StanceView).readonly(), completion: z.array(CompletionView).readonly() })
    .describe("All that was said, oldest first, also what somebody said otherwise since."),
  ...historyOfSides,
  ...heardOfOthers,
  spokenOf: z
    .array(
      z
        .object({
          ...{ meetingId: Id, pointId: Id, body: BodyCodeSchema, heldOn: DateOnly },
          number: z.int().nullable().describe("Null: a paragraph without a number."),
          letter: z.string(),
          version: z.int().nullable().describe("Of the report; null: its working copy."),
        })
        .meta({ id: "SpokenOf", description: "A point of the report of a meeting that speaks of it." }),
    )
    .readonly()
    .describe("Points of reports that speak of it, as the reader may read them, the latest meeting first."),
  may: z
    .object({
      write: z.boolean().describe("Change, file or withdraw it."),
      take: z.array(StanceSchema).readonly().describe("The answers that the reader may give for the own side."),
      assess: z
        .array(ParticipantCodeSchema)
        .readonly()
        .describe("Of whom the reader may say how far it was carried out."),
      reply: z.boolean(),
      link: z.boolean().describe("Say as the Secretariat what it is about."),
    })
    .describe("What the reader may do with it now."),
  side: ParticipantCodeSchema.nullable().describe("For whom the reader acts; null = for nobody on record."),
}).meta({
  id: "Voice",
  description: "A contribution or a recommendation, with replies, versions and what was done to it.",
});
export type VoiceView = z.output<typeof VoiceView>;

const filters = {
  author: ParticipantCodeSchema.optional().describe("Only those of this participant."),
  meeting: Id.optional().describe("Only those that belong to this meeting."),
  country: ParticipantCodeSchema.optional().describe("Only those that are put to it, or are about it."),
  about: linkCode.optional().describe("Only those that are about this indicator, objective or article."),
  stance: StanceSchema.optional().describe("Only those that somebody has last taken so."),
  step: CompletionStepSchema.optional().describe("Only those of which an addressee, or somebody else, last said this."),
};

export const listVoices = contract({
  operationId: "listVoices",
  method: "GET",
  path: "/voices",
  summary: "Contributions or recommendations that the reader may read, the latest first",
  action: "network.read",
  query: z.strictObject({
    kind: VoiceKindSchema.describe("Which of the two."),
    ...filters,
    ...pageAsked,
  }),
  response: z.object({
    voices: z.array(VoiceSummary).readonly(),
    ...pageTold,
    mayWrite: z
      .boolean()
      .describe("The reader acts for somebody who puts contributions and recommendations before the Network."),
  }),
});

const fileQuery = z.strictObject({
  language: LanguageCode.describe("If absent, the language of the region.").optional(),
  ...filters,
});

export const getRecommendationsCsv = contract({
  operationId: "getRecommendationsCsv",
  method: "GET",
  path: "/recommendations.csv",
  summary: "Recommendations that the reader may read, as CSV: a line for each addressee and for each who speaks of it",
  action: "network.read",
  query: fileQuery,
  response: z.string().meta({ description: "A CSV file, UTF-8 with a byte order mark." }),
  contentType: "text/csv",
});

export const getRecommendationsWorkbook = contract({
  operationId: "getRecommendationsWorkbook",
  method: "GET",
  path: "/recommendations.xlsx",
  summary: "The same as a workbook (XLSX)",
  action: "network.read",
  query: fileQuery,
  response: z.string().meta({ description: "An XLSX file.", format: "binary" }),
  contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
});

export const getVoice = contract({
  operationId: "getVoice",
  method: "GET",
  path: "/voices/:matterId",
  summary:
    "A contribution or a recommendation: its words in both languages, replies, versions, and what was done to it",
  action: "network.read",
  params: matterParams,
  response: VoiceView,
});

const Links = z
  .array(z.strictObject({ kind: z.enum(linkKinds).exclude(["matter"]), code: linkCode }))
  .max(60)
  .readonly();

const written = z.strictObject({
  ...writtenWords,
  kind: VoiceKindSchema.describe("It stays so."),
  contributionKind: ContributionKindSchema.nullable().describe("Null for a recommendation."),
  source: z
    .strictObject({ kind: SourceKindSchema, name: askedByAct(singleLine(textLimits.matterSubject)) })
    .nullable()
    .describe("Null for a contribution."),
  owner: ParticipantCodeSchema.nullable(),
  addressees: z
    .array(ParticipantCodeSchema)
    .max(60)
    .readonly()
    .describe("Of a recommendation: members, or the Secretariat."),
  meetingId: Id.nullable(),
  visibility: PublicChoiceSchema,
  files: writtenFiles,
  links: Links.describe("What it is about, as its author says."),
});
export const WrittenVoice = written;

const refused = z
  .object({ faults: z.array(z.enum([...matterFaultKinds, ...voiceFaultKinds])).readonly() })
  .meta({ id: "VoiceRefused", description: "Details of `matter-refused`: what cannot stand." });

const acts = matterActs({
  name: "Voice",
  path: "/voices",
  action: "voice.write",
  response: VoiceView,
  refused,
  stale: {
    id: "StaleVoice",
    description: "Details of `revision-stale` when it was changed meanwhile: what it is now.",
  },
  written,
  revised: written.omit({ visibility: true }),
  levels: PublicChoiceSchema,
  summaries: {
    save: "Write a draft of a contribution or a recommendation, which its own side alone reads",
    file: "File a draft: from then on those read it for whom it is; no message is sent",
    revise: "File another version; the earlier ones stay to be read",
    show: "Show it to more people, or to fewer while nobody of another side has had it on screen",
    withdraw:
      "Withdraw it with the reason: it stays for its own side, its addressees and the Secretariat, and is gone for others",
  },
});
export const saveVoice = acts.save;
export const fileVoice = acts.file;
export const reviseVoice = acts.revise;
export const showVoice = acts.show;
export const withdrawVoice = acts.withdraw;

const answer = {
  params: matterParams,
  response: VoiceView,
  status: 201,
  idempotent: true,
  details: { "personal-details": PersonalDetailsFound },
  problems: [
    "not-found",
    "not-allowed",
    "personal-details",
    "transition-refused",
    "idempotency-key-required",
    "idempotency-key-reused",
  ],
} as const;
const answered = {
  language: LanguageCode.describe("In which the words are written."),
  text: askedByAct(plainText(textLimits.matterReply)).describe("May be empty."),
  overruled: writtenWords.overruled,
};

export const takeStance = contract({
  ...answer,
  operationId: "takeStance",
  method: "POST",
  path: "/voices/:matterId/stances",
  summary: "Say for the own side how it takes this; said again, the last counts and the earlier stays in the record",
  description:
    "Of a contribution members and the Secretariat take note. A recommendation is answered by those to whom it is put.",
  action: "voice.answer",
  body: z.strictObject({ said: StanceSchema, ...answered }),
});

export const assessCompletion = contract({
  ...answer,
  operationId: "assessCompletion",
  method: "POST",
  path: "/voices/:matterId/completion",
  summary: "Say how far an addressee has carried a recommendation out: of the own side, or as the view of others",
  description:
    "An addressee speaks of itself. Whoever made the recommendation, and the Secretariat, say beside it how they see it. The views stand side by side; there is no mean.",
  action: "voice.assess",
  body: z.strictObject({ of: ParticipantCodeSchema, step: CompletionStepSchema, ...answered }),
});

export const linkVoice = contract({
  operationId: "linkVoice",
  method: "PUT",
  path: "/voices/:matterId/links",
  summary: "Say as the Secretariat what a contribution or a recommendation of others is about",
  description:
    "The list replaces what the Secretariat said before. What its author says stays, and what it says is never changed.",
  action: "voice.link",
  params: matterParams,
  body: z.strictObject({ links: Links }),
  response: VoiceView,
  details: { "matter-refused": refused },
  problems: ["not-found", "matter-refused", "transition-refused"],
});
