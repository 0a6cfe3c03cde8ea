import { fileURLToPath } from "node:url";
import { readMigrationFiles } from "drizzle-orm/migrator";

/** Folder of the migrations. */
export const migrationsFolder = fileURLToPath(new URL("../../../migrations", import.meta.url));

let expected: string | undefined;

/** The hash of the last migration this program knows. The API serves only on exactly that schema. */
export function expectedSchemaVersion(): string {
  expected ??= readMigrationFiles({ migrationsFolder }).at(-1)?.hash ?? "";
  return expected;
}
