import type { Catalogue } from "@avances/domain/catalogue";
import type { Country, CountryGroup } from "@avances/domain/reference";
import { asc, eq } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { catalogueVersion, country, countryGroup, instance } from "../schema/index.ts";

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

/** A fact about this instance (such as `demonstration`), or undefined. The public role sees the public ones. */
export async function findInstanceFact(tx: Tx, name: string): Promise<unknown> {
  return (await tx.select().from(instance).where(eq(instance.name, name)))[0]?.value;
}
