import { byLanguage } from "@avances/domain/catalogue";
import { mailKinds, noticeOutcomes } from "@avances/domain/round";
import { textLimits } from "@avances/domain/text";
import { z } from "zod";
import { contract } from "./contract.ts";
import {
  CountryCodeSchema,
  CountryFilter,
  DateOnly,
  Id,
  Instant,
  LanguageCode,
  NoticeStepSchema,
  plainText,
  RoleSchema,
  RoundYear,
  StatusSchema,
} from "./values.ts";

const YearParams = z.strictObject({ year: RoundYear });
const MailParams = z.strictObject({ mailId: Id.describe("Id of a message, from `GET /outgoing-mail`.") });
export const MailStateSchema = z.enum(["queued", "sending", "sent", "kept", "dead", "stopped"]).meta({
  id: "MailState",
  description: "`kept`: this instance sends no mail. `dead`: given up. `stopped`: it was no longer due.",
});

export const NoticeStateSchema = z.enum(["queued", "sent", "kept", "dead", "superseded", "stopped"]).meta({
  id: "NoticeState",
  description: "As `MailState`; `superseded`: a later step took its place.",
});

export const MessageResultSchema = z
  .discriminatedUnion("by", [
    z.object({
      by: z.literal("portal"),
      code: z.enum(noticeOutcomes),
      status: StatusSchema.nullable().describe("With `status-changed`: where the report stood by then."),
    }),
    z.object({ by: z.literal("mail_server"), answer: z.string() }),
  ])
  .meta({
    id: "MessageResult",
    description: "Why a message did not leave, as a code, or what the mail server answered, as it came.",
  });

export const NoticeView = z
  .object({
    id: Id,
    country: CountryCodeSchema,
    recipient: z.string(),
    role: RoleSchema,
    step: NoticeStepSchema,
    anchorDate: DateOnly,
    ordinal: z.int().describe("Which ask of the round it was; for what is no ask, how many there had been."),
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
  })
  .meta({ id: "MessagePreview", description: "A message as its addressee will read it." });

export const CountryToRemind = z
  .object({
    country: CountryCodeSchema,
    status: StatusSchema,
    dueOn: DateOnly,
    extended: z.boolean(),
    returnDueOn: DateOnly.nullable().describe("Date of returned work; null when none is returned."),
    asks: z.int().describe("Asks of this round of which at least one message left for somebody who reports."),
    firstAskAt: Instant.nullable(),
    lastAskAt: Instant.nullable(),
    asksWritten: z
      .int()
      .describe(
        "How many asks of this round were ever written to it, whatever became of them: names the state that was seen (`seen`).",
      ),
    automaticToday: z
      .object({ step: NoticeStepSchema, at: Instant, hasGone: z.boolean() })
      .nullable()
      .describe(
        "The notice that goes out by itself today, by the calendar of the capital, or has gone already; null = none.",
      ),
  })
  .meta({ id: "CountryToRemind", description: "What whoever reminds a country should know before." });

export const AskedMeanwhile = z
  .object({
    asks: z
      .array(
        z.object({
          country: CountryCodeSchema,
          step: NoticeStepSchema,
          at: Instant,
          byName: z.string().nullable().describe("Who of the secretariat wrote it; null = it was written by itself."),
        }),
      )
      .readonly(),
  })
  .meta({
    id: "AskedMeanwhile",
    description: "Details of `asked-meanwhile`: the latest ask of each country that was asked since the preview.",
  });
export type AskedMeanwhile = z.output<typeof AskedMeanwhile>;

