import { z } from "zod";
import { contract } from "./contract.ts";
import { CountryCodeSchema, DateOnly, LanguageCode, TextInBoth, Year } from "./values.ts";

export const CountryView = z.object({
  alpha3: CountryCodeSchema,
  alpha2: z.string(),
  name: TextInBoth,
  capital: TextInBoth,
  workingLanguage: LanguageCode,
  timeZone: z.string(),
  treaties: z.record(z.string(), z.object({ consent: z.object({ date: z.string().nullable(), type: z.string() }) })),
});
export const GroupView = z.object({
  code: z.string(),
  name: TextInBoth,
  members: z.array(CountryCodeSchema).readonly(),
  note: TextInBoth.optional(),
});
export const RoundView = z.object({
  year: Year,
  catalogueVersion: z.string(),
  referenceStart: DateOnly,
  referenceEnd: DateOnly,
  opensOn: DateOnly,
  dueOn: DateOnly,
  obligatedGroup: z.string(),
  /** Rises at every correction; acts on the round are sent with the one they were decided on (`If-Match: "v<revision>"`). */
  revision: z.int(),
});

/** The catalogue file as it was loaded; its shape is `Catalogue` of the domain package. */
export const getCatalogue = contract({
  operationId: "getCatalogue",
  method: "GET",
  path: "/catalogue",
  summary: "The indicator catalogue in force: indicators, levels, code lists, rules, weights, texts",
  action: "published.read",
  query: z.strictObject({
    version: z
      .string()
      .regex(/^\d{4}\.\d{1,3}$/)
      .optional(),
  }),
  response: z.looseObject({ version: z.string() }),
  premade: true,
});

export const listCountries = contract({
  operationId: "listCountries",
  method: "GET",
  path: "/countries",
  summary: "Members of the Regional Conference on Migration",
  action: "published.read",
  response: z.object({ countries: z.array(CountryView).readonly() }),
});

export const listGroups = contract({
  operationId: "listGroups",
  method: "GET",
  path: "/groups",
  summary: "Named groups of countries",
  action: "published.read",
  response: z.object({ groups: z.array(GroupView).readonly() }),
});

export const listRounds = contract({
  operationId: "listRounds",
  method: "GET",
  path: "/rounds",
  summary: "Reporting rounds and their calendar, newest first",
  action: "published.read",
  response: z.object({ rounds: z.array(RoundView).readonly() }),
});
