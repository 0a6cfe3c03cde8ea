import { byLanguage } from "@avances/domain/catalogue";
import {
  bounceReasons,
  mailKinds,
  mailReplyKinds,
  noticeOutcomes,
  quietKinds,
  scheduledWaits,
} from "@avances/domain/round";
import { shortestActReason, textLimits } from "@avances/domain/text";
import { wordingKinds } from "@avances/domain/wording";
import { z } from "zod";
import { contract } from "./contract.ts";
import { LastAnswer } from "./last-answer.ts";
import {
  CountryCodeSchema,
  CountryFilter,
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
} from "./values.ts";

const YearParams = z.strictObject({ year: RoundYear });
const CountryParams = z.strictObject({ country: CountryCodeSchema.describe("The country whose days these are.") });
const MailParams = z.strictObject({ mailId: Id.describe("Id of a message, from `GET /outgoing-mail`.") });
export const MailStateSchema = z.enum(["queued", "sending", "sent", "kept", "dead", "stopped"]).meta({
  id: "MailState",
  description: "`kept`: this instance sends no mail. `dead`: given up. `stopped`: it was no longer due.",
});

export const NoticeStateSchema = z.enum(["queued", "sent", "kept", "dead", "superseded", "stopped"]).meta({
  id: "NoticeState",
  description: "As `MailState`; `superseded`: a later step was sent instead.",
});

export const MessageResultSchema = z
  .discriminatedUnion("by", [
    z.object({
      by: z.literal("portal"),
      code: z.enum(noticeOutcomes),
      status: StatusSchema.nullable().describe("With `status-changed`: the status of the report at that time."),
    }),
    z.object({ by: z.literal("mail_server"), answer: z.string() }),
  ])
  .meta({
    id: "MessageResult",
    description: "Why a message was not sent, as a code, or the mail server's reply as it came.",
  });

export const MailReplyView = z
  .object({
    kind: z
      .enum(mailReplyKinds)
      .describe(
        "`bounced`, `delayed`, `delivered`: what a mail server reported after the message had left. `automatic`: a program answered, for example that nobody is there. `replied`: a person did.",
      ),
    at: Instant.describe("When it came."),
    reason: z.enum(bounceReasons).nullable().describe("With `bounced` and `delayed`: why, by the status."),
    code: z.int().nullable().describe("SMTP reply code that the report names."),
    status: z.string().nullable().describe("Status of RFC 3463 that the report names, such as `5.1.1`."),
    answer: z.string().nullable().describe("What the mail server said. Of programs and people no word is kept: null."),
    awayUntil: DateOnly.nullable().describe("With `automatic`: the last day away, if its text says it plainly."),
    stopsReminders: z
      .boolean()
      .describe("The address is at fault: no reminder goes there until it is changed, or a message to it tried again."),
  })
  .meta({
    id: "MailReply",
    description:
      "What came back about a message: of several things the one that says most. No text of a reply is kept.",
  });
export type MailReplyView = z.output<typeof MailReplyView>;

export const NoticeView = z
  .object({
    id: Id,
    country: CountryCodeSchema,
    recipient: z.string(),
    role: RoleSchema,
    step: NoticeStepSchema,
    anchorDate: DateOnly,
    ordinal: z
      .int()
      .describe("Number of this ask in the round; for a notice that asks nothing, the number of earlier asks."),
    batchId: Id.nullable().describe("Null for automatic notices."),
    state: NoticeStateSchema,
    scheduledFor: Instant,
    settledAt: Instant.nullable(),
    result: MessageResultSchema.nullable().describe("Null = nothing is known yet."),
  })
  .meta({ id: "Notice", description: "A line of the ledger: one person, one step, one date." });

export const listNotices = contract({
  operationId: "listNotices",
  method: "GET",
  path: "/rounds/:year/notices",
  summary: "The ledger: who was asked what, when, and with what result",
  action: "notices.read",
  params: YearParams,
  query: z.strictObject({ country: CountryFilter.optional() }),
  response: z.object({ notices: z.array(NoticeView).readonly() }),
});

