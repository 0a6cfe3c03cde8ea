import type { CountryToRemind } from "@avances/contracts";
import type { ResendCountry } from "@avances/notices";
import type { z } from "zod";

/** What a person should know about a country before it is asked, as it travels. */
export function countryToRemind({
  lastAnswer,
  automaticToday,
  scheduled,
  ...country
}: ResendCountry): z.output<typeof CountryToRemind> {
  return {
    ...country,
    lastAnswer: lastAnswer && {
      ...{ channel: lastAnswer.channel, day: lastAnswer.happenedOn },
      ...{ said: lastAnswer.said, promisedOn: lastAnswer.promisedOn },
    },
    automaticToday: automaticToday && { ...automaticToday, at: automaticToday.at.toISOString() },
    scheduled: scheduled && { ...scheduled, at: scheduled.at.toISOString() },
  };
}
