import { join } from "node:path";
import { LocalPostgresError } from "./local-postgres-error.ts";
import { readPrivateJson, writePrivateJson } from "./private-file.ts";

const fileName = "version.json";

/**
 * Refuses a data folder that a newer Avances has written; `schema` is the number of migrations this program knows.
 * Throws `LocalPostgresError`. (`startLocalPostgres` refuses a newer PostgreSQL.)
 */
export function checkDataVersion(dataDir: string, schema: number): void {
  const recorded = readPrivateJson(join(dataDir, fileName))?.schema;
  if (typeof recorded === "number" && recorded > schema) {
    throw new LocalPostgresError(
      `The data folder ${dataDir} was written by a newer Avances (schema ${recorded}; this one knows ${schema}): update the program, or set AVANCES_DATA to another folder.`,
    );
  }
}

/** Records the schema of the data folder after a successful migration. */
export function recordDataVersion(dataDir: string, schema: number): void {
  const path = join(dataDir, fileName);
  if (readPrivateJson(path)?.schema !== schema) writePrivateJson(path, { schema });
}