export const MessagePreview = z
  .object({
    country: CountryCodeSchema,
    recipient: z.string(),
    role: RoleSchema,
    address: z.string(),
    language: LanguageCode,
    subject: z.string(),
    bodyText: z.string(),
    ordinal: z.int().describe("How many asks of this round the country will have had with this one."),
    isRefused: z
      .boolean()
      .describe(
        "Mail servers have refused this address for good: the message is given up and reaches nobody, until the address is changed or a message to it is tried again.",
      ),
  })
  .meta({ id: "MessagePreview", description: "A message as its addressee will read it." });

export const CountryToRemind = z
  .object({
    country: CountryCodeSchema,
    status: StatusSchema,
    dueOn: DateOnly,
    extended: z.boolean(),
    returnDueOn: DateOnly.nullable().describe("Date of returned work; null when none is returned."),
    asks: z
      .int()
      .describe(
        "Requests of this round: messages that were sent to somebody who reports, and calls, letters and talks that were noted.",
      ),
    firstAskOn: DateOnly.nullable().describe("The days of the first and the last of them, in the capital."),
    lastAskOn: DateOnly.nullable(),
    lastAnswer: LastAnswer.nullable().describe(
      "What the country said last of this report; null = nothing is on record.",
    ),
    asksWritten: z
      .int()
      .describe(
        "How many asks of this round were ever queued for it, whatever became of them; send it back in `seen`.",
      ),
    automaticToday: z
      .object({ step: NoticeStepSchema, at: Instant, hasGone: z.boolean() })
      .meta({ id: "AutomaticToday", description: "What goes by itself on a day, or went." })
      .nullable()
      .describe(
        "The automatic notice of today, by the calendar of the capital, sent or still to be sent; null = none.",
      ),
    waiting: z
      .object({ step: NoticeStepSchema })
      .nullable()
      .describe("A step that is due, and leaves once a person has confirmed it; null = none waits."),
    hold: z
      .object({ lastDay: DateOnly, reason: z.string() })
      .nullable()
      .describe("Its automatic reminders are held until the end of this day; null = they are not."),
    asksNoted: z.int().describe("Of `asks`: calls, letters and talks that were noted. Messages count messages alone."),
    promisedOn: DateOnly.nullable().describe(
      "The day by which the country said last that it sends its report: nothing of the calendar leaves before it has passed. Null = it named none, or it has.",
    ),
    scheduled: z
      .object({ at: Instant, byName: z.string() })
      .nullable()
      .describe("A reminder by hand that is set for a later moment, and by whom; null = none is."),
  })
  .meta({ id: "CountryToRemind", description: "What a person should know before reminding a country." });

export const AskedMeanwhile = z
  .object({
    asks: z
      .array(
        z.object({
          country: CountryCodeSchema,
          step: NoticeStepSchema,
          at: Instant,
          byName: z.string().nullable().describe("The person of the secretariat who sent it; null = it was automatic."),
        }),
      )
      .readonly(),
  })
  .meta({
    id: "AskedMeanwhile",
    description: "Details of `asked-meanwhile`: the latest ask of each country that was asked since the preview.",
  });
export type AskedMeanwhile = z.output<typeof AskedMeanwhile>;

/** Whom a reminder by hand is for. */
export const ResendChoice = z.strictObject({
  group: z
    .string()
    .regex(/^[A-Z][A-Z-]{0,19}$/)
    .meta({ examples: ["CA-MEX"] })
    .optional(),
  countries: z.array(CountryCodeSchema).min(1).max(countriesAtMost).optional(),
  except: z
    .array(CountryCodeSchema)
    .max(countriesAtMost)
    .optional()
    .describe("Countries of the group that are left out this time."),
});

