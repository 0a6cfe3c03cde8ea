import { languages } from "@avances/domain/catalogue";
import { noticeAudiences, openingSteps, stepOfReason } from "@avances/domain/round";
import { shortestActReason, textLimits } from "@avances/domain/text";
import { z } from "zod";
import { contract } from "./contract.ts";
import { CalendarStepSchema } from "./proposed-steps.ts";
import { RoundView } from "./reference.ts";
import {
  CatalogueVersion,
  CountryCodeSchema,
  countriesAtMost,
  DateOnly,
  Instant,
  LanguageCode,
  limited,
  NoticeStepSchema,
  plainText,
  RoundYear,
  Year,
} from "./values.ts";

const AudienceSchema = z.enum(noticeAudiences).meta({
  id: "NoticeAudience",
  description: "A capacity in which people are written to.",
});
const GroupCode = z
  .string()
  .regex(/^[A-Z][A-Z-]{0,19}$/)
  .meta({ examples: ["CA-MEX"] });

/** More gaps than there are roles in all countries. */
const gapsAtMost = countriesAtMost * noticeAudiences.length;
/** A plan's dates and countries, as `planKey` writes them. */
const planKeyUnits = 32 + countriesAtMost * 4;

export const PreparedRoundSchema = z
  .strictObject({
    year: Year,
    copiedFrom: Year.nullable().describe("The round that it was copied from."),
    catalogueSeen: limited(10)
      .regex(/^\d{4}\.\d{1,3}$/)
      .meta({ examples: ["2026.1"] })
      .nullable()
      .describe("The version of the indicator set whose changes were looked at; null = not yet."),
    opensOn: limited(10)
      .regex(/^[0-9-]*$/)
      .meta({ examples: ["2027-02-01"] })
      .describe("As typed: also a day that is none, or nothing, is kept."),
    dueOn: limited(10)
      .regex(/^[0-9-]*$/)
      .meta({ examples: ["2027-04-30"] })
      .describe("As typed."),
    obligatedGroup: GroupCode,
    obligatedCountries: z.array(CountryCodeSchema).max(countriesAtMost),
    signatureRequired: z.boolean(),
    knownGaps: z
      .array(
        limited(40)
          .regex(/^[a-z_]+:[A-Z]{0,3}$/)
          .meta({ examples: ["liaison_officer:CRI"] }),
      )
      .max(gapsAtMost)
      .describe("Roles without a holder with which the round is opened all the same: the role, a colon, the country."),
    mailsSeen: limited(planKeyUnits)
      .regex(/^[A-Za-z0-9 -]*$/)
      .meta({ examples: ["2027-02-01 2027-04-30 signed CRI"] })
      .nullable()
      .describe("The dates and countries whose messages were looked at; null = not yet."),
  })
  .meta({
    id: "PreparedRound",
    description: "What the secretariat has decided so far about a round that it prepares.",
  });

const whys = Object.keys(stepOfReason) as (keyof typeof stepOfReason)[];
export const OpeningReasonSchema = z
  .object({
    why: z.enum(whys),
    step: z.enum(openingSteps).describe("The step of the preparation at which it is told."),
    countries: z.array(CountryCodeSchema).readonly().optional(),
    audience: AudienceSchema.optional(),
    steps: z.array(CalendarStepSchema).readonly().optional(),
    language: z.enum(languages).optional(),
    count: z.int().optional(),
  })
  .meta({
    id: "OpeningReason",
    description:
      "Why a round cannot be opened. `no-holder`: nobody holds a role that coming steps are also for; it no longer counts once the secretariat says that it knows (`knownGaps`).",
  });

const ContactPerson = z
  .object({
    name: z.string(),
    audience: AudienceSchema,
    language: LanguageCode,
    signedInAt: Instant.nullable().describe("When they were last there; null = never."),
  })
  .meta({ id: "ContactPerson", description: "A person who is written to about a round, in one capacity." });