export const resendNotices = contract({
  operationId: "resendNotices",
  method: "POST",
  path: "/rounds/:year/notices/resend",
  summary: "Remind a country or a group again; with `preview` nothing is sent and every message and address is shown",
  action: "notices.send",
  params: YearParams,
  body: z.strictObject({
    group: z
      .string()
      .regex(/^[A-Z][A-Z-]{0,19}$/)
      .optional(),
    countries: z.array(CountryCodeSchema).min(1).max(60).optional(),
    except: z
      .array(CountryCodeSchema)
      .max(60)
      .optional()
      .describe("Countries of the group that are passed over this time."),
    text: z
      .strictObject(byLanguage(() => plainText(textLimits.noticeText).optional()))
      .optional()
      .describe(
        "Added above the standard text, as written, by language; English text alone goes to English readers only.",
      ),
    seen: z
      .array(z.strictObject({ country: CountryCodeSchema, asksWritten: z.int().min(0).max(100_000) }))
      .max(60)
      .optional()
      .describe(
        "Of each country what the preview said (`asksWritten`); one that is not named counts as never asked. A preview ignores it.",
      ),
    preview: z.boolean(),
  }),
  response: z.object({
    preview: z.boolean(),
    batchId: Id.nullable(),
    messages: z.array(MessagePreview).readonly(),
    countries: z.array(CountryToRemind).readonly(),
    leftOut: z
      .array(
        z.object({
          country: CountryCodeSchema,
          reason: z.enum(["received", "accepted", "published", "exempt", "nobody_to_write_to", "not_expected"]),
        }),
      )
      .readonly(),
  }),
  details: { "asked-meanwhile": AskedMeanwhile },
  idempotent: true,
  problems: ["nothing-to-send", "asked-meanwhile", "idempotency-key-required", "idempotency-key-reused"],
});

export const simulateNotices = contract({
  operationId: "simulateNotices",
  method: "GET",
  path: "/rounds/:year/notices/simulation",
  summary: "What would go out until a given day if nothing changed; sends nothing",
  action: "notices.send",
  params: YearParams,
  query: z.strictObject({ until: DateOnly.describe("Last day that is looked at.") }),
  response: z.object({
    steps: z
      .array(z.object({ country: CountryCodeSchema, step: NoticeStepSchema, at: Instant, recipients: z.int() }))
      .readonly(),
  }),
});

export const MailSummary = z
  .object({
    id: Id,
    kind: z.enum(mailKinds),
    country: CountryCodeSchema.nullable(),
    recipient: z.string(),
    address: z.string(),
    language: LanguageCode,
    subject: z.string(),
    state: MailStateSchema,
    attempts: z.int(),
    createdAt: Instant,
    settledAt: Instant.nullable(),
    nextAttemptAt: Instant.nullable(),
    lastCode: z
      .int()
      .nullable()
      .describe("The number with which the mail server answered last; null = there was no answer."),
    result: MessageResultSchema.nullable().describe("Null = nothing is known yet."),
  })
  .meta({ id: "MailSummary", description: "A message that was written, and what became of it." });

export const listOutgoingMail = contract({
  operationId: "listOutgoingMail",
  method: "GET",
  path: "/outgoing-mail",
  summary: "Every message, newest first, as its addressee would see it; dead letters by state",
  action: "outgoing-mail.read",
  query: z.strictObject({
    state: MailStateSchema.describe("Only those in this state.").optional(),
    country: CountryFilter.optional(),
    // Many messages are written in one instant, so an instant cannot mark the end of a page.
    before: Id.describe("The `next` of the page before.").optional(),
  }),
  response: z.object({
    messages: z.array(MailSummary).readonly(),
    next: Id.nullable().describe("Last message of this page; null = there are no older ones."),
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
  response: MailSummary.extend({ bodyText: z.string(), messageId: z.string() }),
});

export const retryMail = contract({
  operationId: "retryMail",
  method: "POST",
  path: "/outgoing-mail/:mailId/retry",
  summary: "Try a dead letter again (with the person's present address)",
  action: "notices.send",
  params: MailParams,
  response: MailSummary,
  idempotent: true,
  problems: ["transition-refused", "idempotency-key-required", "idempotency-key-reused"],
});
