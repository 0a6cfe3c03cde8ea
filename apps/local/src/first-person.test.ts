import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { quickFolder } from "@avances/local-postgres/testing/quick-folder";
import { afterEach, beforeEach, expect, test } from "vitest";
import { askFirstPerson } from "./ask-first-person.ts";

const main = fileURLToPath(new URL("main.ts", import.meta.url));
const password = "nueve barcos salen del puerto";
let home: string;
let port: number;
const running = new Set<ChildProcess>();

beforeEach(async () => {
  home = mkdtempSync(join(quickFolder(), "avances-first-"));
  chmodSync(home, 0o755);
  port = await freePort();
});

afterEach(async () => {
  for (const program of running) await stop(program);
  running.clear();
  rmSync(home, { recursive: true, force: true });
});

async function stop(program: ChildProcess) {
  if (program.exitCode !== null) return;
  program.kill("SIGTERM");
  await once(program, "exit");
}

function start(...args: string[]) {
  const { PATH, HOME } = process.env;
  const program = spawn(process.execPath, [main, ...args], {
    env: { PATH, HOME, PORT: String(port), AVANCES_DATA: join(home, "data") },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(program);
  let said = "";
  program.stdout.on("data", (part) => {
    said += part;
  });
  return {
    program,
    complaint: text(program.stderr),
    /** What the terminal shows once the portal is ready. */
    welcome: async () => {
      while (!said.includes("Ctrl-C stops it")) await once(program.stdout, "data");
      return said;
    },
  };
}

const post = (path: string, body: object) =>
  fetch(`http://localhost:${port}/api/v1${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      origin: `http://localhost:${port}`,
      "x-requested-with": "rcm",
    },
    body: JSON.stringify(body),
  });

test("an empty portal that nobody watches starts without an account, says how to make one, and takes the person who is named then", async () => {
  const alone = start("--empty");
  const waiting = await alone.welcome();
  expect(waiting).toContain("Nobody can sign in yet: it has no account");
  expect(waiting).toContain("--first-person you@example.org");
  expect(waiting).not.toContain("/invitation#");
  const nobody = await post("/session", { email: "ana@example.org", password });
  expect(nobody.status).toBe(401);
  await stop(alone.program);

  const named = start("--empty", "--first-person", "Ana@Example.org", "--name", "Ana Mora", "--language", "en");
  const said = await named.welcome();
  expect(said).toContain("signs in as ana@example.org");
  expect(said).toContain("No mail leaves this portal");
  expect(await follow(said, "ana@example.org")).toMatchObject({
    person: { displayName: "Ana Mora", role: "secretariat", language: "en" },
  });
  await stop(named.program);

  // Ana is gone: the person who runs the machine names somebody else.
  const nextName = ["--name", "Eva Sol", "--language", "en"];
  const added = start("--add-secretariat", "eva@example.org", ...nextName);
  const next = await added.welcome();
  expect(next).toContain("A person was added to the Technical Secretariat (1 written to about it)");
  expect(await follow(next, "eva@example.org")).toMatchObject({
    person: { displayName: "Eva Sol", role: "secretariat", language: "en" },
  });
  await stop(added.program);
  const again = start("--add-secretariat", "eva@example.org", ...nextName);
  expect(await once(again.program, "exit")).toEqual([1, null]);
  expect(await again.complaint).toContain("--add-secretariat eva@example.org: This person can sign in already");
}, 180_000);

/** Opens the account through the link in the terminal, and signs in. */
async function follow(said: string, email: string) {
  const [, token = ""] = /http:\/\/localhost:\d+\/en\/invitation#(\S+)/.exec(said) ?? [];
  expect((await post("/invitations/accept", { token, password })).status).toBe(204);
  return (await post("/session", { email, password })).json();
}

test("at a terminal the first person is asked for, until the address is one", async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const asked = askFirstPerson({ input, output }, new AbortController().signal);
  const answers = ["ana", "ana@example.org", "EN", "Ana Mora"];
  let said = "";
  for await (const part of output) {
    said += part;
    if (/: $/.test(said)) input.write(`${answers.shift()}\n`);
    if (answers.length === 0) break;
  }
  expect(await asked).toEqual({ address: "ana@example.org", displayName: "Ana Mora", language: "en" });
  expect(said).toContain("not one mail address");
});

test.each(["the terminal ends", "the program is asked to stop"])("when %s, the question ends too", async (what) => {
  const [input, output, stop] = [new PassThrough(), new PassThrough(), new AbortController()];
  const asked = askFirstPerson({ input, output }, stop.signal);
  if (what === "the terminal ends") input.end();
  else stop.abort();
  await expect(asked).rejects.toThrow("--first-person");
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port: free } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return free;
}