const GroupChange = z
  .object({
    group: z.string(),
    country: CountryCodeSchema,
    joins: z.boolean(),
    from: DateOnly,
    reason: z.string(),
    at: Instant,
    byName: z.string(),
  })
  .meta({ id: "GroupChange", description: "That a country belongs to a group from a day on, or no longer does." });

export const PreparationFacts = z
  .object({
    today: DateOnly.describe("The latest day that any capital has now."),
    takenYears: z.array(Year).readonly(),
    announcedOn: z
      .array(DateOnly)
      .readonly()
      .describe("Opening days of a cancelled round of this year on which countries were invited."),
    countries: z
      .array(
        z.object({
          country: CountryCodeSchema,
          daysOff: z.array(DateOnly).readonly().describe("Days on which nothing goes out by itself, without weekends."),
          people: z.array(ContactPerson).readonly(),
          waiting: z.int().describe("Accounts that still wait for a second person; nobody is written to before."),
        }),
      )
      .readonly(),
    region: z
      .array(ContactPerson)
      .readonly()
      .describe("People of roles that belong to no country, without the secretariat."),
    groups: z.array(z.object({ code: z.string(), members: z.array(CountryCodeSchema).readonly() })).readonly(),
    groupChanges: z.array(GroupChange).readonly().describe("In the order in which they were recorded."),
    catalogue: z.object({
      version: CatalogueVersion,
      untranslated: z.array(z.object({ language: LanguageCode, count: z.int() })).readonly(),
    }),
  })
  .meta({ id: "PreparationFacts", description: "What decides whether a round of this year can be opened." });

export const PreparationView = z
  .object({
    year: Year,
    plan: PreparedRoundSchema.nullable().describe("Null = nobody has begun."),
    revision: z.int().describe("Rises with every change, from 0; a change names the one that was seen."),
    changed: z.object({ at: Instant, byName: z.string() }).nullable(),
    reasons: z
      .array(OpeningReasonSchema)
      .readonly()
      .describe("Why it cannot be opened now; empty = it can, or nothing is planned."),
    facts: PreparationFacts,
  })
  .meta({ id: "Preparation", description: "A round that is prepared: working material of the secretariat." });
export type PreparationView = z.output<typeof PreparationView>;

const YearParams = z.strictObject({ year: RoundYear });
const keyed = ["revision-required", "revision-stale", "idempotency-key-required", "idempotency-key-reused"] as const;
/** Without what decides whether it can be opened, which is as long as all holidays and people together and does not say who changed what. */
const KeptPreparation = PreparationView.omit({ reasons: true, facts: true });
export type KeptPreparation = z.output<typeof KeptPreparation>;
const StalePreparation = z.object({ current: KeptPreparation }).meta({
  id: "StalePreparation",
  description:
    "Details of `revision-stale` when somebody changed the preparation meanwhile: as it is now. What decides whether it can be opened is in `GET /rounds/preparations/{year}`.",
});

export const listPreparations = contract({
  operationId: "listPreparations",
  method: "GET",
  path: "/rounds/preparations",
  summary: "Rounds that are prepared and not opened, by year",
  action: "rounds.manage",
  response: z.object({
    preparations: z.array(z.object({ year: Year, changed: z.object({ at: Instant, byName: z.string() }) })).readonly(),
  }),
});

export const getPreparation = contract({
  operationId: "getPreparation",
  method: "GET",
  path: "/rounds/preparations/:year",
  summary: "What is prepared for a round, what decides about it, and every reason why it cannot be opened",
  action: "rounds.manage",
  params: YearParams,
  response: PreparationView,
});

export const prepareRound = contract({
  operationId: "prepareRound",
  method: "PUT",
  path: "/rounds/preparations/:year",
  summary: "Keep what was decided so far about a round that is prepared; nothing is opened or sent",
  description: "Faults are kept too and told as `reasons`: what was typed is not lost.",
  action: "rounds.manage",
  params: YearParams,
  body: PreparedRoundSchema,
  response: PreparationView,
  details: { "revision-stale": StalePreparation },
  ifMatch: true,
  idempotent: true,
  problems: keyed,
});

