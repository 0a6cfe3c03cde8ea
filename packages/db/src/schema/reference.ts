import { type Language, languages, type Text, type WholeCatalogue } from "@avances/domain/catalogue";
import type { Country, CountryGroup } from "@avances/domain/reference";
import { boolean, jsonb, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, memberOf } from "./columns.ts";
import { ref } from "./schemas.ts";

/** One row = one version of the indicator catalogue, complete, as it was loaded. A version never changes. */
export const catalogueVersion = ref.table("catalogue_version", {
  version: text().primaryKey(),
  sha256: text().notNull(),
  document: jsonb().$type<WholeCatalogue>().notNull(),
  loadedAt: instant().notNull().defaultNow(),
});

/** One row = one member of the Conference. */
export const country = ref.table(
  "country",
  {
    alpha3: text().primaryKey(),
    name: jsonb().$type<Text>().notNull(),
    workingLanguage: text().$type<Language>().notNull(),
    timeZone: text().notNull(),
    document: jsonb().$type<Country>().notNull(),
  },
  (table) => [memberOf("country_working_language_known", table.workingLanguage, languages)],
);

/** One row = one named group of countries, such as "Central America and Mexico". */
export const countryGroup = ref.table("country_group", {
  code: text().primaryKey(),
  name: jsonb().$type<Text>().notNull(),
  document: jsonb().$type<CountryGroup>().notNull(),
});

/** One row = one country in one group. */
export const countryGroupMember = ref.table(
  "country_group_member",
  {
    groupCode: text()
      .notNull()
      .references(() => countryGroup.code),
    countryCode: text()
      .notNull()
      .references(() => country.alpha3),
  },
  (table) => [primaryKey({ columns: [table.groupCode, table.countryCode] })],
);

/** One row = one fact about this instance (`kind` = demonstration or real; `demonstration` = its seed …). Never changed or removed. */
export const instance = ref.table("instance", {
  name: text().primaryKey(),
  value: jsonb().notNull(),
  isPublic: boolean().notNull().default(true),
});