/** A country to which no reminder is written, and why. */
export const LeftOut = z.object({
  country: CountryCodeSchema,
  reason: z.enum(["received", "accepted", "published", "exempt", "nobody_to_write_to", "not_expected"]),
});

export const resendNotices = contract({
  operationId: "resendNotices",
  method: "POST",
  path: "/rounds/:year/notices/resend",
  summary: "Remind a country or a group again; with `preview` nothing is sent and every message and address is shown",
  action: "notices.send",
  params: YearParams,
  body: ResendChoice.extend({
    text: z
      .strictObject(byLanguage(() => plainText(textLimits.noticeText).optional()))
      .optional()
      .describe(
        "Added above the standard text, as written, by language; English text alone goes to English readers only.",
      ),
    seen: z
      .array(z.strictObject({ country: CountryCodeSchema, asksWritten: z.int().min(0).max(100_000) }))
      .max(countriesAtMost)
      .optional()
      .describe(
        "For each country the `asksWritten` of the preview; a country that is missing counts as never asked. Ignored in a preview.",
      ),
    wordings: z
      .array(Id)
      .max(1_000)
      .optional()
      .describe("The `wordings` of the preview: others by now refuse the request. Ignored in a preview."),
    preview: z.boolean(),
  }),
  response: z.object({
    preview: z.boolean(),
    batchId: Id.nullable(),
    messages: z.array(MessagePreview).readonly(),
    countries: z.array(CountryToRemind).readonly(),
    leftOut: z.array(LeftOut).readonly(),
    wordings: z
      .array(Id)
      .readonly()
      .describe("The versions of the Secretariat's own words in these messages; built-in words are none."),
  }),
  details: { "asked-meanwhile": AskedMeanwhile },
  idempotent: true,
  problems: [
    "nothing-to-send",
    "asked-meanwhile",
    "words-changed",
    "idempotency-key-required",
    "idempotency-key-reused",
  ],
});

export const simulateNotices = contract({
  operationId: "simulateNotices",
  method: "GET",
  path: "/rounds/:year/notices/simulation",
  summary: "What would be sent or proposed until a given day if nothing changed; sends nothing",
  action: "notices.send",
  params: YearParams,
  query: z.strictObject({ until: DateOnly.describe("Last day to include.") }),
  response: z.object({
    steps: z
      .array(
        z.object({
          country: CountryCodeSchema,
          step: NoticeStepSchema,
          at: Instant,
          recipients: z.int(),
          needsConfirmation: z
            .boolean()
            .describe("It is only proposed then, and leaves once a person of the secretariat has confirmed it."),
          ownDay: DateOnly.describe("The day that the step is about."),
          moved: z
            .enum([...scheduledWaits, "caught_up"])
            .nullable()
            .describe(
              "Why it does not leave on its own day, but on the next day on which something may: reminders are held, a day off of the country, a Saturday or Sunday, or that the day has passed; of a reminder that was set for a moment also its hour, or another message of its day. Null = it leaves on its own day.",
            ),
          dayOff: z
            .object({ name: TextInLanguages.nullable(), reason: z.string().nullable() })
            .nullable()
            .describe("With `day_off`: the listed holiday by its name, or what the secretariat entered."),
          setBy: z
            .string()
            .nullable()
            .describe("Who set this reminder by hand for its moment; null = it is a step of the calendar."),
        }),
      )
      .readonly(),
  }),
});

export const EndedEarly = z
  .object({ at: Instant, byName: z.string(), reason: z.string() })
  .meta({ id: "EndedEarly", description: "Who ended or withdrew something, when and why." });

const QuietPeriodView = z
  .object({
    id: Id,
    kind: z
      .enum(quietKinds)
      .describe(
        "`holiday`: one that the list lacks. `quiet`: days on which nothing shall go out by itself. `works`: a listed holiday that is not kept.",
      ),
    firstDay: DateOnly,
    lastDay: DateOnly,
    reason: z.string(),
    at: Instant,
    byName: z.string(),
    withdrawn: EndedEarly.nullable(),
  })
  .meta({
    id: "QuietPeriod",
    description: "Days of a country that the secretariat has entered, by whom, when and why.",
  });

