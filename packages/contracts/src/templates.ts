import { matterSteps, progressSteps } from "@avances/domain/network";
import { everyStep } from "@avances/domain/round";
import {
  placeholders,
  wordingFaults,
  wordingFields,
  wordingKinds,
  wordingLimits,
  wordingMatters,
} from "@avances/domain/wording";
import { z } from "zod";
import { contract } from "./contract.ts";
import { CountryCodeSchema, Id, Instant, LanguageCode, plainText, Year } from "./values.ts";

export const WordingKindSchema = z.enum(wordingKinds).meta({
  id: "WordingKind",
  description:
    "A message whose words can be edited: a step of a calendar, or what a person sends by what is awaited and on which side of the date; `_undated`: where there is no date.",
});
const PlaceholderSchema = z.enum(placeholders).meta({
  id: "Placeholder",
  description:
    "`country`: its name. `round`: its year. `data_year`: the year of the data. `meeting`: the meeting for which progress is asked. `commitment`: which commitment it is. `date`: the due date of the country, of the clarifications, or by which progress or an answer is awaited. `standing`: how many days are left or have passed; of the Network with the day. `days`: how many have passed. `number`: which request of the round it is; of progress, whether it is the first.",
});

const WordingView = z.object({ subject: z.string(), opening: z.string(), closing: z.string() }).meta({
  id: "Wording",
  description:
    "Words with placeholders. `opening` stands before what is asked, `closing` after it; both may be empty. Everything else in a message is made from facts.",
});
/** More than is allowed, so that a text that is too long is refused with the others' faults. */
const typed = (limit: number) => plainText(4 * limit);
const WordingInput = z
  .strictObject({
    subject: typed(wordingLimits.subject),
    opening: typed(wordingLimits.opening),
    closing: typed(wordingLimits.closing),
  })
  .meta({ id: "WordingToWrite", description: "Words with placeholders, as they were typed." });

const VersionView = z
  .object({
    id: Id,
    version: z.int(),
    words: WordingView.nullable().describe("Null = from this version on the built-in words are in force."),
    restores: z.int().nullable().describe("The version whose words these are again; 0 = the built-in ones."),
    at: Instant,
    byName: z.string(),
  })
  .meta({ id: "WordingVersion", description: "A version of the words, who wrote it and when; never changed." });

const TemplateLine = z
  .object({
    kind: WordingKindSchema,
    about: z.enum(wordingMatters).describe("What such a message asks for."),
    step: z.enum([...everyStep, ...progressSteps, ...matterSteps]),
    language: LanguageCode,
    version: z.int().describe("The version in force; 0 = the words were never edited."),
    isBuiltIn: z.boolean().describe("The built-in words are in force."),
    at: Instant.nullable(),
    byName: z.string().nullable(),
  })
  .meta({
    id: "TemplateLine",
    description: "The words of one kind of message in one language, and who edited them last.",
  });

const PreviewStateSchema = z
  .enum(["plain", "nothing_answered", "all_answered", "extended", "withdrawn", "voluntary"])
  .meta({
    id: "PreviewState",
    description:
      "How the report of the sample country is taken to stand; `plain`: as it does, as far as such a message allows.",
  });

const Template = TemplateLine.extend({
  builtIn: WordingView,
  words: WordingView.describe("The words in force."),
  parts: z
    .array(
      z.object({
        field: z.enum(wordingFields),
        limit: z.int().describe("Longest text in characters, placeholders as they are written."),
        allowed: z.array(PlaceholderSchema).readonly(),
        required: z.array(PlaceholderSchema).readonly(),
      }),
    )
    .readonly(),
  states: z.array(PreviewStateSchema).readonly().describe("The states in which such a message can be sent."),
  versions: z.array(VersionView).readonly().describe("The newest first."),
}).meta({ id: "Template", description: "Everything about the words of one kind of message in one language." });
export type Template = z.output<typeof Template>;

const Faults = z
  .object({
    faults: z
      .array(z.object({ field: z.enum(wordingFields), fault: z.enum(wordingFaults), word: z.string() }))
      .readonly(),
  })
  .meta({
    id: "WordingFaults",
    description: "Details of `wording-refused`: at which part, what, and the word or placeholder it is about.",
  });
const EditedMeanwhile = z
  .object({ version: z.int(), at: Instant, byName: z.string() })
  .meta({ id: "EditedMeanwhile", description: "Details of `edited-meanwhile`: the version that is in force now." });

