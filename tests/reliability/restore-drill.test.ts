import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { addAccount, goodPassword } from "@avances/api/testing/add-account";
import { addFile } from "@avances/api/testing/add-file";
import { fetchAsDescribed } from "@avances/api/testing/as-described";
import { agree, aRound, fill, submit } from "@avances/api/testing/reporting-round";
import { startTestApi, type TestApi } from "@avances/api/testing/start-test-api";
import { acceptSubmission, listPublicIndicators, publishSubmission } from "@avances/contracts";
import { makePdf } from "@avances/files/testing/good-files";
import { readKeepingConfig } from "@avances/local/backup/keeping-config";
import { makeBackup } from "@avances/local/backup/make-backup";
import { restoreBackup } from "@avances/local/backup/restore-backup";
import { databaseUrl, ensureDatabase, findServerOfFolder, loadSecrets } from "@avances/local-postgres";
import { quickFolder } from "@avances/local-postgres/testing/quick-folder";
import { testClient } from "@avances/testing";
import { afterAll, beforeAll, expect, test } from "vitest";

const programs = fileURLToPath(new URL("../../apps/local/src/", import.meta.url));
const passphrase = "cuatro garzas cruzan la bahía";
const email = "ana@example.org";

let api: TestApi;
let home: string;
let port: number;
let file: string;
/** A file that the secretary added. */
let fileId: string;
const document = makePdf();
/** The restored portal, on its own PostgreSQL server. */
let portal: ChildProcess | undefined;
let restored: string;

