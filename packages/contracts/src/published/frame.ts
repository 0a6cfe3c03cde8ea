import { unpublishedStates } from "@avances/domain/submission";
import { z } from "zod";
import { CatalogueVersion, CountryCodeSchema, DateOnly, Instant, TextInLanguages, Year } from "../values.ts";

export const EditionView = z
  .object({
    id: z.int().describe("Rises with every publication."),
    publishedAt: Instant,
    catalogueVersion: CatalogueVersion.describe("The catalogue with the words and weights of this response."),
    demonstration: z.boolean().describe("True if the figures are invented."),
  })
  .meta({
    id: "Edition",
    description:
      "One state of the whole public file. A response names the edition in which its figures or states last changed.",
  });

export const NamedRound = z.object({ roundYear: Year, referenceYear: Year }).meta({
  id: "NamedRound",
  description: "The year that names a round, and the year of its data. They differ, so they are always given together.",
});

const PublicRound = NamedRound.extend({
  opensOn: DateOnly,
  dueOn: DateOnly.describe("The common due date; a country may have been given a later one."),
  catalogueVersion: CatalogueVersion.describe("The catalogue whose weights and goalposts the round's index uses."),
}).meta({ id: "PublicRound", description: "A round that has opened." });

export const ShortName = TextInLanguages.describe("At most 28 characters, for the heads of columns.");

const CountryName = z
  .object({ iso3: CountryCodeSchema, name: TextInLanguages })
  .meta({ id: "CountryName", description: "A member of the Conference." });

/** What every chart and table of the public file needs, as of the edition. */
export const frame = {
  countries: z.array(CountryName).readonly(),
  rounds: z.array(PublicRound).readonly().describe("Rounds that have opened, oldest first; planned ones are left out."),
  mainRound: NamedRound.nullable().describe(
    "The round that stands for the region: the latest in which at least half of the countries that owe a report have a public one.",
  ),
};

export const unpublished = z
  .array(
    z
      .object({ country: CountryCodeSchema, roundYear: Year, state: z.enum(unpublishedStates) })
      .meta({ id: "Unpublished", description: "A country without a public report in a round, and why." }),
  )
  .readonly()
  .describe("Every country and round that has no public report, with the reason; all others have one.");
