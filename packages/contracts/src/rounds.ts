import { roundActs } from "@avances/domain/round";
import { shortestActReason, textLimits } from "@avances/domain/text";
import { z } from "zod";
import { contract } from "./contract.ts";
import { MessageResultSchema, NoticeStateSchema } from "./notices.ts";
import { RoundView } from "./reference.ts";
import {
  CountryCodeSchema,
  DateOnly,
  Id,
  Instant,
  NoticeStepSchema,
  plainText,
  RoundYear,
  StatusSchema,
  TextInLanguages,
  Year,
} from "./values.ts";

export const Timeliness = z
  .object({
    kind: z.enum(["not_due", "due_today", "overdue", "on_time", "received_late", "exempt", "voluntary"]),
    daysLate: z.int().describe("Signed: negative before the due date. Against the country's own date."),
  })
  .meta({ id: "Timeliness", description: "How a submission stands against its own due date." });

export const DeskView = z
  .object({
    focalPoint: z.object({ name: z.string(), address: z.string() }).nullable(),
    invitation: z
      .enum(["none", "awaiting_second_person", "sent_not_used", "used"])
      .describe("`none`: nobody to write to."),
    lastSignedInAt: Instant.nullable(),
    asks: z.int(),
    lastNotice: z
      .object({
        step: NoticeStepSchema,
        ordinal: z.int(),
        sentAt: Instant,
        state: NoticeStateSchema,
        result: MessageResultSchema.nullable(),
      })
      .nullable(),
    nextNotice: z.object({ step: NoticeStepSchema, at: Instant }).nullable(),
    deadLetters: z.int(),
  })
  .meta({
    id: "DeskFacts",
    description: "What only the secretariat sees about a country: contact and asks. Absent for everybody else.",
  });

export const CountryStatus = z
  .object({
    country: CountryCodeSchema,
    name: TextInLanguages,
    timeZone: z.string(),
    submissionId: Id,
    obligated: z.boolean(),
    exempt: z
      .boolean()
      .describe(
        "Excused, also when it has begun or sent a report of its own accord: then nothing is late, and what it sends is voluntary.",
      ),
    status: StatusSchema,
    timeliness: Timeliness,
    dueOn: DateOnly,
    extended: z.boolean(),
    extensionReason: z.string().nullable(),
    returnDueOn: DateOnly.nullable(),
    exemptReason: z.string().nullable(),
    answered: z.int().nullable().describe("Null where the reader may not know how far the work is."),
    expected: z.int(),
    firstSubmittedAt: Instant.nullable(),
    submittedAt: Instant.nullable(),
    lastActivityAt: Instant.nullable(),
    version: z.int(),
    revision: z.int().describe("Of the state of the submission; acts are decided on it."),
    history: z.array(z.object({ year: Year, status: StatusSchema, timeliness: Timeliness })).readonly(),
    desk: DeskView.optional(),
  })
  .meta({ id: "CountryStatus", description: "One expected country of a round." });
export type CountryStatus = z.output<typeof CountryStatus>;

export const RoundStatus = z
  .object({
    round: RoundView,
    generatedAt: Instant,
    counts: z
      .object({
        expected: z.int(),
        received: z.int().describe("Submitted at least once, whatever became of it: the first submission counts."),
        overdue: z.int(),
        extended: z.int(),
        inPreparation: z.int(),
        notStarted: z.int(),
        exempt: z.int(),
        receivedLate: z.int().describe("Of the received, first submitted after the due date."),
        returned: z.int().describe("Of the received, with the country for clarification."),
        withdrawn: z.int().describe("Of the received, taken back by the country."),
      })
      .describe("Of the obligated countries. The parts from `received` to `exempt` add up to `expected`."),
    countries: z.array(CountryStatus).readonly(),
  })
  .meta({ id: "RoundStatus", description: "A round with every expected country." });

const YearParams = z.strictObject({ year: RoundYear });
const StaleRound = z.object({ current: RoundView }).meta({
  id: "StaleRound",
  description: "Details of `revision-stale` when a round was changed meanwhile: as it is now.",
});

export const openRound = contract({
  operationId: "openRound",
  method: "POST",
  path: "/rounds",
  summary: "Open a round: from now on every country has its expected row; opening notices follow on the opening day",
  action: "rounds.manage",
  body: z.strictObject({
    year: Year,
    opensOn: DateOnly,
    dueOn: DateOnly,
    obligatedGroup: z.string().regex(/^[A-Z][A-Z-]{0,19}$/),
    obligatedCountries: z
      .array(CountryCodeSchema)
      .min(1)
      .max(60)
      .optional()
      .describe("The list may be edited for the round; omitted = the group as it stands."),
  }),
  response: RoundView,
  status: 201,
  idempotent: true,
  problems: ["round-exists", "round-dates-out-of-order", "idempotency-key-required", "idempotency-key-reused"],
});

export const RoundDates = z
  .object({ opensOn: DateOnly, dueOn: DateOnly })
  .meta({ id: "RoundDates", description: "The two dates of a round that can be corrected." });

export const RoundActView = z
  .object({
    year: Year,
    revision: z.int().describe("The revision that the round has since then."),
    act: z.enum(roundActs),
    at: Instant,
    byName: z.string(),
    before: RoundDates,
    after: RoundDates,
    reason: z.string(),
  })
  .meta({
    id: "RoundAct",
    description: "What was done to a round after it was opened: by whom, when, why, and what it changed.",
  });
export type RoundActView = z.output<typeof RoundActView>;

const correction = {
  method: "POST",
  action: "rounds.manage",
  params: YearParams,
  response: RoundView,
  details: { "revision-stale": StaleRound },
  ifMatch: true,
  idempotent: true,
} as const;
const correctionProblems = [
  "revision-required",
  "revision-stale",
  "idempotency-key-required",
  "idempotency-key-reused",
] as const;
const reason = plainText(textLimits.actReason, shortestActReason);

export const correctRound = contract({
  ...correction,
  operationId: "correctRound",
  path: "/rounds/:year/correct-dates",
  summary:
    "Put other dates in the place of a round's: the opening day until it comes, the due date to a day that is still to come; reminders follow and the countries are told",
  body: z.strictObject({ opensOn: DateOnly, dueOn: DateOnly, reason }),
  problems: [...correctionProblems, "round-dates-out-of-order"],
});

export const cancelRound = contract({
  ...correction,
  operationId: "cancelRound",
  path: "/rounds/:year/cancel",
  summary:
    "Take back a round in which no country has done anything; whoever was written to is told, and its year can be opened again",
  body: z.strictObject({ reason }),
  problems: [...correctionProblems, "round-in-use"],
});

export const listRoundActs = contract({
  operationId: "listRoundActs",
  method: "GET",
  path: "/rounds/record",
  summary: "What was done to rounds after they were opened, those that were cancelled too; oldest first",
  action: "rounds.manage",
  response: z.object({ acts: z.array(RoundActView).readonly() }),
});

export const getRoundStatus = contract({
  operationId: "getRoundStatus",
  method: "GET",
  path: "/rounds/:year/status",
  summary: "Late monitor: every expected country, its status, days late, last notice, next step",
  action: "status-board.read",
  params: YearParams,
  response: RoundStatus,
});
