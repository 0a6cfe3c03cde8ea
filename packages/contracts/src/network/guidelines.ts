import { byLanguage } from "@avances/domain/catalogue";
import {
  guidelineAnswers,
  guidelineFaultKinds,
  guidelineOpenings,
  guidelineSetFaultKinds,
  matterFaultKinds,
  mostGuidelineSteps,
  replyDays,
} from "@avances/domain/network";
import { textLimits } from "@avances/domain/text";
import { z } from "zod";
import { contract } from "../contract.ts";
import { DateOnly, Id, IndicatorCodeSchema, Instant, limited, singleLine, TextInLanguages } from "../values.ts";
import { MatterReplyView } from "./commitments.ts";
import { heardOfOthers, historyOfSides, matterActsOnce, WithdrawnBySide } from "./matter-acts.ts";
import {
  HeldFile,
  MatterHead,
  MatterWordsView,
  matterParams,
  VisibilityChoiceSchema,
  writtenFiles,
  writtenWords,
} from "./matters.ts";
import { ParticipantCodeSchema } from "./values.ts";

const StepCode = limited(4)
  .regex(/^G[1-9][0-9]{0,2}$/)
  .meta({ id: "GuidelineStepCode", description: "Code of a step. It never means another one.", examples: ["G1"] });
const AnswerSchema = z.enum(guidelineAnswers).meta({
  id: "GuidelineAnswer",
  description:
    "Whether a step of the Regional Guidelines is carried out, as whoever says so says. `not_known`: they could not find out. No figure is made of it.",
});
const OpeningSchema = z.enum(guidelineOpenings).meta({
  id: "GuidelineOpening",
  description:
    "Who reads it besides its own side. `first`: of a view, its country alone. `replied`, `days`: others too since the country answered, or since its days were over. `level`: whoever its level says, from the beginning.",
});

const GuidelineSetView = z
  .object({
    version: z.int(),
    source: TextInLanguages.describe("Where the steps are from, or that they are an example. May be empty."),
    steps: z
      .array(
        z.object({
          code: StepCode,
          name: TextInLanguages,
          indicators: z.array(IndicatorCodeSchema).readonly().describe("Indicators that are close to it."),
        }),
      )
      .readonly(),
    at: Instant,
    byName: z.string(),
  })
  .meta({ id: "GuidelineSet", description: "The steps of the Regional Guidelines that are asked about." });
export type GuidelineSetView = z.output<typeof GuidelineSetView>;

const ofStatement = {
  country: ParticipantCodeSchema.describe("Of which country it speaks."),
  step: StepCode,
  setVersion: z.int().describe("The set in whose words the step was asked about."),
  said: AnswerSchema,
  asOf: DateOnly.describe("On which day it was so."),
  replyDays: z
    .int()
    .nullable()
    .describe("Of a view: how many days its country has. Null = the country speaks of itself."),
  replyUntil: DateOnly.nullable().describe("The last of these days, once it is filed."),
  opening: OpeningSchema,
  openedAt: Instant.nullable().describe("Of a view: since when others read it."),
  addressees: z
    .array(ParticipantCodeSchema)
    .readonly()
    .describe("Of a view: its country, which reads it at every level."),
  words: MatterWordsView,
  files: z.array(HeldFile).readonly(),
  replies: z.array(MatterReplyView).readonly().describe("What its country answers. Oldest first."),
  withdrawn: WithdrawnBySide.nullable(),
};

export const GuidelineStatement = MatterHead.extend(ofStatement).meta({
  id: "GuidelineStatement",
  description:
    "What a side says of one step of the Regional Guidelines in one country: that country of itself, or IOM as its view. The words name the evidence.",
});
export type GuidelineStatement = z.output<typeof GuidelineStatement>;

export const GuidelineStatementView = MatterHead.extend({
  ...ofStatement,
  ...historyOfSides,
  ...heardOfOthers,
  others: z
    .array(GuidelineStatement)
    .readonly()
    .describe("What else was said of this step in this country that the reader may read, the latest first."),
  mayWrite: z.boolean().describe("The reader may change, file or withdraw it."),
  mayReply: z.boolean().describe("The reader answers for its country."),
}).meta({
  id: "GuidelineStatementInFull",
  description: "A statement with what was done to it, and the others beside it.",
});
export type GuidelineStatementView = z.output<typeof GuidelineStatementView>;