const CountryDays = z
  .object({
    country: CountryCodeSchema,
    today: DateOnly.describe("Today in the capital."),
    holidays: z
      .array(
        z.object({
          day: DateOnly,
          name: TextInLanguages,
          source: z.string().describe("The law that names it."),
          computed: z
            .boolean()
            .describe(
              "Computed from a rule of that law, and not named by its date: a decree may still set another day.",
            ),
          kept: z.boolean().describe("False: the secretariat entered that people work on this day."),
        }),
      )
      .readonly(),
    periods: z.array(QuietPeriodView).readonly().describe("The newest first; withdrawn ones no longer count."),
  })
  .meta({
    id: "CountryDays",
    description: "The days of a country on which nothing goes out by itself, besides Saturdays and Sundays.",
  });

export const getCountryDays = contract({
  operationId: "getCountryDays",
  method: "GET",
  path: "/countries/:country/days-off",
  summary:
    "The holidays of a country and the days that the secretariat keeps quiet: nothing goes out by itself on them",
  action: "notices.send",
  params: CountryParams,
  response: CountryDays,
  problems: ["not-found"],
});

const reason = plainText(textLimits.actReason, shortestActReason);
const QuietRefusal = z
  .object({
    field: z.enum(["firstDay", "lastDay"]),
    why: z.enum(["no-day", "past", "too-far", "before-first", "too-long", "no-holiday", "known"]),
  })
  .meta({ id: "DaysRefused", description: "Details of `days-refused`: which day is wrong, and why." });

export const enterCountryDays = contract({
  operationId: "enterCountryDays",
  method: "POST",
  path: "/countries/:country/days-off",
  summary: "Enter days of a country: a holiday that the list lacks, quiet days, or a listed holiday that is not kept",
  description: "Reminders that are due on these days leave on the next day on which something may.",
  action: "notices.send",
  params: CountryParams,
  body: z.strictObject({ kind: z.enum(quietKinds), firstDay: DateOnly, lastDay: DateOnly, reason }),
  response: CountryDays,
  details: { "days-refused": QuietRefusal },
  idempotent: true,
  problems: ["not-found", "days-refused", "idempotency-key-required", "idempotency-key-reused"],
});

export const withdrawCountryDays = contract({
  operationId: "withdrawCountryDays",
  method: "POST",
  path: "/countries/:country/days-off/:periodId/withdraw",
  summary: "Withdraw days that the secretariat has entered: from now on they no longer count",
  action: "notices.send",
  params: CountryParams.extend({ periodId: Id.describe("Id of the days, from `GET /countries/{country}/days-off`.") }),
  body: z.strictObject({ reason }),
  response: CountryDays,
  idempotent: true,
  problems: ["not-found", "transition-refused", "idempotency-key-required", "idempotency-key-reused"],
});

const HoldView = z
  .object({
    id: Id,
    country: CountryCodeSchema.nullable().describe("Null = every country of the round."),
    lastDay: DateOnly.describe("It ends by itself at the end of this day, in the capital of each country."),
    reason: z.string(),
    at: Instant,
    byName: z.string(),
    counts: z.boolean().describe("False: it was lifted, or its last day has passed."),
    lifted: EndedEarly.nullable(),
  })
  .meta({
    id: "Hold",
    description: "The reminders of a country, or of a round, are held: nothing of the calendar goes out by itself.",
  });
const HoldRange = z.object({ country: CountryCodeSchema, earliest: DateOnly, latest: DateOnly }).meta({
  id: "HoldRange",
  description: "The first and the last day until which the reminders of a country can be held.",
});
const Holds = z.object({
  holds: z.array(HoldView).readonly().describe("The newest first."),
  ranges: z
    .array(HoldRange)
    .readonly()
    .describe("The countries whose calendar is not over; of the others nothing goes out by itself any more."),
});

