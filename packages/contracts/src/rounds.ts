import { roundActs } from "@avances/domain/round";
import { timelinessKinds } from "@avances/domain/submission";
import { shortestActReason, textLimits } from "@avances/domain/text";
import { z } from "zod";
import { contract } from "./contract.ts";
import { LastAnswer } from "./last-answer.ts";
import { MailReplyView, NoticeStateSchema } from "./notices.ts";
import { Telephone } from "./people.ts";
import { RoundView } from "./reference.ts";
import {
  CountryCodeSchema,
  countriesAtMost,
  DateOnly,
  Id,
  Instant,
  LanguageCode,
  NoticeStepSchema,
  plainText,
  RoleSchema,
  RoundYear,
  StatusSchema,
  TextInLanguages,
  TimeZone,
  Year,
} from "./values.ts";

const TimelinessKind = z.enum(timelinessKinds);

export const Timeliness = z
  .object({
    kind: TimelinessKind,
    daysLate: z.int().describe("Counted from the country's own due date; negative before it."),
  })
  .meta({ id: "Timeliness", description: "A submission in relation to its due date." });

const DeskMessage = z
  .object({
    step: NoticeStepSchema,
    ordinal: z
      .int()
      .describe(
        "Which request of the round it is, calls and letters counted; for a message that asks nothing, the number of earlier messages that asked.",
      ),
    at: Instant.describe("When the first of these messages was settled; while none is, when it was written."),
    to: z
      .array(z.object({ name: z.string(), state: NoticeStateSchema, reply: MailReplyView.nullable() }))
      .readonly()
      .describe("Everybody outside the secretariat to whom it was written."),
  })
  .meta({
    id: "DeskMessage",
    description: "A message to a country, and what became of it for each of its addressees.",
  });

export const DeskView = z
  .object({
    focalPoint: z.object({ name: z.string(), address: z.string(), phone: Telephone.nullable() }).nullable(),
    invitation: z
      .enum(["none", "awaiting_second_person", "sent_not_used", "expired", "shared_only", "used"])
      .describe(
        "`none`: nobody to write to. `expired`: invited, never signed in, and the link works no more. `shared_only`: only a mailbox of several people, with which nobody signs in.",
      ),
    lastSignedInAt: Instant.nullable(),
    asks: z.int().describe("Requests of this round that reached somebody who reports, by whatever way."),
    lastAskOn: DateOnly.nullable().describe("Day of the last of them, by the clocks of the capital."),
    lastAsk: DeskMessage.nullable().describe("The last message that asked, also one that waits or did not arrive."),
    lastOther: DeskMessage.nullable().describe(
      "The last message that asked for nothing: a receipt, a decision, news of a date.",
    ),
    nextNotice: z
      .object({
        step: NoticeStepSchema,
        at: Instant,
        needsConfirmation: z
          .boolean()
          .describe(
            "It does not leave by itself: it is proposed when it is due, and leaves once a person has confirmed it.",
          ),
        thenAt: Instant.nullable().describe(
          "With `needsConfirmation`: when a later step leaves by itself if nobody confirms this one; null = none does.",
        ),
        proposedAt: Instant.nullable().describe("Since when it waits for a person; null = it is not due yet."),
        to: z
          .array(z.string())
          .readonly()
          .describe(
            "Who would get it now, by name, without copies to the secretariat and without people whose address a mail server has refused.",
          ),
        missing: z
          .array(RoleSchema)
          .readonly()
          .describe("Roles that this step is also for and that nobody holds, but for those who report."),
      })
      .nullable(),
    scheduled: z
      .object({ at: Instant, leavesAt: Instant.nullable(), byName: z.string() })
      .nullable()
      .describe(
        "A reminder by hand that is set for the moment `at`, by whom, and when it leaves if nothing changes (null = as things stand it does not); null = none is.",
      ),
    hold: z
      .object({ lastDay: DateOnly, reason: z.string(), byName: z.string(), ofRound: z.boolean() })
      .nullable()
      .describe(
        "Its automatic reminders are held until the end of this day in its capital, alone or with the whole round; null = they are not.",
      ),
    lastAnswer: LastAnswer.nullable().describe("Null = nothing is on record."),
    unreached: z
      .array(z.object({ name: z.string(), at: Instant }))
      .readonly()
      .describe("People whose last message was given up at the address that they still have; the latest first."),
    questionSince: Instant.nullable().describe("Since when a question of the country has waited for the secretariat."),
    publicationFrom: DateOnly.nullable().describe(
      "First day, in the country's calendar, on which the accepted report may be published; null unless it is accepted.",
    ),
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
    exempt: z.boolean().describe("Excused, even if it has started or sent a report voluntarily: then nothing is late."),
    status: StatusSchema,
    timeliness: Timeliness,
    dueOn: DateOnly,
    extended: z.boolean(),
    extensionReason: z.string().nullable(),
    returnDueOn: DateOnly.nullable(),
    exemptReason: z.string().nullable(),
    answered: z.int().nullable().describe("Null if the reader may not know how far the work is."),
    expected: z.int(),
    firstSubmittedAt: Instant.nullable(),
    submittedAt: Instant.nullable(),
    lastActivityAt: Instant.nullable(),
    version: z.int(),
    revision: z.int().describe("Revision of the state of the submission; acts name it."),
    history: z
      .array(z.object({ year: Year, status: StatusSchema, timeliness: TimelinessKind }))
      .readonly()
      .describe("The five years before, newest first; only rounds in which the country was asked."),
    desk: DeskView.optional(),
  })
  .meta({ id: "CountryStatus", description: "One expected country of a round." });
