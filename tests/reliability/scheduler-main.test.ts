import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { beginDemonstration } from "@avances/db";
import { createTestDatabase } from "@avances/testing";
import { expect, onTestFinished, test } from "vitest";

/** A separate process starts as slowly as the machine is busy. */
const patience = 180_000;
const main = fileURLToPath(new URL("../../apps/scheduler/src/main.ts", import.meta.url));

test(
  "the scheduler as its own process starts, and ends cleanly when told to",
  async () => {
    const database = await createTestDatabase();
    try {
      const child = run({
        DATABASE_URL: database.url,
        PUBLIC_URL: "https://avances.example",
        MAIL_MODE: "capture",
        MAIL_FROM: "avances@secretariat.example",
        TICKET_KEY: "k".repeat(43),
      });
      const [firstLine] = await once(child.stdout, "data");
      expect(String(firstLine)).toContain("scheduler runs");
      child.kill("SIGTERM");
      expect(await once(child, "exit")).toEqual([0, null]);
    } finally {
      await database.drop();
    }
  },
  patience,
);

test(
  "it does not run over a database that is not what its settings say",
  async () => {
    const database = await createTestDatabase();
    onTestFinished(() => database.drop());
    await beginDemonstration(database.ownerUrl);
    const settings = {
      DATABASE_URL: database.url,
      PUBLIC_URL: "https://avances.example",
      MAIL_MODE: "capture",
      MAIL_FROM: "avances@secretariat.example",
      TICKET_KEY: "k".repeat(43),
    };
    const child = run({ ...settings, DEMO: "off" });
    const said = text(child.stderr);
    expect(await once(child, "exit")).toEqual([78, null]);
    expect(await said).toContain("DEMO: is off, and the database is a demonstration");
  },
  patience,
);

test(
  "it names every setting that is missing, and no value",
  async () => {
    const child = run({ DATABASE_URL: "postgres://user:secret-word@host/db", MAIL_MODE: "live" });
    let said = "";
    child.stderr.on("data", (text) => {
      said += String(text);
    });
    expect(await once(child, "exit")).toEqual([78, null]);
    for (const name of ["PUBLIC_URL", "MAIL_FROM", "TICKET_KEY"]) expect(said).toContain(name);
    expect(said).not.toContain("secret-word");
  },
  patience,
);

function run(settings: Record<string, string>) {
  const { PATH = "", HOME = "" } = process.env;
  return spawn(process.execPath, [main], { env: { PATH, HOME, ...settings }, stdio: ["ignore", "pipe", "pipe"] });
}