/** Runs a program of the product to its end; returns its output and exit code. */
async function run(program: "backup" | "restore", args: readonly string[], settings: Record<string, string>) {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [join(programs, "bin", `${program}.ts`), ...args], {
    cwd: home,
    env: { PATH, HOME, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { said: `${out}${err}`, code: code as number };
}

const now = new Date("2027-03-01T12:00:00Z");
const log = () => undefined;
const restore = (path: string, env: Record<string, string>) =>
  restoreBackup(readKeepingConfig(env), { path, now, log });

/** The settings of the source: a deployment, with its secrets in the environment. */
function deployment(ownerUrl = api.ownerUrl, url = api.databaseUrl): Record<string, string> {
  const { jwtKey, ticketKey, deviceKey, passwordPepper } = api.deps.config.secrets;
  const secrets = { JWT_KEY: jwtKey, TICKET_KEY: ticketKey, DEVICE_KEY: deviceKey, PASSWORD_PEPPER: passwordPepper };
  return { DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: url, FILES_DIR: api.deps.config.filesDir, ...secrets };
}

beforeAll(async () => {
  home = mkdtempSync(join(quickFolder(), "avances-drill-"));
  chmodSync(home, 0o755);
  port = await aFreePort();
  api = await startTestApi();
  const ids = await aRound(api, 2027, ["CRI", "PAN"]);
  const secretary = await addAccount(api, { role: "secretariat", email });
  for (const [country, submissionId] of Object.entries(ids)) {
    await fill(api, `focal_point:${country}`, submissionId, { seed: country.charCodeAt(0) });
    await submit(api, `focal_point:${country}`, submissionId);
    const act = { as: "secretariat", params: { submissionId }, body: {} } as const;
    expect((await api.call(acceptSubmission, act)).status).toBe(200);
    await agree(api, `focal_point:${country}`, submissionId);
    expect((await api.call(publishSubmission, act)).status).toBe(200);
  }
  fileId = await addFile(api, secretary, { name: "Avances.pdf", content: document });
  file = join(home, "kept", "portal.age");
  const made = await run("backup", [file], { ...deployment(), BACKUP_PASSPHRASE: passphrase });
  expect(made, made.said).toMatchObject({ code: 0 });
  restored = join(home, "data");
  const done = await run("restore", [file], { AVANCES_DATA: restored, BACKUP_PASSPHRASE: passphrase });
  expect(done.said).toMatch(/Restored: as of .* schema \d+; \d+ policies of row-level security stand/);
  expect(done.code, done.said).toBe(0);
  portal = await startPortal();
}, 300_000);

afterAll(async () => {
  await stopPortal();
  await api?.close();
  rmSync(home, { recursive: true, force: true });
});

async function startPortal(): Promise<ChildProcess> {
  const { PATH, HOME } = process.env;
  const program = spawn(process.execPath, [join(programs, "main.ts"), "--empty"], {
    env: { PATH, HOME, PORT: String(port), AVANCES_DATA: restored, AVANCES_CLOCK: "2027-03-01T15:00:00Z" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  program.stderr.on("data", (part) => {
    said += part;
  });
  const ended = once(program, "exit").then(() => Promise.reject(new Error(said)));
  ended.catch(() => undefined);
  while (!said.includes("Ctrl-C stops it")) said += String(await Promise.race([once(program.stdout, "data"), ended]));
  return program;
}

async function stopPortal(): Promise<void> {
  if (!portal || portal.exitCode !== null) return;
  portal.kill("SIGTERM");
  await once(portal, "exit");
}

test("everything the public reads is what it was, to the byte and with the same ETag", async () => {
  const { indicators } = (await api.call(listPublicIndicators)).body;
  const paths = [
    ...["indicators", "matrix", "index", "data.csv", "data.csv?excel=es", "index.csv", "index.csv?excel=en"],
    ...indicators.map(({ code }) => `indicators/${code}`),
    ...api.deps.reference.countries.map(({ alpha3 }) => `countries/${alpha3}`),
  ].map((path) => `/api/v1/public/${path}`);
  expect(paths.length).toBeGreaterThan(70);
  for (const url of paths) {
    const before = await api.app.inject({ url, headers: { "accept-encoding": "identity" } });
    const after = await fetchAsDescribed(`http://localhost:${port}${url}`, {
      headers: { "accept-encoding": "identity" },
    });
    expect([after.status, after.headers.get("etag")], url).toEqual([200, before.headers.etag]);
    expect(Buffer.from(await after.arrayBuffer()).equals(before.rawPayload), url).toBe(true);
  }
});

test("people sign in with the same password as before and read their files to the byte; earlier sessions are over", async () => {
  const headers = {
    "content-type": "application/json",
    origin: `http://localhost:${port}`,
    "x-requested-with": "rcm",
  };
  const session = (password: string) =>
    fetchAsDescribed(`http://localhost:${port}/api/v1/session`, {
      method: "POST",
      headers,
      body: JSON.stringify({ email, password }),
    });
  const signedIn = await session(goodPassword);
  expect([signedIn.status, await signedIn.json()]).toMatchObject([200, { person: { role: "secretariat" } }]);
  const cookies = signedIn.headers.getSetCookie().map((each) => each.split(";")[0]);
  const read = await fetchAsDescribed(`http://localhost:${port}/api/v1/files/${fileId}/content`, {
    headers: { ...headers, cookie: cookies.join("; ") },
  });
  expect([read.status, read.headers.get("content-disposition")]).toEqual([
    ...[200, expect.stringMatching(/^attachment; .*Avances\.pdf$/)],
  ]);
  expect(Buffer.from(await read.arrayBuffer()).equals(document)).toBe(true);
  expect((await session("another password than that")).status).toBe(401);
  const { cookie } = await api.person("secretariat");
  const before = await fetchAsDescribed(`http://localhost:${port}/api/v1/people`, { headers: { ...headers, cookie } });
  expect(before.status).toBe(401);
});

test("every policy, owner and right is there, as many as before", async () => {
  const there = await wallsOf(databaseUrl(adminUrl(), "avances"), "app");
  expect(there).toEqual(await wallsOf(api.ownerUrl, "app"));
  expect(there?.policies).toBeGreaterThanOrEqual(55);
});

/** Superuser's address of the server on which the restored portal runs. */
function adminUrl(): string {
  const server = findServerOfFolder(restored);
  if (server.state !== "running") throw new Error("The restored portal does not run");
  return server.adminUrl;
}

async function wallsOf(url: string, prefix: string) {
  const client = testClient({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ policies: number; forced: number; rights: number; owners: string[] }>(
      `select (select count(*)::int from pg_policies) as policies,
        (select count(*)::int from pg_class where relforcerowsecurity) as forced,
        (select count(*)::int from information_schema.column_privileges where grantee ~ ('^' || $1 || '_')) as rights,
        (select array_agg(distinct replace(tableowner, $1, '')) from pg_tables
          where schemaname in ('app', 'auth', 'ref', 'release')) as owners`,
      [prefix],
    );
    return rows[0];
  } finally {
    await client.end();
  }
}

test("a backup of the running portal goes into a database of one's own, whose secrets must be those of the backup", async () => {
  const plain = join(home, "plain.tar.gz");
  const made = await run("backup", [plain], { AVANCES_DATA: restored });
  expect(made.code, made.said).toBe(0);
  expect(made.said).toContain("WARNING: this file is not encrypted");
  expect(statSync(plain).mode & 0o777).toBe(0o600);

  const ownerUrl = await ensureDatabase(adminUrl(), "second");
  const url = Object.assign(new URL(ownerUrl), { username: "second_login", password: "test-only" }).href;
  const target = { ...deployment(ownerUrl, url), FILES_DIR: join(home, "second files") };
  const strange = restore(plain, { ...target, PASSWORD_PEPPER: "x".repeat(43) });
  await expect(strange).rejects.toThrow("PASSWORD_PEPPER in the environment is not what the backup has");
  expect(await restore(plain, target)).toMatchObject({ heldMails: 0 });
  expect(await wallsOf(ownerUrl, "second")).toEqual(await wallsOf(api.ownerUrl, "app"));
  expect(filesIn(target.FILES_DIR)).toEqual(filesIn(api.deps.config.filesDir));
  expect(filesIn(target.FILES_DIR).map(({ content }) => content)).toEqual([document.toString("latin1")]);
  await expect(restore(plain, target)).rejects.toThrow("is not empty");

  const env = join(home, "env");
  const told = await run("restore", [plain, "--secrets-to", env], {});
  expect(told.said).toContain("The backup is whole");
  expect(readFileSync(env, "utf8")).toContain(`PASSWORD_PEPPER=${api.deps.config.secrets.passwordPepper}\n`);
  expect(statSync(env).mode & 0o777).toBe(0o600);
}, 120_000);

test("nothing is overwritten, and an incomplete file is not restored", async () => {
  const whole = readFileSync(join(home, "plain.tar.gz"));
  const broken = join(home, "broken");
  const target = { AVANCES_DATA: join(home, "other") };
  await expect(restore(file, target)).rejects.toThrow("This backup is encrypted");
  await expect(restore(join(home, "none"), target)).rejects.toThrow("There is no file");
  const middle = Math.floor(whole.length / 2);
  const flipped = Buffer.from(whole);
  flipped.writeUInt8(flipped.readUInt8(middle) ^ 1, middle);
  for (const bytes of [whole.subarray(0, whole.length - 1000), flipped]) {
    writeFileSync(broken, bytes);
    await expect(restore(broken, target)).rejects.toThrow("damaged or cut off");
  }
  expect(readdirSync(home)).not.toContain("other");
  const plain = join(home, "plain.tar.gz");
  await expect(restore(plain, { AVANCES_DATA: restored })).rejects.toThrow("is already in use by Avances");
  // The secrets of another instance, whose database is elsewhere.
  loadSecrets(join(home, "strange"));
  const elsewhere = { AVANCES_DATA: join(home, "strange"), DATABASE_OWNER_URL: databaseUrl(adminUrl(), "third") };
  await expect(restore(plain, elsewhere)).rejects.toThrow("holds the secrets of another instance");
}, 120_000);

test("a file that is lost or changed is told, and is left out only when that is asked for", async () => {
  const own = { ...deployment(), FILES_DIR: join(home, "own files") };
  cpSync(api.deps.config.filesDir, own.FILES_DIR, { recursive: true });
  const [{ path = "" } = {}] = filesIn(own.FILES_DIR);
  const made = (name: string, withoutLostFiles = false) =>
    makeBackup(readKeepingConfig(own), { path: join(home, name), now, log, withoutLostFiles });
  writeFileSync(join(own.FILES_DIR, path), document.toString("latin1").replace("Catalog", "CATALOG"));
  await expect(made("changed")).rejects.toThrow(`(${fileId}): set FILES_DIR to the folder of the portal`);
  rmSync(join(own.FILES_DIR, path));
  await expect(made("lost")).rejects.toThrow("Of 1 file that people added, 1 is not in");
  expect(readdirSync(home)).not.toContain("changed");
  const kept = await made("without", true);
  expect([kept.lost, kept.manifest.files]).toEqual([[fileId], []]);
}, 120_000);

test("a folder with files of another portal is never added to, and a restore that fails leaves none", async () => {
  const plain = join(home, "plain.tar.gz");
  const ownerUrl = await ensureDatabase(adminUrl(), "fourth");
  const url = Object.assign(new URL(ownerUrl), { username: "fourth_login", password: "test-only" }).href;
  const target = { ...deployment(ownerUrl, url), FILES_DIR: join(home, "fourth files") };
  const strange = join(target.FILES_DIR, "ab", "ab".repeat(16));
  mkdirSync(dirname(strange), { recursive: true });
  writeFileSync(strange, "a");
  await expect(restore(plain, target)).rejects.toThrow("holds files of another portal");
  rmSync(strange);
  // Something stands where the file is to go: the rows, which came before it, are not kept either.
  writeFileSync(join(target.FILES_DIR, "incoming"), "a");
  await expect(restore(plain, target)).rejects.toThrow("cannot be read or written (EEXIST)");
  rmSync(join(target.FILES_DIR, "incoming"));
  expect(filesIn(target.FILES_DIR)).toEqual([]);
  expect(await restore(plain, target)).toMatchObject({ heldMails: 0 });
  expect(filesIn(target.FILES_DIR)).toHaveLength(1);
}, 120_000);

test("a stopped portal is backed up too, and stays stopped", async () => {
  await stopPortal();
  const made = await run("backup", [], { AVANCES_DATA: restored });
  expect(made.code, made.said).toBe(0);
  const [name = ""] = readdirSync(join(home, "backups"));
  expect(name).toMatch(/^avances-\d{4}-\d\d-\d\d-\d{6}\.tar\.gz$/);
  expect(findServerOfFolder(restored).state).toBe("stopped");
  const used = restore(join(home, "backups", name), { AVANCES_DATA: restored });
  await expect(used).rejects.toThrow("is not empty");
}, 120_000);

test("the programs say what they need", async () => {
  for (const program of ["backup", "restore"] as const) {
    const help = await run(program, ["--help"], {});
    expect([help.code, help.said]).toEqual([0, expect.stringContaining("BACKUP_PASSPHRASE_FILE")]);
  }
  const unknown = await run("restore", ["--unknown"], {});
  expect([unknown.code, unknown.said.trim()]).toEqual([1, expect.stringMatching(/^Not understood: --unknown.*$/)]);
  const keep = (env: Record<string, string>) =>
    makeBackup(readKeepingConfig(env), { path: join(home, "no"), now, log });
  await expect(keep({ AVANCES_DATA: join(home, "none") })).rejects.toThrow("There is no database in");
  expect(() => readKeepingConfig({ BACKUP_PASSPHRASE: "short" })).toThrow("BACKUP_PASSPHRASE: is too short");
  expect(() => readKeepingConfig({ TICKET_KEY: "k".repeat(43) })).toThrow("PASSWORD_PEPPER: is missing");
  const weak = keep({ ...deployment(), DATABASE_OWNER_URL: api.databaseUrl });
  await expect(weak).rejects.toThrow("name a superuser in DATABASE_OWNER_URL");
  const bare = keep({ DATABASE_OWNER_URL: api.ownerUrl, AVANCES_DATA: join(home, "none") });
  await expect(bare).rejects.toThrow("The secrets of the portal are neither");
  expect(readdirSync(home)).not.toContain("no");
}, 120_000);

/** Every file of a store, with its bytes. */
function filesIn(folder: string) {
  const found = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
  return found.sort().map((path) => ({ path, content: readFileSync(join(folder, path), "latin1") }));
}

async function aFreePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
