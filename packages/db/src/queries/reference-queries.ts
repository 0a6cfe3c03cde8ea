import type { Text, WholeCatalogue } from "@avances/domain/catalogue";
import type { Country, CountryGroup, Participant } from "@avances/domain/reference";
import { asc, eq } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { catalogueVersion, country, countryGroup, countryGroupMember, holiday, participant } from "../schema/index.ts";

/** Every loaded catalogue version, oldest first. */
export async function listCatalogues(
  tx: Tx,
): Promise<readonly { readonly catalogue: WholeCatalogue; readonly sha256: string }[]> {
  const rows = await tx
    .select()
    .from(catalogueVersion)
    .orderBy(asc(catalogueVersion.loadedAt), asc(catalogueVersion.version));
  return rows.map((row) => ({ catalogue: row.document, sha256: row.sha256 }));
}

/** Members of the Conference, by code. */
export async function listCountries(tx: Tx): Promise<readonly Country[]> {
  return (await tx.select().from(country).orderBy(asc(country.alpha3))).map((row) => row.document);
}

/** One member of the Conference. */
export async function findCountry(tx: Tx, code: string): Promise<Country | undefined> {
  return (await tx.select().from(country).where(eq(country.alpha3, code)))[0]?.document;
}

/** Codes of the countries of a group; empty when there is no such group. */
export async function listGroupMembers(tx: Tx, group: string): Promise<readonly string[]> {
  const rows = await tx
    .select({ country: countryGroupMember.countryCode })
    .from(countryGroupMember)
    .where(eq(countryGroupMember.groupCode, group));
  return rows.map((row) => row.country);
}

/** Named groups of countries. */
export async function listGroups(tx: Tx): Promise<readonly CountryGroup[]> {
  return (await tx.select().from(countryGroup).orderBy(asc(countryGroup.code))).map((row) => row.document);
}

/** Who takes part in the work of the Network, by code. */
export async function listParticipants(tx: Tx): Promise<readonly Participant[]> {
  return tx.select().from(participant).orderBy(asc(participant.code));
}

type HolidayRow = Pick<typeof holiday.$inferSelect, "countryCode" | "day" | "source" | "computed"> & {
  readonly name: Text;
};

/** The listed holidays of a country, or of all, by day. */
export async function listHolidays(tx: Tx, country?: string): Promise<readonly HolidayRow[]> {
  const { countryCode, day, name, source, computed } = holiday;
  return tx
    .select({ countryCode, day, name, source, computed })
    .from(holiday)
    .where(country === undefined ? undefined : eq(countryCode, country))
    .orderBy(asc(day), asc(holiday.id));
}
