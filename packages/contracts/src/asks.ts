import { askSteps, notedChannels } from "@avances/domain/round";
import { shortestActReason, textLimits } from "@avances/domain/text";
import { z } from "zod";
import { contract } from "./contract.ts";
import { CountryAnswerSchema, ExchangeChannelSchema } from "./last-answer.ts";
import { EndedEarly, MailReplyView, MessageResultSchema, NoticeStateSchema } from "./notices.ts";
import { Telephone } from "./people.ts";
import {
  CountryCodeSchema,
  CountryFilter,
  DateOnly,
  Id,
  Instant,
  LanguageCode,
  plainText,
  RoleSchema,
  RoundYear,
  StatusSchema,
  singleLine,
  TextInLanguages,
  Year,
} from "./values.ts";

const Nth = z
  .int()
  .nullable()
  .describe(
    "Which request of its round it is, counted over messages, calls and letters; null = none: it reached nobody, it waits, it was withdrawn, or it asked nothing.",
  );

export const AskByMessage = z
  .object({
    kind: z.literal("message"),
    id: Id,
    round: Year,
    step: z.enum(askSteps),
    nth: Nth,
    day: DateOnly.describe("In the clocks of the capital."),
    at: Instant.describe("When the first message to somebody who reports was sent; until then, when it was written."),
    byName: z.string().nullable().describe("Who of the Secretariat sent it by hand; null = automatic, or not told."),
    ofCancelledRound: z.boolean(),
    recipients: z
      .array(
        z.object({
          name: z.string(),
          role: RoleSchema,
          state: NoticeStateSchema,
          settledAt: Instant.nullable(),
          result: MessageResultSchema.nullable(),
          reply: MailReplyView.nullable().describe("What came back; null = nothing, or the reader is no Secretariat."),
        }),
      )
      .readonly(),
  })
  .meta({
    id: "AskByMessage",
    description:
      "A request that the portal sent: one step, whoever got it. That a mail server accepted it says nothing of reading.",
  });

export type AskByMessage = z.output<typeof AskByMessage>;

export const ExchangeView = z
  .object({
    kind: z.literal("exchange"),
    id: Id,
    round: Year,
    channel: ExchangeChannelSchema,
    day: DateOnly,
    isAsk: z.boolean(),
    nth: Nth,
    withWhom: z.string(),
    said: CountryAnswerSchema,
    promisedOn: DateOnly.nullable().describe("Only with `by_date`."),
    detail: z.string().describe("The institution, who is to be asked, or what was said; may be empty."),
    answersId: Id.nullable().describe("The request whose link was used: `id` of an `AskByMessage`."),
    letter: z.string().nullable().describe("The number of the letter whose dispatch this notes, as in `AV-2026-0007`."),
    notedAt: Instant,
    notedByName: z.string().describe("Of the Secretariat; of an answer by link, the recipient."),
    ofCancelledRound: z.boolean(),
    withdrawn: EndedEarly.nullable(),
  })
  .meta({ id: "Exchange", description: "A call, a letter, a talk, or an answer by the link in a request." });
export type ExchangeView = z.output<typeof ExchangeView>;

export const AskEntry = z.discriminatedUnion("kind", [AskByMessage, ExchangeView]);
export type AskEntry = z.output<typeof AskEntry>;

export const AsksOfCountry = z
  .object({
    country: CountryCodeSchema,
    name: TextInLanguages,
    capital: TextInLanguages,
    timeZone: z.string(),
    today: DateOnly.describe("In the clocks of the capital."),
    rounds: z
      .array(
        z.object({
          year: Year,
          referenceYear: Year.describe("Year of the data that the round asks for."),
          opensOn: DateOnly,
          dueOn: DateOnly.describe("Of this country."),
          status: StatusSchema,
          isCancelled: z.boolean(),
          asks: z.int().describe("Requests that reached somebody who reports, by whatever way."),
          lastAskOn: DateOnly.nullable(),
          lastAnswerId: Id.nullable().describe("The `Exchange` in which the country said last how it stands."),
        }),
      )
      .readonly()
      .describe("Every round in which the country has a report, newest first."),
    entries: z.array(AskEntry).readonly().describe("Oldest first."),
    contacts: z
      .array(z.object({ name: z.string(), role: RoleSchema, phone: Telephone.nullable(), isShared: z.boolean() }))
      .readonly()
      .describe("To whom the Secretariat turns about the report: focal points, then alternates."),
  })
  .meta({
    id: "AsksOfCountry",
    description: "Every request to a country since its first round, and what it answered.",
  });
