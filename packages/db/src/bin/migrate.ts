import { MigrationRefused } from "../database-roles.ts";
import { CatalogueFaulty } from "../load-reference.ts";
import { migrate } from "../migrate.ts";

/** `node packages/db/src/bin/migrate.ts`: brings the database that the environment names to the current state. */
const { DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: appUrl } = process.env;

if (!ownerUrl || !appUrl) {
  console.error(
    "DATABASE_OWNER_URL (may create roles and tables) and DATABASE_URL (login of the product) must be set.",
  );
  process.exit(78);
}
try {
  await migrate({ ownerUrl, appUrl, log: (message) => console.log(message) });
} catch (error) {
  const isForPeople = error instanceof MigrationRefused || error instanceof CatalogueFaulty;
  console.error(isForPeople ? error.message : error);
  process.exit(1);
}
