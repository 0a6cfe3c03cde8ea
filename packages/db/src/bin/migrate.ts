import { parseArgs } from "node:util";
import { postgresUrl, readSettings, rolePrefix, SettingsRefused } from "@avances/settings";
import { MigrationRefused } from "../database-roles.ts";
import { CatalogueFaulty } from "../load-reference.ts";
import { migrate } from "../migrate.ts";

/**
 * `node packages/db/src/bin/migrate.ts`: brings the database named in the environment to the current state. `--rotate-login` changes the
 * login's password to the one in DATABASE_URL.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { "rotate-login": { type: "boolean", default: false } } });
  const set = readSettings(
    // The owner may create roles and tables; DATABASE_URL is the login of the product.
    { DATABASE_OWNER_URL: postgresUrl(), DATABASE_URL: postgresUrl(), DATABASE_ROLE_PREFIX: rolePrefix().optional() },
    process.env,
  );
  await migrate({
    ownerUrl: set.DATABASE_OWNER_URL,
    appUrl: set.DATABASE_URL,
    rolePrefix: set.DATABASE_ROLE_PREFIX,
    rotateLogin: values["rotate-login"],
    log: (message) => console.log(message),
  });
}

try {
  await main();
} catch (error) {
  const isForPeople =
    error instanceof SettingsRefused || error instanceof MigrationRefused || error instanceof CatalogueFaulty;
  console.error(isForPeople ? error.message : error);
  process.exit(error instanceof SettingsRefused ? 78 : 1);
}