export type AsksOfCountry = z.output<typeof AsksOfCountry>;

export const getAsks = contract({
  operationId: "getAsks",
  method: "GET",
  path: "/asks/:country",
  summary: "Every request to a country since its first round, by message, call or letter, and what it answered",
  description: "Messages that inform (receipts, decisions) are no requests. A country reads its own.",
  action: "notices.read",
  params: z.strictObject({ country: CountryCodeSchema.describe("The country that was asked.") }),
  response: AsksOfCountry,
  problems: ["not-found"],
});

const FileQuery = z.strictObject({
  country: CountryFilter.optional(),
  language: LanguageCode.describe("If absent, the working language of the country, or that of the region.").optional(),
});

export const getAsksCsv = contract({
  operationId: "getAsksCsv",
  method: "GET",
  path: "/asks.csv",
  summary: "The requests to all countries, or to one, as CSV for a spreadsheet of the language; a country gets its own",
  action: "notices.read",
  query: FileQuery,
  response: z.string().meta({ description: "A CSV file, UTF-8 with a byte order mark." }),
  contentType: "text/csv",
  problems: ["not-found"],
});

export const getAsksWorkbook = contract({
  operationId: "getAsksWorkbook",
  method: "GET",
  path: "/asks.xlsx",
  summary: "The same as a workbook (XLSX)",
  action: "notices.read",
  query: FileQuery,
  response: z.string().meta({ description: "An XLSX file.", format: "binary" }),
  contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  problems: ["not-found"],
});

export const noteExchange = contract({
  operationId: "noteExchange",
  method: "POST",
  path: "/rounds/:year/exchanges",
  summary: "Note a call, a letter or a talk with a country about its report; the country can read the note",
  description:
    "A note is never changed: a wrong one is withdrawn with a reason, and stays. A call that reached nobody is no request.",
  action: "exchange.note",
  params: z.strictObject({ year: RoundYear }),
  body: z.strictObject({
    country: CountryCodeSchema,
    channel: z.enum(notedChannels),
    happenedOn: DateOnly,
    withWhom: singleLine(textLimits.institution).describe("With whom, in free words; may be empty."),
    isAsk: z.boolean().describe("The report was asked for."),
    said: CountryAnswerSchema,
    promisedOn: DateOnly.nullable().describe("Only with `by_date`: at most 60 days after the talk."),
    detail: plainText(textLimits.actReason),
  }),
  response: ExchangeView,
  status: 201,
  idempotent: true,
  problems: ["exchange-refused", "not-found", "idempotency-key-required", "idempotency-key-reused"],
  details: {
    "exchange-refused": z
      .object({ faults: z.array(z.enum(["day", "promise", "detail", "ask_reached_nobody"])).readonly() })
      .meta({ id: "ExchangeFaults", description: "Details of `exchange-refused`: which parts cannot be noted." }),
  },
});

export const withdrawExchange = contract({
  operationId: "withdrawExchange",
  method: "POST",
  path: "/exchanges/:exchangeId/withdraw",
  summary: "Withdraw a note of the Secretariat; it stays, with the reason, and counts no more",
  action: "exchange.note",
  params: z.strictObject({ exchangeId: Id.describe("Id of a note, from `GET /asks/{country}`.") }),
  body: z.strictObject({ reason: plainText(textLimits.actReason, shortestActReason) }),
  response: ExchangeView,
  idempotent: true,
  problems: ["transition-refused", "not-found", "idempotency-key-required", "idempotency-key-reused"],
});
