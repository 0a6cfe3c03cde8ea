import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The files of a clone; nothing is installed or built. */
const parts = ["apps", "packages", "migrations", "tests/package.json"].concat([
  "package.json",
  "pnpm-lock.yaml",
  "pnpm-workspace.yaml",
  "tsconfig.json",
]);
const isSource = (path: string) => !["node_modules", "dist"].includes(basename(path));

test("the first start works in a folder of any name, and says only what concerns a newcomer", {
  timeout: 300_000,
}, async () => {
  const home = mkdtempSync(join(tmpdir(), "avances-first-start-"));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const clone = join(home, 'Proyecto #1 & O\'Neill, 50% listo? [ñandú] "copia" $HOME `x`; {y}!');
  for (const part of parts) cpSync(join(root, part), join(clone, part), { recursive: true, filter: isSource });

  const port = await aFreePort();
  const dataDir = join(clone, "datos");
  const { start, said, ready } = npmStart(clone, { PORT: String(port), AVANCES_DATA: dataDir });
  onTestFinished(() => void start.kill("SIGTERM"));
  await ready;
  const page = await fetch(`http://localhost:${port}/`);
  expect([page.status, page.headers.get("content-type")]).toEqual([200, expect.stringContaining("text/html")]);
  start.kill("SIGTERM");
  await once(start, "close");

  const unexpected = said.filter((line) => !expectedLines.some((expected) => expected.test(line)));
  expect(unexpected).toEqual([]);
});

const expectedLines = [
  /^$/,
  /^> avances@/,
  /^> node apps\/local\/bin\/start\.mjs/,
  /^Installing the packages \(the first time this takes a minute or two\) …$/,
  /^Building the web application …$/,
  /^Putting the program together …$/,
  /^Starting the database …$/,
  /^Making the database \(once\)$/,
  /^The database is kept in .*, because its server cannot run as root/,
  /^Migration \d+ of \d+$/,
  /^The database is up to date$/,
  /^Avances is ready: http:\/\/localhost:\d+$/,
  /^Open the first account of the Technical Secretariat/,
  /^ {2}http:\/\/localhost:\d+\/es\/invitation#/,
  /^ {2}Its owner signs in as eva@example\.org$/,
  /^No mail leaves this portal/,
  /^To invite people, start it with /,
  /^Ctrl-C stops it/,
  /^Stopping …$/,
];

/** Lines of both outputs as they come; `ready` rejects with all of them when the program ends before it is ready. */
function npmStart(clone: string, settings: Record<string, string>) {
  const { NODE_ENV: _ofTheTests, ...environment } = process.env;
  const start: ChildProcessByStdio<null, Readable, Readable> = spawn(
    "npm",
    ["start", "--", "--empty", "--first-person", "eva@example.org"],
    {
      cwd: clone,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...environment, ...settings },
    },
  );
  const said: string[] = [];
  const ready = new Promise<void>((resolve, reject) => {
    for (const output of [start.stdout, start.stderr]) {
      createInterface(output).on("line", (line) => {
        said.push(line);
        if (line.startsWith("Avances is ready")) resolve();
      });
    }
    start.once("close", () => reject(new Error(said.join("\n"))));
  });
  return { start, said, ready };
}

async function aFreePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