export const dropPreparation = contract({
  operationId: "dropPreparation",
  method: "POST",
  path: "/rounds/preparations/:year/drop",
  summary: "Give up what is prepared for a round",
  action: "rounds.manage",
  params: YearParams,
  response: PreparationView,
  details: { "revision-stale": StalePreparation },
  ifMatch: true,
  idempotent: true,
  problems: keyed,
});

export const openPreparedRound = contract({
  operationId: "openPreparedRound",
  method: "POST",
  path: "/rounds/preparations/:year/open",
  summary: "Open a round as it was prepared; opening notices follow on the opening day",
  description: "Refused with every reason at once while there is one. The preparation ends with it.",
  action: "rounds.manage",
  params: YearParams,
  response: RoundView,
  status: 201,
  details: {
    "revision-stale": StalePreparation,
    "round-not-ready": z.object({ reasons: z.array(OpeningReasonSchema).readonly() }).meta({
      id: "RoundNotReady",
      description: "Details of `round-not-ready`: every reason why the round cannot be opened.",
    }),
  },
  ifMatch: true,
  idempotent: true,
  problems: [...keyed, "round-not-ready", "round-exists", "round-dates-out-of-order"],
});

export const PlannedMail = z
  .object({
    country: CountryCodeSchema,
    obligated: z.boolean(),
    step: NoticeStepSchema,
    at: Instant.describe("When it leaves if the country sends nothing."),
    ownDay: DateOnly.describe("The day that the step is about."),
    moved: z.enum(["held", "promised", "day_off", "weekend", "caught_up"]).nullable(),
    to: z
      .array(z.object({ name: z.string(), audience: AudienceSchema, language: LanguageCode }))
      .readonly()
      .describe("Everybody who would get it, copies to the secretariat included."),
  })
  .meta({ id: "PlannedMail", description: "A step of the calendar that would leave to a country." });

export const simulateOpening = contract({
  operationId: "simulateOpening",
  method: "GET",
  path: "/rounds/preparations/:year/mails",
  summary:
    "Every message that the calendar would send if the round were opened as prepared and no country sent its report",
  description:
    "The round is opened for the time of the question, the planner is asked, and everything is undone: nothing is written or sent. Empty while the plan has no possible dates.",
  action: "rounds.manage",
  params: YearParams,
  response: z.object({ mails: z.array(PlannedMail).readonly() }),
});

export const readPlannedMail = contract({
  operationId: "readPlannedMail",
  method: "GET",
  path: "/rounds/preparations/:year/mails/:country/:step",
  summary: "One of these messages to a country as each of its readers would get it",
  action: "rounds.manage",
  params: YearParams.extend({
    country: CountryCodeSchema.describe("The country that the message goes to."),
    step: CalendarStepSchema.describe("The step of the calendar at which it leaves."),
  }),
  response: z.object({
    letters: z
      .array(
        z.object({
          recipient: z.string(),
          audience: AudienceSchema,
          language: LanguageCode,
          subject: z.string(),
          bodyText: z.string(),
        }),
      )
      .readonly(),
  }),
});

export const changeGroup = contract({
  operationId: "changeGroup",
  method: "POST",
  path: "/groups/:group/changes",
  summary: "Record since when a country belongs to a group, or no longer does",
  description:
    "It counts for rounds that open from that day on. Of two records of the same country from the same day the later one counts.",
  action: "rounds.manage",
  params: z.strictObject({ group: GroupCode.describe("Code of the group.") }),
  body: z.strictObject({
    country: CountryCodeSchema,
    joins: z.boolean(),
    from: DateOnly,
    reason: plainText(textLimits.actReason, shortestActReason),
  }),
  response: z.object({ groupChanges: PreparationFacts.shape.groupChanges }),
  idempotent: true,
  problems: ["idempotency-key-required", "idempotency-key-reused"],
});
