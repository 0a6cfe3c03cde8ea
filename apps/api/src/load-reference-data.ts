import type { Database } from "@avances/db";
import { listCatalogues, listCountries, listGroups } from "@avances/db/queries/reference-queries";
import type { ReferenceData } from "@avances/domain/reference";
import type { Catalogues } from "./deps.ts";

/** Every catalogue version in the database; the highest is in force. Throws when there is none. */
export async function loadCatalogues(db: Pick<Database, "asPublic">): Promise<Catalogues> {
  const versions = new Map((await db.asPublic(listCatalogues)).map(({ catalogue }) => [catalogue.version, catalogue]));
  const releases = [...versions.values()].sort((one, other) => byNumbers(one.version, other.version));
  const current = releases.at(-1);
  if (!current) throw new Error("The database holds no catalogue: run the migrations first.");
  return {
    current,
    releases,
    version: (version) => {
      const found = versions.get(version);
      if (!found) throw new Error(`Catalogue ${version} is not loaded`);
      return found;
    },
  };
}

/** Countries by code, and groups, from the database. */
export async function loadReferenceData(db: Pick<Database, "asPublic">): Promise<ReferenceData> {
  const countries = await db.asPublic(listCountries);
  const groups = await db.asPublic(listGroups);
  return { version: "database", countries, groups };
}

/** `2026.2` comes before `2026.10`. */
function byNumbers(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
