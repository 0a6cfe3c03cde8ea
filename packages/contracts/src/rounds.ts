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
  StatusSchema,
  TextInBoth,
  Year,
  YearText,
} from "./values.ts";

export const Timeliness = z.object({
  kind: z.enum(["not_due", "due_today", "overdue", "on_time", "received_late", "exempt", "voluntary"]),
  /** Signed: negative before the due date. Against the country's own date. */
  daysLate: z.int(),
});

/** What only the secretariat sees about a country: contact and asks. Absent for everybody else. */
export const DeskView = z.object({
  focalPoint: z.object({ name: z.string(), address: z.string() }).nullable(),
  /** `none`: nobody to write to. */
  invitation: z.enum(["none", "awaiting_second_person", "sent_not_used", "used"]),
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
});

export const CountryStatus = z.object({
  country: CountryCodeSchema,
  name: TextInBoth,
  timeZone: z.string(),
  submissionId: Id,
  obligated: z.boolean(),
  /** Excused, also when it has begun or sent a report of its own accord: then nothing is late, and what it sends is voluntary. */
  exempt: z.boolean(),
  status: StatusSchema,
  timeliness: Timeliness,
  dueOn: DateOnly,
  extended: z.boolean(),
  extensionReason: z.string().nullable(),
  returnDueOn: DateOnly.nullable(),
  exemptReason: z.string().nullable(),
  /** Null where the reader may not know how far the work is. */
  answered: z.int().nullable(),
  expected: z.int(),
  firstSubmittedAt: Instant.nullable(),
  submittedAt: Instant.nullable(),
  lastActivityAt: Instant.nullable(),
  version: z.int(),
  /** Of the state of the submission; acts are decided on it. */
  revision: z.int(),
  history: z.array(z.object({ year: Year, status: StatusSchema, timeliness: Timeliness })).readonly(),
  desk: DeskView.optional(),
});
export type CountryStatus = z.output<typeof CountryStatus>;

export const RoundStatus = z.object({
  round: RoundView,
  generatedAt: Instant,
  /** Of the obligated countries. The parts from `received` to `exempt` add up to `expected`. */
  counts: z.object({
    expected: z.int(),
    /** Submitted at least once, whatever became of it: the first submission counts. */
    received: z.int(),
    overdue: z.int(),
    extended: z.int(),
    inPreparation: z.int(),
    notStarted: z.int(),
    exempt: z.int(),
    /** Of the received, first submitted after the due date. */
    receivedLate: z.int(),
    /** Of the received, with the country for clarification. */
    returned: z.int(),
    /** Of the received, taken back by the country. */
    withdrawn: z.int(),
  }),
  countries: z.array(CountryStatus).readonly(),
});

const YearParams = z.strictObject({ year: YearText });

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
    /** The list may be edited for the round; omitted = the group as it stands. */
    obligatedCountries: z.array(CountryCodeSchema).min(1).max(60).optional(),
  }),
  response: RoundView,
  status: 201,
  idempotent: true,
  problems: ["round-exists", "round-dates-out-of-order", "idempotency-key-required", "idempotency-key-reused"],
});

export const RoundDates = z.object({ opensOn: DateOnly, dueOn: DateOnly });

/** What was done to a round after it was opened: by whom, when, why, and what it changed. */
export const RoundActView = z.object({
  year: Year,
  /** The revision that the round has since then. */
  revision: z.int(),
  act: z.enum(roundActs),
  at: Instant,
  byName: z.string(),
  before: RoundDates,
  after: RoundDates,
  reason: z.string(),
});
export type RoundActView = z.output<typeof RoundActView>;

const correction = {
  method: "POST",
  action: "rounds.manage",
  params: YearParams,
  response: RoundView,
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