export const listHolds = contract({
  operationId: "listHolds",
  method: "GET",
  path: "/rounds/:year/holds",
  summary: "What is or was held in a round: of whom, until when, why, and by whom",
  action: "notices.send",
  params: YearParams,
  response: Holds,
  problems: ["not-found"],
});

export const holdReminders = contract({
  operationId: "holdReminders",
  method: "POST",
  path: "/rounds/:year/holds",
  summary: "Hold the reminders of a country, or of the whole round, until the end of a day",
  description:
    "Until then nothing of the calendar goes out by itself to it, nor do reminders of unseen questions; afterwards the latest step that is still true. A hold that is there is replaced. Messages about acts, reminders that a person sends at once, and what a country sends to its own people are not held.",
  action: "notices.send",
  params: YearParams,
  body: z.strictObject({
    country: CountryCodeSchema.nullable().describe("Null = every country of the round."),
    lastDay: DateOnly,
    reason,
  }),
  response: Holds,
  details: {
    "hold-refused": z
      .object({ field: z.enum(["country", "lastDay"]), earliest: DateOnly.nullable(), latest: DateOnly.nullable() })
      .meta({
        id: "HoldRefused",
        description:
          "Details of `hold-refused`: `lastDay` is not within the days that are possible, or the calendar of the `country` is over.",
      }),
  },
  idempotent: true,
  problems: ["not-found", "hold-refused", "idempotency-key-required", "idempotency-key-reused"],
});

export const liftHold = contract({
  operationId: "liftHold",
  method: "POST",
  path: "/rounds/:year/holds/:holdId/lift",
  summary: "Lift a hold before its end: what is due leaves on the next day on which something may",
  action: "notices.send",
  params: YearParams.extend({ holdId: Id.describe("Id of the hold, from `GET /rounds/{year}/holds`.") }),
  body: z.strictObject({ reason }),
  response: Holds,
  idempotent: true,
  problems: ["not-found", "transition-refused", "idempotency-key-required", "idempotency-key-reused"],
});

export const getScheduler = contract({
  operationId: "getScheduler",
  method: "GET",
  path: "/scheduler",
  summary: "Is what goes by itself done: are reminders planned and messages sent?",
  action: "outgoing-mail.read",
  response: z
    .object({
      state: z
        .enum(["working", "late", "never"])
        .describe(
          "`late`: planning or sending has not got through its work for more than two minutes. `never`: one of them has not said yet that it has.",
        ),
      lastAt: Instant.nullable().describe(
        "When whichever of the two is further behind last got through; null with `never`.",
      ),
      plannedAt: Instant.nullable().describe("When planning last got through its work; null = never."),
      sentAt: Instant.nullable().describe(
        "When sending last got through its work, whether or not there was something to send; null = never.",
      ),
      processes: z.int().describe("How many schedulers said within the last minutes that they work."),
    })
    .meta({ id: "SchedulerPulse", description: "Whether the portal's own clockwork runs." }),
});

export const MailSummary = z
  .object({
    id: Id,
    kind: z.enum(mailKinds),
    country: CountryCodeSchema.nullable(),
    recipient: z
      .string()
      .nullable()
      .describe(
        "Null, like address and subject, for a message inside a country, to the person of a section: whom a country asks in its ministries is not for the secretariat.",
      ),
    address: z.string().nullable(),
    language: LanguageCode,
    subject: z.string().nullable(),
    state: MailStateSchema,
    attempts: z.int(),
    createdAt: Instant,
    settledAt: Instant.nullable(),
    nextAttemptAt: Instant.nullable(),
    lastCode: z.int().nullable().describe("Code of the mail server's last reply; null = there was none."),
    result: MessageResultSchema.nullable().describe("Null = nothing is known yet."),
    reply: MailReplyView.nullable().describe("Null = nothing came back since it was last sent."),
  })
  .meta({ id: "MailSummary", description: "A message that was written, and what became of it." });