export type CountryStatus = z.output<typeof CountryStatus>;

export const RoundStatus = z
  .object({
    round: RoundView,
    closesOn: DateOnly.describe("From this day on a missing report counts as not received; it may still be sent."),
    closesByItselfOn: DateOnly.describe("The day on which it closes if the secretariat does not close it before."),
    generatedAt: Instant,
    today: DateOnly.describe(
      "The day of `generatedAt` by the clocks of the reader's capital, else of where the secretariat works; `closesOn` is one of them too.",
    ),
    counts: z
      .object({
        expected: z.int(),
        received: z.int().describe("Submitted at least once, whatever happened later: the first submission counts."),
        overdue: z.int(),
        extended: z.int(),
        inPreparation: z.int(),
        notStarted: z.int(),
        exempt: z.int(),
        receivedLate: z.int().describe("Of the received, first submitted after the due date."),
        returned: z.int().describe("Of the received, with the country for clarification."),
        withdrawn: z.int().describe("Of the received, withdrawn by the country."),
      })
      .describe("Counts of the obligated countries. The parts from `received` to `exempt` add up to `expected`."),
    countries: z.array(CountryStatus).readonly(),
  })
  .meta({ id: "RoundStatus", description: "A round with every expected country." });

const YearParams = z.strictObject({ year: RoundYear });
export const StaleRound = z.object({ current: RoundView }).meta({
  id: "StaleRound",
  description: "Details of `revision-stale` when a round was changed meanwhile: the present round.",
});

export const BoardNews = z
  .object({
    everything: z.boolean().describe("Any line may have changed, or the round itself: read the board."),
    countries: z.array(CountryCodeSchema).readonly().describe("Whose lines may have changed."),
  })
  .meta({
    id: "BoardNews",
    description:
      "What changed on a late monitor, without its content: whoever needs it reads it. `everything` in the first event, and after a moment in which the server may have missed something.",
  });
export type BoardNews = z.output<typeof BoardNews>;

export const followRound = contract({
  operationId: "followRound",
  method: "GET",
  path: "/rounds/:year/live",
  summary: "Follow a late monitor: server-sent events tell what others change on it",
  description:
    "Each event's `data` is JSON; what happens within a second is told together. It ends like the stream of a report (`followSubmission`). Only the secretariat hears of contacts, asks and the work in preparation; a country also of its own work.",
  action: "status-board.read",
  params: YearParams,
  response: BoardNews,
  contentType: "text/event-stream",
  stream: true,
});

