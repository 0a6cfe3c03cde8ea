import { postgresUrl, readSettings, SettingsRefused } from "@avances/settings";
import { MigrationRefused } from "../database-roles.ts";
import { CatalogueFaulty } from "../load-reference.ts";
import { migrate } from "../migrate.ts";

/** `node packages/db/src/bin/migrate.ts`: brings the database that the environment names to the current state. */
async function main(): Promise<void> {
  // The one may create roles and tables, the other is the login of the product.
  const set = readSettings({ DATABASE_OWNER_URL: postgresUrl(), DATABASE_URL: postgresUrl() }, process.env);
  const [ownerUrl, appUrl] = [set.DATABASE_OWNER_URL, set.DATABASE_URL];
  await migrate({ ownerUrl, appUrl, log: (message) => console.log(message) });
}

try {
  await main();
} catch (error) {
  const isForPeople =
    error instanceof SettingsRefused || error instanceof MigrationRefused || error instanceof CatalogueFaulty;
  console.error(isForPeople ? error.message : error);
  process.exit(error instanceof SettingsRefused ? 78 : 1);
}