export const listOutgoingMail = contract({
  operationId: "listOutgoingMail",
  method: "GET",
  path: "/outgoing-mail",
  summary: "Every message, newest first, as its addressee would see it; dead letters by state",
  action: "outgoing-mail.read",
  query: z.strictObject({
    state: MailStateSchema.describe("Only messages in this state.").optional(),
    country: CountryFilter.optional(),
    // Many messages are written in one instant, so an instant cannot mark the end of a page.
    before: Id.describe("The `next` of the previous page.").optional(),
  }),
  response: z.object({
    messages: z.array(MailSummary).readonly(),
    next: Id.nullable().describe(
      "Where the next page begins, to be sent as `before`; null = there are no older messages.",
    ),
    dead: z.int(),
    oldestUnsentAt: Instant.nullable(),
  }),
  problems: ["not-found"],
});

export const getOutgoingMail = contract({
  operationId: "getOutgoingMail",
  method: "GET",
  path: "/outgoing-mail/:mailId",
  summary: "One message with its text",
  action: "outgoing-mail.read",
  params: MailParams,
  response: MailSummary.extend({
    bodyText: z
      .string()
      .nullable()
      .describe(
        "Null for a message inside a country, to the person of a section, and for the weekly digest of those who report: the secretariat sees that it was written and what became of it, and not what it says.",
      ),
    messageId: z.string(),
    wording: z
      .object({ kind: z.enum(wordingKinds), version: z.int() })
      .nullable()
      .describe("The version of the Secretariat's words with which it was made; null = built-in words."),
  }),
});

export const sendTestMail = contract({
  operationId: "sendTestMail",
  method: "POST",
  path: "/outgoing-mail/test",
  summary: "Send a test message to the own address, on the way of every other message",
  description:
    "What becomes of it is read with `GET /outgoing-mail/{mailId}`: accepted by the mail server, or what the server answered, or that this instance sends no mail.",
  action: "notices.send",
  response: MailSummary,
  status: 201,
  idempotent: true,
  problems: ["too-many-attempts", "idempotency-key-required", "idempotency-key-reused"],
});

export const retryMail = contract({
  operationId: "retryMail",
  method: "POST",
  path: "/outgoing-mail/:mailId/retry",
  summary: "Try a dead letter again (with the person's present address)",
  description:
    "If mail servers had refused that address, whoever tries again says that it is right: reminders go there again.",
  action: "notices.send",
  params: MailParams,
  response: MailSummary,
  idempotent: true,
  problems: ["transition-refused", "idempotency-key-required", "idempotency-key-reused"],
});

/** Characters of a message in base64: 512 KiB, which is what is read of it. */
const messageAtMost = 700_000;

export const handInMailReply = contract({
  operationId: "handInMailReply",
  method: "POST",
  path: "/mail-replies",
  summary: "For a mail server: hand in what came back about a message, instead of a mailbox that the portal reads",
  description:
    "Refused unless the operator has set MAIL_REPLIES_KEY. `signature` is HMAC-SHA-256 under that key over `sentAt`, a full stop, and `message` as sent, in base64url without padding. `sentAt` may differ from the portal's clock by five minutes. The same message is noted once, so that sending it again does nothing.",
  action: "mail-reply.hand-in",
  body: z.strictObject({
    sentAt: Instant.describe("When this request was signed."),
    message: z
      .string()
      .max(messageAtMost, { abort: true })
      .regex(/^[A-Za-z0-9+/]*={0,2}$/)
      .describe("The message with its headers, as it came, in base64; of a longer one the first 512 KiB."),
    signature: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  }),
  response: z
    .object({
      outcome: z
        .enum(["noted", "known", "left"])
        .describe("`known`: it was noted before. `left`: it is about no message of the portal, or cannot be read."),
    })
    .meta({ id: "MailReplyHandedIn", description: "What became of a message that was handed in." }),
  problems: ["signature-refused"],
});