const Params = z.strictObject({
  kind: WordingKindSchema.describe("The kind of message."),
  language: LanguageCode.describe("The language of its readers."),
});
const basedOn = z.int().min(0).max(1_000_000).describe("The `version` that was in force when the words were read.");

export const listTemplates = contract({
  operationId: "listTemplates",
  method: "GET",
  path: "/templates",
  summary: "The messages whose words can be edited, in every language, and who edited them last",
  action: "notices.send",
  response: z.object({ templates: z.array(TemplateLine).readonly() }),
});

export const getTemplate = contract({
  operationId: "getTemplate",
  method: "GET",
  path: "/templates/:kind/:language",
  summary: "The words of one kind of message: in force, built in, and every earlier version",
  action: "notices.send",
  params: Params,
  response: Template,
});

export const saveTemplate = contract({
  operationId: "saveTemplate",
  method: "POST",
  path: "/templates/:kind/:language",
  summary: "Write new words for one kind of message; messages that are written from now on have them",
  description:
    "Messages that wait to be sent keep the words with which they were made. Facts come from placeholders and from sentences that cannot be edited; words that would state a fact are refused, each at its part.",
  action: "notices.send",
  params: Params,
  body: z.strictObject({ words: WordingInput, basedOn }),
  response: Template,
  status: 201,
  idempotent: true,
  details: { "wording-refused": Faults, "edited-meanwhile": EditedMeanwhile },
  problems: [
    "wording-refused",
    "edited-meanwhile",
    "transition-refused",
    "idempotency-key-required",
    "idempotency-key-reused",
  ],
});

export const restoreTemplate = contract({
  operationId: "restoreTemplate",
  method: "POST",
  path: "/templates/:kind/:language/restore",
  summary: "Go back to the words of an earlier version, or to the built-in ones, as a new version",
  action: "notices.send",
  params: Params,
  body: z.strictObject({
    version: z.int().min(0).max(1_000_000).describe("0 = the built-in words."),
    basedOn,
  }),
  response: Template,
  status: 201,
  idempotent: true,
  details: { "wording-refused": Faults, "edited-meanwhile": EditedMeanwhile },
  problems: [
    "not-found",
    "wording-refused",
    "edited-meanwhile",
    "transition-refused",
    "idempotency-key-required",
    "idempotency-key-reused",
  ],
});

const Runs = z
  .array(z.object({ text: z.string(), strong: z.boolean() }))
  .readonly()
  .describe("The text in pieces; a strong one must not be missed.");
const PreviewBlock = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("text"), runs: Runs }),
    z.object({ kind: z.literal("action"), words: z.string(), address: z.string() }),
    z.object({ kind: z.literal("small"), runs: Runs }),
    z.object({ kind: z.literal("missing_parts"), count: z.int() }),
  ])
  .meta({
    id: "MessageBlock",
    description: "A part of a message; plain text and formatted mail are made from the same.",
  });

export const previewTemplate = contract({
  operationId: "previewTemplate",
  method: "POST",
  path: "/templates/:kind/:language/preview",
  summary:
    "The whole message with these words, for a country in its newest round, before its next meeting or about a commitment; stores and sends nothing",
  description:
    "`not-found` when no round asks this country, no meeting to come asks it for progress, or no commitment was filed. What of it is not so at this moment is listed in `assumed`.",
  action: "notices.send",
  params: Params,
  body: z.strictObject({ words: WordingInput, country: CountryCodeSchema, state: PreviewStateSchema }),
  response: z.object({
    round: Year.nullable().describe("Null = the message is about no round."),
    writtenAt: Instant.describe("When it would be written."),
    recipient: z.string(),
    assumed: z
      .array(
        z.enum([
          ...(["moment", "status", "progress", "extension", "return_date", "withdrawal", "obligation"] as const),
          ...(["recipient", "awaited_by", "filed", "sent", "owed"] as const),
        ]),
      )
      .readonly(),
    wordsStand: z.boolean().describe("False: in this state the message has the built-in words, whatever was written."),
    subject: z.string(),
    blocks: z.array(PreviewBlock).readonly(),
    bodyText: z.string(),
  }),
  details: { "wording-refused": Faults },
  problems: ["not-found", "wording-refused"],
});