export const GuidelinesView = z
  .object({
    revision: z.int().describe("The version of the set that is in force; 0 = there is none yet."),
    sets: z.array(GuidelineSetView).readonly().describe("Oldest first; the last one is in force."),
    members: z.array(ParticipantCodeSchema).readonly(),
    statements: z
      .array(GuidelineStatement)
      .readonly()
      .describe("Of each side, country and step the last that is filed, and the drafts of the own side."),
    toAnswer: z
      .array(z.object({ country: ParticipantCodeSchema, step: StepCode, replyUntil: DateOnly }))
      .readonly()
      .describe(
        "For the Secretariat: of which countries there is a view that they alone read, and until when they may answer. What it says is not in it.",
      ),
    states: z.array(ParticipantCodeSchema).readonly().describe("The countries of which the reader may say something."),
    mayChange: z.boolean().describe("The reader changes the steps."),
  })
  .meta({
    id: "Guidelines",
    description: "How countries apply the Regional Guidelines: the steps, and who says what of each country.",
  });
export type GuidelinesView = z.output<typeof GuidelinesView>;

export const getGuidelines = contract({
  operationId: "getGuidelines",
  method: "GET",
  path: "/guidelines",
  summary: "How countries apply the Regional Guidelines: each of itself, and beside it the view of IOM",
  action: "network.read",
  response: GuidelinesView,
});

export const saveGuidelineSteps = contract({
  operationId: "saveGuidelineSteps",
  method: "PUT",
  path: "/guidelines/steps",
  summary: "Change the steps that are asked about: what was said before names the set in which it was said",
  action: "guideline.manage",
  body: z.strictObject({
    source: z.strictObject(byLanguage(() => singleLine(textLimits.matterSubject))),
    steps: z
      .array(
        z.strictObject({
          code: StepCode.nullable().describe("Null = a new step; it gets a code."),
          name: z.strictObject(byLanguage(() => singleLine(textLimits.matterSubject, 1))),
          indicators: z.array(IndicatorCodeSchema).max(10).readonly(),
        }),
      )
      .max(mostGuidelineSteps + 1)
      .readonly()
      .describe(`In order; at most ${mostGuidelineSteps}.`),
  }),
  response: GuidelinesView,
  ifMatch: true,
  idempotent: true,
  details: {
    "matter-refused": z
      .object({ faults: z.array(z.enum(guidelineSetFaultKinds)).readonly() })
      .meta({ id: "GuidelineStepsRefused", description: "Details of `matter-refused`: what cannot stand." }),
    "revision-stale": z.object({ current: GuidelinesView }).meta({
      id: "StaleGuidelineSteps",
      description: "Details of `revision-stale` when the steps were changed meanwhile: what they are now.",
    }),
  },
  problems: [
    ...(["matter-refused", "revision-required", "revision-stale"] as const),
    ...(["idempotency-key-required", "idempotency-key-reused"] as const),
  ],
});

export const getGuidelineStatement = contract({
  operationId: "getGuidelineStatement",
  method: "GET",
  path: "/guidelines/statements/:matterId",
  summary:
    "What a side says of one step in one country, with its evidence, the answer of the country, and what else was said",
  action: "network.read",
  params: matterParams,
  response: GuidelineStatementView,
});

const acts = matterActsOnce({
  name: "GuidelineStatement",
  path: "/guidelines/statements",
  action: "guideline.state",
  response: GuidelineStatementView,
  refused: z
    .object({ faults: z.array(z.enum([...matterFaultKinds, ...guidelineFaultKinds])).readonly() })
    .meta({ id: "GuidelineStatementRefused", description: "Details of `matter-refused`: what cannot stand." }),
  stale: {
    id: "StaleGuidelineStatement",
    description: "Details of `revision-stale` when it was changed meanwhile: what it is now.",
  },
  written: z.strictObject({
    ...writtenWords,
    country: ParticipantCodeSchema.describe("It stays so."),
    step: StepCode.describe("Of the set in force; it stays so."),
    said: AnswerSchema,
    asOf: DateOnly,
    meetingId: Id.nullable().describe("The meeting at which it is presented."),
    replyDays: z
      .int()
      .min(1)
      .max(366)
      .nullable()
      .describe(`Of a view: from ${replyDays.least} to ${replyDays.most} days. Null = of the own country.`),
    visibility: VisibilityChoiceSchema,
    files: writtenFiles,
  }),
  after: "What was filed stays; another statement takes its place.",
  summaries: {
    save: "Write a draft of what your side says of one step in one country, which your side alone reads",
    file: "File a draft. A view of a country is read by that country alone until it has answered or its days are over",
    show: "Show it to more people, or to fewer while nobody of another side has had it on screen",
    withdraw:
      "Withdraw it with the reason: it stays for its own side and, of a view, for its country; for the Secretariat too, unless it was a view that was never open; it is gone for others",
  },
});
export const saveGuidelineStatement = acts.save;
export const fileGuidelineStatement = acts.file;
export const showGuidelineStatement = acts.show;
export const withdrawGuidelineStatement = acts.withdraw;
