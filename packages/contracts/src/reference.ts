import type { WholeCatalogue, WorkingCatalogue } from "@avances/domain/catalogue";
import { z } from "zod";
import { contract } from "./contract.ts";
import {
  CatalogueVersion,
  CountryCodeSchema,
  DateOnly,
  Instant,
  LanguageCode,
  TextInLanguages,
  Year,
} from "./values.ts";

export const CountryView = z
  .object({
    alpha3: CountryCodeSchema,
    alpha2: z.string().meta({ description: "ISO 3166-1 alpha-2.", examples: ["CR"] }),
    name: TextInLanguages,
    capital: TextInLanguages,
    workingLanguage: LanguageCode,
    timeZone: z
      .string()
      .meta({ description: "IANA time zone of the capital; due dates end by it.", examples: ["America/Costa_Rica"] }),
    treaties: z
      .record(z.string(), z.object({ consent: z.object({ date: z.string().nullable(), type: z.string() }) }))
      .describe("When and how the country consented to be bound, by treaty; `date` is null where it has not."),
  })
  .meta({ id: "Country", description: "A member of the Regional Conference on Migration." });
export const GroupView = z
  .object({
    code: z.string(),
    name: TextInLanguages,
    members: z.array(CountryCodeSchema).readonly(),
    note: TextInLanguages.optional(),
  })
  .meta({ id: "Group", description: "A named group of countries, such as those obliged to report." });
export const RoundView = z
  .object({
    year: Year,
    catalogueVersion: CatalogueVersion,
    referenceStart: DateOnly,
    referenceEnd: DateOnly,
    opensOn: DateOnly,
    dueOn: DateOnly,
    closedAt: Instant.nullable().describe(
      "When the secretariat closed it before the day on which it closes by itself; null = it did not, or opened it again.",
    ),
    obligatedGroup: z.string().meta({ description: "Code of the group that owes a report.", examples: ["CA-MEX"] }),
    signatureRequired: z
      .boolean()
      .describe("Does a second person of each country, the approver, sign its report before it is submitted?"),
    revision: z
      .int()
      .describe(
        'Rises at every correction; acts on the round must name the revision they were decided on (`If-Match: "v<revision>"`).',
      ),
  })
  .meta({
    id: "Round",
    description: "A reporting round and its calendar. The round of a year holds the data of the year before.",
  });

/** The file as it was loaded. The API description shows the schema of the catalogue files in its place. */
const CatalogueFile = z
  .custom<WholeCatalogue>((file) => z.looseObject({ version: z.string() }).safeParse(file).success)
  .meta({ id: "Catalogue", description: "A version of the indicator catalogue. It never changes." });

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
      .meta({ description: "An earlier version; if absent, the one in force.", examples: ["2026.1"] })
      .optional(),
  }),
  response: CatalogueFile,
  premade: true,
  problems: ["not-found"],
});

/** Made by `workingCatalogue` of the domain, which says what it leaves out. */
const CatalogueToWorkWith = z
  .custom<WorkingCatalogue>((working) => z.looseObject({ version: z.string() }).safeParse(working).success)
  .meta({
    id: "WorkingCatalogue",
    description:
      "What a report is made and judged with, for a form that is to open over a slow line: a `Catalogue` without what is only read (title, summary, sources, objectives, kinds; of an indicator guidance, articles, sources), its texts in one language; code lists are in every language.",
  });

export const getWorkingCatalogue = contract({
  operationId: "getWorkingCatalogue",
  method: "GET",
  path: "/catalogue/working/:lang",
  summary: "What a report is made and judged with, of the catalogue in force, in one language",
  action: "published.read",
  params: z.strictObject({ lang: LanguageCode.describe("The language of its texts.") }),
  response: CatalogueToWorkWith,
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
