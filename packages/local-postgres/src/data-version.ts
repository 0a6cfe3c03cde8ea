import { join } from "node:path";
import { LocalPostgresError } from "./local-postgres-error.ts";
import { readPrivateJson, writePrivateJson } from "./private-file.ts";

const fileName = "version.json";

/**
 * Refuses a data folder that a newer Avances has written: `schema` is the number of migrations this program knows.
 * Throws `LocalPostgresError`. (A newer PostgreSQL is refused by `startLocalPostgres`.)
 */
export function checkDataVersion(dataDir: string, schema: number): void {
  const recorded = readPrivateJson(join(dataDir, fileName))?.schema;
  if (typeof recorded === "number" && recorded > schema) {
    throw new LocalPostgresError(
      `The data folder ${dataDir} was written by a newer Avances (schema ${recorded}; this one knows ${schema}): update the program, or set AVANCES_DATA to another folder.`,
    );
  }
}

/** Records, after a successful migration, the schema the data folder now has. */
export function recordDataVersion(dataDir: string, schema: number): void {
  const path = join(dataDir, fileName);
  if (readPrivateJson(path)?.schema !== schema) writePrivateJson(path, { schema });
}
