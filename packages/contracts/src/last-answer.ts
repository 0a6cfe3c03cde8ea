import { countryAnswers, exchangeChannels } from "@avances/domain/round";
import { z } from "zod";
import { DateOnly } from "./values.ts";

export const CountryAnswerSchema = z.enum(countryAnswers).meta({
  id: "CountryAnswer",
  description:
    "What a country said of its report. `by_date`: it sends it by a day. `waits_for`: for an institution. `other_person`: somebody else is to be asked. `no_answer`: nobody was reached, or nobody has answered so far.",
});
export const ExchangeChannelSchema = z.enum(exchangeChannels).meta({
  id: "ExchangeChannel",
  description:
    "How Secretariat and country spoke otherwise than by a message of the portal. `message`: from an own mailbox, or a chat. `answer_link`: by the link in a request.",
});

export const LastAnswer = z
  .object({
    channel: ExchangeChannelSchema,
    day: DateOnly.describe("Of the talk, or of the answer by a link."),
    said: CountryAnswerSchema,
    promisedOn: DateOnly.nullable().describe("Only with `by_date`."),
  })
  .meta({ id: "LastAnswer", description: "What a country said last of its report in a round." });
