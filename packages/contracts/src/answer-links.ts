import { linkAnswers } from "@avances/domain/round";
import { textLimits } from "@avances/domain/text";
import { z } from "zod";
import { contract } from "./contract.ts";
import { Token } from "./session.ts";
import { CountryCodeSchema, DateOnly, Instant, singleLine, TextInLanguages, Year } from "./values.ts";

const LinkAnswer = z.enum(linkAnswers);

export const AnswerLinkView = z
  .object({
    country: CountryCodeSchema,
    name: TextInLanguages,
    capital: TextInLanguages,
    round: Year,
    referenceYear: Year.describe("Year of the data that the round asks for."),
    dueOn: DateOnly.describe("Of this country; of work that was returned, its date, if it has one."),
    isReturned: z.boolean().describe("The report was returned: what is awaited are its clarifications."),
    recipient: z.string().describe("To whom the request was sent."),
    askedOn: DateOnly.describe("In the clocks of the capital."),
    isAwaited: z
      .boolean()
      .describe("False: the report was received, is not owed, or its round was withdrawn. Nothing can be answered."),
    earliest: DateOnly.describe("Today in the capital: the first day that can be named."),
    latest: DateOnly,
    answered: z
      .object({ said: LinkAnswer, promisedOn: DateOnly.nullable(), detail: z.string(), at: Instant })
      .nullable()
      .describe("What was answered by this link; null = it was not used yet."),
  })
  .meta({ id: "AnswerLink", description: "What the link in a request is about, for whoever holds it." });

export const showAnswerLink = contract({
  operationId: "showAnswerLink",
  method: "POST",
  path: "/answer-links/show",
  summary: "What the link in a request is about; does not use it",
  action: "ticket.use",
  body: z.strictObject({ token: Token }),
  response: AnswerLinkView,
  problems: ["ticket-refused"],
});

export const useAnswerLink = contract({
  operationId: "useAnswerLink",
  method: "POST",
  path: "/answer-links/use",
  summary:
    "Answer a request by the link in it, once, without signing in: writes to the ledger of requests and nothing else",
  description: "The same answer sent again, because the reply was lost, is written once and gets the same reply.",
  action: "ticket.use",
  body: z.strictObject({
    token: Token,
    said: LinkAnswer,
    promisedOn: DateOnly.nullable().describe("Only with `by_date`: from today to 60 days from now."),
    detail: singleLine(textLimits.institution).describe(
      "The institution, or who is to be asked; may be empty otherwise.",
    ),
  }),
  response: AnswerLinkView,
  problems: ["ticket-refused", "transition-refused", "exchange-refused"],
});
