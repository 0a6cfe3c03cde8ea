import {
  documentKinds,
  fileLimits,
  matterActs,
  matterFaultKinds,
  matterKinds,
  matterStates,
  mediaTypes,
  translationMakers,
  translationStates,
  visibilities,
  visibilityChoices,
} from "@avances/domain/network";
import { personalDetailKinds, textLimits } from "@avances/domain/text";
import { z } from "zod";
import { contract } from "../contract.ts";
import { EndedEarly } from "../notices.ts";
import { askedByAct, Id, Instant, LanguageCode, plainText, singleLine } from "../values.ts";
import { ParticipantCodeSchema } from "./values.ts";

export const VisibilitySchema = z.enum(visibilities).meta({
  id: "Visibility",
  description:
    "Who reads what was filed, each level everybody of the levels before it: the Secretariat; members; members and observers, the Network; everybody, in the public file.",
});
/** Of what the public edition has a place for. */
export const PublicChoiceSchema = VisibilitySchema.describe(
  "Who will read it once it is filed. `public`: everybody, from then on until it is withdrawn.",
);
export const VisibilityChoiceSchema = z.enum(visibilityChoices).describe("Who will read it once it is filed.");

export const MatterHead = z
  .object({
    id: Id,
    kind: z.enum(matterKinds),
    author: ParticipantCodeSchema.describe("From whom it comes."),
    meetingId: Id.nullable().describe("The meeting to which it belongs."),
    visibility: VisibilitySchema,
    state: z.enum(matterStates).describe("A `draft` is read by its own side alone."),
    version: z.int().describe("Of what was filed; 0 = it never was."),
    revision: z.int().describe("Acts on it name it in `If-Match`."),
    filedAt: Instant.nullable().describe("When this version was filed."),
    publicSource: z.string().nullable().describe("The published document from which it was entered."),
    invented: z.boolean().describe("The instance is a demonstration, and no published document holds this."),
    withdrawn: EndedEarly.nullable().describe(
      "It is still read by the Secretariat, by its own side, and by those to whom it was addressed, or sent with a commitment.",
    ),
  })
  .meta({ id: "Matter", description: "Something that was put before the Network, or is being written for it." });
export type MatterHead = z.output<typeof MatterHead>;

const wordsOf = {
  language: LanguageCode,
  subject: z.string().describe("One line."),
  body: z.string().describe("Several lines; may be empty."),
};

export const TranslationView = z
  .object({
    id: Id,
    ...wordsOf,
    madeBy: z.enum(translationMakers),
    state: z.enum(translationStates).describe("`outdated`: what it says was changed since."),
    at: Instant,
    byName: z.string(),
    by: ParticipantCodeSchema,
  })
  .meta({ id: "Translation", description: "The newest words of a matter in another language." });

export const MatterWordsView = z
  .object({
    ...wordsOf,
    textRevision: z.int().describe("Rises with the words; a translation names the one that it says."),
    translations: z.array(TranslationView).readonly(),
  })
  .meta({ id: "MatterWords", description: "The words of a matter, in the language in which they were written." });
export type MatterWordsView = z.output<typeof MatterWordsView>;

const inLanguage = { language: LanguageCode, subject: z.string() };
/** The title alone: whoever wrote or translated it is named on its own page, to those who may know. */
export const titleFields = {
  ...inLanguage,
  translations: z
    .array(
      z
        .object({
          ...inLanguage,
          state: z.enum(translationStates).describe("`outdated`: what it says was changed since."),
        })
        .meta({ id: "TranslatedTitle", description: "A title in another language." }),
    )
    .readonly(),
};
export const TitleView = z
  .object(titleFields)
  .meta({ id: "MatterTitle", description: "The title of a matter, in the language in which it was written." });
export type TitleView = z.output<typeof TitleView>;

export const HeldFile = z
  .object({
    id: Id,
    name: z.string(),
    mediaType: z.enum(Object.values(mediaTypes) as [string, ...string[]]),
    bytes: z.int(),
    language: LanguageCode.nullable().describe("Null = it has none, or several."),
  })
  .meta({ id: "HeldFile", description: "A file that a matter or a reply holds; whoever reads that reads the file." });
