import { randomUUIDv7 } from "node:crypto";
import { parseArgs } from "node:util";
import { openDatabase } from "@avances/db";
import { settledKind } from "@avances/db/queries/instance-queries";
import { isLanguage, regionFirst, regionLanguage } from "@avances/domain/catalogue";
import { SettingsRefused } from "@avances/settings";
import { addSecretariatPerson } from "../features/people/add-secretariat-person.ts";
import { readEnvironment } from "../read-environment.ts";

// Adds a person to the secretariat (the first of a new instance, a second one, or one when the last is gone) and prints the single-use
// link once. This is recorded, and the secretariat and the Presidency are told:
//   node apps/api/src/bin/invite-secretariat.ts --address ana@example.org --name "Ana Mora" --language es
const { values } = parseArgs({
  options: {
    address: { type: "string" },
    name: { type: "string" },
    language: { type: "string", default: regionLanguage },
  },
});

async function main(): Promise<number> {
  const { address, name, language } = values;
  if (!address || !name || !isLanguage(language)) {
    process.stderr.write(
      `Say who: --address ana@example.org --name "Ana Mora" --language ${regionFirst.join(" or ")}\n`,
    );
    return 64;
  }
  const { config } = readEnvironment(process.env, "");
  const db = openDatabase({ url: config.databaseUrl, poolSize: 2, onError: () => undefined });
  try {
    const demonstration = (await db.authQuery(settledKind)) === "demonstration";
    const deps = {
      db,
      config: { ...config, demonstration },
      clock: { now: () => new Date() },
      newId: () => randomUUIDv7(),
    };
    const added = await addSecretariatPerson(deps, { address, displayName: name, language });
    process.stdout.write(
      `This link works once, for 72 hours. It is shown only here:\n${added.link}\nWhoever uses it signs in as ${added.address}. Told by mail: ${added.told}.\n`,
    );
    return 0;
  } finally {
    await db.close();
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : "The invitation failed"}\n`);
    process.exit(error instanceof SettingsRefused ? 78 : 1);
  },
);
