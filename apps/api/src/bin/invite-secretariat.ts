import { randomUUIDv7 } from "node:crypto";
import { parseArgs } from "node:util";
import { openDatabase } from "@avances/db";
import { SettingsRefused } from "@avances/settings";
import { inviteFirstSecretariat } from "../features/people/invite-first-secretariat.ts";
import { readEnvironment } from "../read-environment.ts";

// Opens the first account of the secretariat and prints its single-use link, once:
//   node apps/api/src/bin/invite-secretariat.ts --address ana@example.org --name "Ana Mora" --language es
const { values } = parseArgs({
  options: { address: { type: "string" }, name: { type: "string" }, language: { type: "string", default: "es" } },
});

async function main(): Promise<number> {
  const { address, name, language } = values;
  if (!address || !name || (language !== "en" && language !== "es")) {
    process.stderr.write('Say who: --address ana@example.org --name "Ana Mora" --language es (or en)\n');
    return 64;
  }
  const { config } = readEnvironment(process.env, "");
  const db = openDatabase({ url: config.databaseUrl, poolSize: 2, onError: () => undefined });
  try {
    const deps = { db, config, clock: { now: () => new Date() }, newId: () => randomUUIDv7() };
    const invited = await inviteFirstSecretariat(deps, { address, displayName: name, language });
    if (invited.state !== "invited") {
      process.stderr.write(
        "The secretariat has an account that can sign in: people are invited from the portal now.\n",
      );
      return 1;
    }
    process.stdout.write(
      `This link works once, for 72 hours. It is shown only here:\n${invited.link}\nWhoever uses it signs in as ${invited.address}.\n`,
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