export type HeldFile = z.output<typeof HeldFile>;

export const MatterActView = z
  .object({
    revision: z.int().describe("The revision of the matter after this act."),
    act: z.enum(matterActs),
    at: Instant,
    byName: z.string(),
    by: ParticipantCodeSchema,
    before: z.record(z.string(), z.unknown()),
    after: z.record(z.string(), z.unknown()).describe("What it changed: codes, numbers and days, never words."),
    reason: z.string(),
  })
  .meta({ id: "MatterAct", description: "An act on a matter: by whom, when, and what it changed." });
export type MatterActView = z.output<typeof MatterActView>;

export const SeenView = z
  .object({
    participant: ParticipantCodeSchema.nullable().describe("Null: somebody who acts for no participant."),
    version: z.int(),
    at: Instant.describe("The first time."),
    byName: z.string(),
  })
  .meta({ id: "MatterSeen", description: "A version was on the screen of somebody of another side." });
export type SeenView = z.output<typeof SeenView>;

/** What every matter is written with. */
export const writtenWords = {
  language: LanguageCode.describe("In which the words are written."),
  subject: askedByAct(singleLine(textLimits.matterSubject, 1)),
  body: askedByAct(plainText(textLimits.matterBody)),
  translation: z
    .strictObject({
      subject: askedByAct(singleLine(textLimits.matterSubject, 1)),
      body: askedByAct(plainText(textLimits.matterBody)),
    })
    .nullable()
    .describe("The same words in the other language; null = they have not been translated."),
  overruled: z
    .array(z.enum(personalDetailKinds))
    .max(personalDetailKinds.length)
    .readonly()
    .describe("Kinds of personal details that the text seems to hold and may hold, after `personal-details`."),
};
export const writtenFiles = z
  .array(z.strictObject({ fileId: Id, language: LanguageCode.nullable() }))
  .max(fileLimits.perMatter * 5)
  .readonly()
  .describe(`Stored files of the own side, in order; at most ${fileLimits.perMatter}.`);

export const PersonalDetailsFound = z.object({ found: z.array(z.enum(personalDetailKinds)).readonly() }).meta({
  id: "PersonalDetailsFound",
  description:
    "Details of `personal-details`: what the words, or the names of files, seem to hold. `few_people`: a count of people that is smaller than figures show, in what everybody will read.",
});
export const MatterRefused = z.object({ faults: z.array(z.enum(matterFaultKinds)).readonly() }).meta({
  id: "MatterRefused",
  description: "Details of `matter-refused`: what cannot stand.",
});

export const matterParams = z.strictObject({ matterId: Id.describe("Id of what was put before the Network.") });

export const addTranslation = contract({
  operationId: "addTranslation",
  method: "POST",
  path: "/matters/:matterId/translations",
  summary: "Say what was put before the Network in the other language",
  description:
    "It names the revision of the words that it says: if they are changed later, the translation is shown as outdated. The words themselves are never changed by it.",
  action: "matter.translate",
  params: matterParams,
  body: z.strictObject({
    textRevision: z.int().min(1).max(1_000_000).describe("The words that were translated."),
    language: LanguageCode,
    subject: askedByAct(singleLine(textLimits.matterSubject, 1)),
    body: askedByAct(plainText(textLimits.matterBody)),
    overruled: writtenWords.overruled,
  }),
  response: MatterWordsView,
  status: 201,
  idempotent: true,
  details: { "personal-details": PersonalDetailsFound },
  problems: [
    ...(["not-found", "personal-details", "words-changed", "transition-refused"] as const),
    ...(["idempotency-key-required", "idempotency-key-reused"] as const),
  ],
});

export const tellSeen = contract({
  operationId: "tellSeen",
  method: "POST",
  path: "/matters/:matterId/seen",
  summary: "Say that a version was on screen: its author learns which sides have seen it, and when first",
  action: "network.read",
  params: matterParams,
  body: z.strictObject({ version: z.int().min(1).max(1_000_000) }),
  response: z.undefined(),
  status: 204,
  problems: ["not-found"],
});

export const DocumentKindSchema = z.enum(documentKinds).meta({
  id: "DocumentKind",
  description: "Background for a point, a report, a presentation, a decision that was taken, or something else.",
});