export const openRound = contract({
  operationId: "openRound",
  method: "POST",
  path: "/rounds",
  summary: "Open a round: from now on every country has a row in it; opening notices follow on the opening day",
  action: "rounds.manage",
  body: z.strictObject({
    year: Year,
    opensOn: DateOnly,
    dueOn: DateOnly,
    obligatedGroup: z.string().regex(/^[A-Z][A-Z-]{0,19}$/),
    obligatedCountries: z
      .array(CountryCodeSchema)
      .min(1)
      .max(countriesAtMost)
      .optional()
      .describe("The obligated countries, if they differ from the group; absent = the group as it is."),
    signatureRequired: z
      .boolean()
      .optional()
      .describe(
        "A second person of each country signs its report before it is submitted; absent = no. Stays as it is while the round is open.",
      ),
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
    revision: z.int().describe("The revision of the round after this act."),
    act: z.enum(roundActs),
    at: Instant,
    byName: z.string(),
    before: RoundDates,
    after: RoundDates,
    reason: z.string(),
  })
  .meta({
    id: "RoundAct",
    description: "An act on a round after it was opened: by whom, when, why, and what it changed.",
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
    "Correct a round's dates: the opening day until it comes, the due date to a day that is still ahead; reminders follow and the countries are told",
  body: z.strictObject({ opensOn: DateOnly, dueOn: DateOnly, reason }),
  problems: [...correctionProblems, "round-dates-out-of-order"],
});

export const cancelRound = contract({
  ...correction,
  operationId: "cancelRound",
  path: "/rounds/:year/cancel",
  summary:
    "Cancel a round in which no country has done anything; the countries already written to are told, and its year can be opened again",
  body: z.strictObject({ reason }),
  problems: [...correctionProblems, "round-in-use"],
});

export const listRoundActs = contract({
  operationId: "listRoundActs",
  method: "GET",
  path: "/rounds/record",
  summary: "Acts on rounds after they were opened, cancelled ones included; oldest first",
  action: "rounds.manage",
  response: z.object({ acts: z.array(RoundActView).readonly() }),
});

const ReceivedReports = z
  .object({
    shown: z
      .boolean()
      .describe("May the public know that a report was received? False until somebody decides otherwise."),
    decided: z
      .object({ at: Instant, byName: z.string() })
      .nullable()
      .describe("The decision that counts; null while there was none."),
    revision: z.int().describe("Rises with every decision, from 0; a decision names the one that was seen."),
  })
  .meta({
    id: "ReceivedReports",
    description: "Whether the public file tells that a report that is not public was received.",
  });

export const getReceivedReports = contract({
  operationId: "getReceivedReports",
  method: "GET",
  path: "/rounds/received-reports",
  summary: "Whether the public may know that a report was received",
  action: "rounds.manage",
  response: ReceivedReports,
});

export const showReceivedReports = contract({
  operationId: "showReceivedReports",
  method: "PUT",
  path: "/rounds/received-reports",
  summary: "Decide whether the public may know that a report was received, for all rounds",
  description:
    "While it is shown, the state of a country that owes a report is `received` instead of `not_published` from its first submission until the report is public, whether or not it was returned or withdrawn since. Of countries that are exempt or not asked nothing is told, and never a date. The public file is renewed in the same act; reports received later appear in it within a day.",
  action: "rounds.manage",
  body: z.strictObject({ shown: z.boolean() }),
  response: ReceivedReports,
  details: {
    "revision-stale": z.object({ current: ReceivedReports }).meta({
      id: "StaleReceivedReports",
      description: "Details of `revision-stale` when somebody decided meanwhile: what is so now.",
    }),
  },
  ifMatch: true,
  idempotent: true,
  problems: correctionProblems,
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

const meetingFile = {
  method: "GET",
  action: "rounds.manage",
  params: YearParams,
  query: z.strictObject({
    language: LanguageCode.describe("The language of its words."),
    timeZone: TimeZone.describe(
      "IANA zone in which the time of the file is told; absent = that of where the secretariat works.",
    ).optional(),
  }),
} as const;

export const getMeetingFile = contract({
  ...meetingFile,
  operationId: "getMeetingFile",
  path: "/rounds/:year/status.pdf",
  summary: "The state of a round for a meeting as a PDF, in neutral words: without reasons, people or addresses",
  response: z.string().meta({ description: "A PDF file.", format: "binary" }),
  contentType: "application/pdf",
});

export const getMeetingWorkbook = contract({
  ...meetingFile,
  operationId: "getMeetingWorkbook",
  path: "/rounds/:year/status.xlsx",
  summary: "The same as a workbook",
  response: z.string().meta({ description: "A workbook (Office Open XML).", format: "binary" }),
  contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
});

export const getClosingList = contract({
  ...meetingFile,
  operationId: "getClosingList",
  path: "/rounds/:year/closing-list.csv",
  summary:
    "The closing list of a round for the report to the Conference, as CSV: received in time, received after the date, not received, exempt",
  description:
    "A line for each country, alphabetical in the language; who is expected to report is told apart from who may. Neutral words, without reasons, people or addresses.",
  response: z.string().meta({ description: "A CSV file, UTF-8 with a byte order mark." }),
  contentType: "text/csv",
});

export const getClosingListWorkbook = contract({
  ...meetingFile,
  operationId: "getClosingListWorkbook",
  path: "/rounds/:year/closing-list.xlsx",
  summary: "The same as a workbook",
  response: z.string().meta({ description: "A workbook (Office Open XML).", format: "binary" }),
  contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
});
