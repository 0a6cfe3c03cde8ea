import { shortestActReason, textLimits } from "@avances/domain/text";
import { addresseeLimits, reportWordings } from "@avances/domain/wording";
import { z } from "zod";
import { contract } from "./contract.ts";
import { EndedEarly } from "./notices.ts";
import { CountryCodeSchema, DateOnly, Id, Instant, LanguageCode, plainText, RoundYear, singleLine } from "./values.ts";

const YearParams = z.strictObject({ year: RoundYear });
const LetterCode = z
  .string()
  .regex(/^AV-20\d\d-\d{4,9}$/)
  .meta({ id: "LetterCode", description: "The number of a letter.", examples: ["AV-2026-0007"] });
const CodeParams = z.strictObject({ code: LetterCode.describe("The number of the letter.") });
const Kind = z.enum(reportWordings);
const Paragraphs = z.array(z.string()).readonly().describe("The salutation first, whoever signs last.");

const Addressee = z
  .strictObject({
    name: singleLine(addresseeLimits.name, 1),
    title: singleLine(addresseeLimits.title).describe("May be empty."),
    institution: singleLine(addresseeLimits.institution).describe("May be empty."),
    salutation: singleLine(addresseeLimits.salutation).describe("Without the colon; empty = greeted by the name."),
  })
  .meta({ id: "LetterAddressee", description: "To whom a letter is written." });

const LetterView = z
  .object({
    code: LetterCode,
    country: CountryCodeSchema,
    kind: Kind,
    language: LanguageCode,
    datedOn: DateOnly.describe("As printed: of the capital."),
    today: DateOnly.describe("In the capital: the last day that can be noted as that of the dispatch."),
    addressee: z.object({ name: z.string(), title: z.string(), institution: z.string() }),
    subject: z.string(),
    at: Instant,
    byName: z.string(),
    dispatched: z
      .object({ exchangeId: Id, on: DateOnly, notedByName: z.string() })
      .nullable()
      .describe("Null = it was not dispatched, and is no request."),
    withdrawn: EndedEarly.nullable(),
  })
  .meta({
    id: "Letter",
    description: "A letter on paper to a country. It keeps its number, also when it is withdrawn.",
  });

const Letters = z.object({
  letters: z.array(LetterView).readonly().describe("The newest first."),
  countries: z
    .array(
      z.object({
        country: CountryCodeSchema,
        kinds: z.array(Kind).readonly().describe("The texts that are so for it today."),
        people: z
          .array(z.object({ name: z.string(), salutation: z.string().nullable() }))
          .readonly()
          .describe("Its focal points."),
      }),
    )
    .readonly()
    .describe("The countries to which a letter can be written now."),
});

export const listLetters = contract({
  operationId: "listLetters",
  method: "GET",
  path: "/rounds/:year/letters",
  summary: "The letters of a round, and to whom one can be written now",
  action: "notices.send",
  params: YearParams,
  response: Letters,
  problems: ["not-found"],
});

const Wanted = z.strictObject({
  country: CountryCodeSchema,
  kind: Kind,
  language: LanguageCode,
  addressee: Addressee,
});

export const previewLetter = contract({
  operationId: "previewLetter",
  method: "POST",
  path: "/rounds/:year/letters/preview",
  summary: "A letter as it would be written now; takes no number and stores nothing",
  description: "`letter-refused` when this text is not so for the country now.",
  action: "notices.send",
  params: YearParams,
  body: Wanted,
  response: z.object({ datedOn: DateOnly, subject: z.string(), paragraphs: Paragraphs }),
  problems: ["not-found", "letter-refused"],
});

export const writeLetter = contract({
  operationId: "writeLetter",
  method: "POST",
  path: "/rounds/:year/letters",
  summary: "Write a letter: it gets the next number of its year, and its text stays as it is",
  description:
    "`seen` is what the preview showed: if the letter would say something else by now, it is refused with `letter-refused` and no number is taken.",
  action: "notices.send",
  params: YearParams,
  body: Wanted.extend({
    seen: z.strictObject({ subject: plainText(1_000), paragraphs: z.array(plainText(10_000)).max(40) }),
  }),
  response: LetterView,
  status: 201,
  idempotent: true,
  problems: ["not-found", "letter-refused", "idempotency-key-required", "idempotency-key-reused"],
});

export const getLetterFile = contract({
  operationId: "getLetterFile",
  method: "GET",
  path: "/letters/:code/letter.pdf",
  summary: "A letter as PDF on letterhead, the same each time; a withdrawn one says that it was withdrawn",
  action: "notices.send",
  params: CodeParams,
  response: z.string().meta({ description: "A PDF file.", format: "binary" }),
  contentType: "application/pdf",
  problems: ["not-found"],
});

export const dispatchLetter = contract({
  operationId: "dispatchLetter",
  method: "POST",
  path: "/letters/:code/dispatch",
  summary: "Note on which day a letter was dispatched: from then on it is a request in the country's ledger",
  description: "The country reads the note. A wrong one is withdrawn like any other (`withdrawExchange`).",
  action: "exchange.note",
  params: CodeParams,
  body: z.strictObject({ on: DateOnly.describe("From the day of the letter to today, in the capital.") }),
  response: LetterView,
  idempotent: true,
  details: {
    "exchange-refused": z.object({
      faults: z.array(z.enum(["day", "promise", "detail", "ask_reached_nobody"])).readonly(),
    }),
  },
  problems: ["not-found", "letter-refused", "exchange-refused", "idempotency-key-required", "idempotency-key-reused"],
});

export const withdrawLetter = contract({
  operationId: "withdrawLetter",
  method: "POST",
  path: "/letters/:code/withdraw",
  summary: "Withdraw a letter that was not dispatched; it keeps its number",
  action: "notices.send",
  params: CodeParams,
  body: z.strictObject({ reason: plainText(textLimits.actReason, shortestActReason) }),
  response: LetterView,
  idempotent: true,
  problems: ["not-found", "letter-refused", "idempotency-key-required", "idempotency-key-reused"],
});
