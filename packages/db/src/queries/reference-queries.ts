import type { Catalogue } from "@avances/domain/catalogue";
import type { Country, CountryGroup } from "@avances/domain/reference";
import { asc } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { catalogueVersion, country, countryGroup } from "../schema/index.ts";

/** Every catalogue version that was loaded, oldest first. */
export async function listCatalogues(
  tx: Tx,
): Promise<readonly { readonly catalogue: Catalogue; readonly sha256: string }[]> {
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

/** Named groups of countries. */
export async function listGroups(tx: Tx): Promise<readonly CountryGroup[]> {
  return (await tx.select().from(countryGroup).orderBy(asc(countryGroup.code))).map((row) => row.document);
}
