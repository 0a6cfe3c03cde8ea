import {
  completionSteps,
  contributionKinds,
  documentKinds,
  linkKinds,
  mediaTypes,
  replyKinds,
  sourceKinds,
  stances,
  translationStates,
  voiceKinds,
} from "@avances/domain/network";
import { z } from "zod";
import { contract } from "../contract.ts";
import { ParticipantCodeSchema, ParticipantView } from "../network/values.ts";
import { DateOnly, Id, Instant, LanguageCode, limited } from "../values.ts";
import { EditionView } from "./frame.ts";

/** What a voice may stand beside on the public pages; as it is written in addresses. */
export const voicePlaces = ["indicators", "countries", "articles", "objectives"] as const;
export type VoicePlace = (typeof voicePlaces)[number];

const written = { language: LanguageCode, subject: z.string(), body: z.string() };

const PublicWords = z
  .object({
    ...written,
    translations: z
      .array(
        z.object({
          ...written,
          state: z.enum(translationStates).exclude(["original", "missing"]).describe("`outdated`: of earlier words."),
        }),
      )
      .readonly()
      .describe("Of each other language the one that counts; a language that is missing has none."),
  })
  .meta({ id: "PublicWords", description: "Words in the language in which they were written, and translated." });

const PublicFile = z
  .object({
    id: Id,
    name: z.string(),
    mediaType: z.enum(Object.values(mediaTypes) as [string, ...string[]]),
    bytes: z.int(),
    language: LanguageCode.nullable().describe("Null = it has none, or several."),
  })
  .meta({ id: "PublicFile", description: "A file that everybody may fetch: `GET /public/files/{fileId}/content`." });

const said = {
  language: LanguageCode,
  text: z.string(),
  at: Instant,
  on: DateOnly.describe("The day of that, by the clocks of whoever says it."),
};

const PublicStance = z
  .object({ participant: ParticipantCodeSchema, said: z.enum(stances), ...said })
  .meta({ id: "PublicStance", description: "How a participant takes it. To take note is not to agree." });
const PublicCompletion = z
  .object({ by: ParticipantCodeSchema, step: z.enum(completionSteps), ...said })
  .meta({ id: "PublicCompletion", description: "How far it has been carried out, as `by` says." });

const ofMatter = {
  id: Id,
  author: ParticipantCodeSchema.describe("Who says it."),
  filedAt: Instant.describe("When the version that is shown was filed."),
  filedOn: DateOnly.describe(
    "The day of that, by its author's clocks; an organisation's are those of the Secretariat.",
  ),
  publicSince: Instant.describe("Since when everybody is shown it. What was answered before is not here."),
  version: z.int(),
  words: PublicWords,
  files: z.array(PublicFile).readonly(),
  publicSource: z.string().nullable().describe("The published document from which it was entered."),
  invented: z.boolean().describe("The instance is a demonstration, and no published document holds this."),
};

const PublicVoice = z
  .object({
    ...ofMatter,
    kind: z.enum(voiceKinds),
    contributionKind: z.enum(contributionKinds).nullable().describe("Null = it is a recommendation."),
    source: z
      .object({ kind: z.enum(sourceKinds), name: z.string() })
      .nullable()
      .describe("Of a recommendation: where it comes from."),
    about: z
      .array(
        z.object({
          kind: z.enum(linkKinds).exclude(["matter"]),
          code: z.string(),
          linkedBy: ParticipantCodeSchema.nullable().describe("Null = its author says so."),
        }),
      )
      .readonly(),
    addressees: z
      .array(
        z.object({
          participant: ParticipantCodeSchema,
          stance: PublicStance.nullable().describe("What it said last; null = it has said nothing to everybody."),
          own: PublicCompletion.nullable().describe("How far it is, as it says itself."),
          others: z.array(PublicCompletion).readonly().describe("As others say, each for itself. Never one figure."),
        }),
      )
      .readonly()
      .describe("Of a recommendation: each to whom it is put."),
    noted: z.array(PublicStance).readonly().describe("Of a contribution: who took note of it, which is no agreement."),
    replies: z
      .array(
        z.object({
          id: Id,
          participant: ParticipantCodeSchema,
          said: z.enum(replyKinds),
          ...said,
          files: z.array(PublicFile).readonly(),
        }),
      )
      .readonly()
      .describe("What States reply, oldest first."),
  })
  .meta({
    id: "PublicVoice",
    description:
      "A contribution or a recommendation that its author shows to everybody, in its author's name, with what those concerned answered in theirs.",
  });
export type PublicVoice = z.output<typeof PublicVoice>;

const PublicDocument = z
  .object({
    ...ofMatter,
    documentKind: z.enum(documentKinds),
    about: z
      .array(z.object({ kind: z.enum(linkKinds).exclude(["matter"]), code: z.string() }))
      .readonly()
      .describe("What it is about, as its author says."),
  })
  .meta({ id: "PublicDocument", description: "A document of the library that is shown to everybody." });
export type PublicDocument = z.output<typeof PublicDocument>;

const participants = z.array(ParticipantView).readonly().describe("Everybody who is named here.");

export const getPublicVoices = contract({
  operationId: "getPublicVoices",
  method: "GET",
  path: "/public/voices/:about/:code",
  summary: "What others than the reporting States say about an indicator, a country, an article or an objective",
  description:
    "Contributions and recommendations that their authors show to everybody, the latest first, each in its author's name, with the answers of those concerned in theirs. They are no figures and are in none; nothing counts or averages what is answered. Part of the public file: they change with an edition, as a whole.",
  action: "published.read",
  params: z.strictObject({
    about: z.enum(voicePlaces).describe("Of what it is said."),
    code: limited(40)
      .regex(/^[A-Za-z0-9-]{1,40}$/)
      .describe(
        "Of the indicator, country or objective; articles as `tip-9`, with what is said of objectives that cite them.",
      ),
  }),
  response: z
    .object({
      edition: EditionView.nullable(),
      participants,
      voices: z.array(PublicVoice).readonly(),
      documents: z.array(PublicDocument).readonly().describe("Documents of the library that are about it."),
    })
    .meta({ id: "PublicVoices", description: "What is said about one thing, beside its figures." }),
  premade: true,
});

export const listPublicDocuments = contract({
  operationId: "listPublicDocuments",
  method: "GET",
  path: "/public/documents",
  summary: "Documents of the Network that are shown to everybody, the latest first",
  action: "published.read",
  response: z
    .object({ edition: EditionView.nullable(), participants, documents: z.array(PublicDocument).readonly() })
    .meta({ id: "PublicDocuments", description: "The public part of the library." }),
  premade: true,
});

export const getPublicFile = contract({
  operationId: "getPublicFile",
  method: "GET",
  path: "/public/files/:fileId/content",
  summary: "The bytes of a file that something public holds",
  description:
    "Once nothing public holds it any more it is gone with that edition, and is answered like one that never was.",
  action: "published.read",
  params: z.strictObject({ fileId: Id.describe("The file.") }),
  response: z.string().meta({ description: "The bytes, as an attachment.", format: "binary" }),
  fileTypes: Object.values(mediaTypes),
  problems: ["not-found", "store-away"],
});
