import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { acceptSubmission, publishSubmission } from "@avances/contracts";
import { listReports } from "@avances/db/queries/form-queries";
import { currentEdition } from "@avances/db/queries/release-queries";
import { madeForm } from "@avances/db/schema";
import { query } from "@avances/testing/query";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { found } from "#features/shared/allow.ts";
import { growRegion } from "#testing/published/grown-region.ts";
import { agree, aRound, fill, submit } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";
import { answerKeys } from "./put-together.ts";
import { newRelease } from "./release.ts";

/** A process that makes the public file anew may be killed at any moment: readers keep one whole edition, and the next process continues. */
let api: TestApi;
const now = "2027-05-05T16:00:00Z";
const kills = 10;
/** How many forms are made, each in its own transaction, before a build is killed. */
const formsBetween = 8;
const rounds = 12;

const edition = async () => found(await api.db.asPublic(currentEdition)).id;
const made = () => api.db.asPublisher((tx) => tx.$count(madeForm));
/** What a new reader gets: who reported when, and every figure of an indicator. */
async function read(): Promise<string> {
  const release = newRelease(api.deps);
  const answers = await Promise.all([answerKeys.matrix, answerKeys.indicator("TIP-PRO-01")].map(release.text));
  return answers.join("\n");
}

/** A process that makes the file anew by a rule stricter by this much. `stopAfter`: see `testing/published/build-edition.ts`. */
function build(stricterBy: number, stopAfter: string | number = ""): ChildProcess {
  const script = fileURLToPath(new URL("../../../testing/published/build-edition.ts", import.meta.url));
  // Started many times, so Node's compile cache is kept, as `npm start` keeps it.
  const cache = fileURLToPath(new URL("../../../../../node_modules/.cache/node", import.meta.url));
  return spawn(process.execPath, [script, api.databaseUrl, now, String(stricterBy), String(stopAfter)], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  });
}

/** Kills a build at the point where it has stopped. */
async function killed(stricterBy: number, stopAfter: string | number): Promise<void> {
  const child = build(stricterBy, stopAfter);
  const ended = once(child, "exit");
  const said = child.stdout && once(child.stdout, "data");
  // A process that ends by itself prints nothing: its exit code is the better message.
  expect(String(await Promise.race([said, ended]))).toBe("stopped");
  child.kill("SIGKILL");
  expect(await ended).toEqual([null, "SIGKILL"]);
  // Its locks are free once the database has noticed that it is gone.
  await vi.waitFor(async () => expect(await locks()).toBe(0), { timeout: 60_000 });
}

/** Number of locks on forms and editions that are held now. */
async function locks(): Promise<number> {
  const [row] = await query<{ locks: number }>(
    api.ownerUrl,
    "select count(*)::int as locks from pg_locks l join pg_database d on d.oid = l.database where locktype = 'advisory' and datname = current_database()",
  );
  return found(row).locks;
}

beforeAll(async () => {
  api = await startTestApi({ now });
  const params = { submissionId: found((await aRound(api, 2027, ["CRI"])).CRI) };
  await fill(api, "focal_point:CRI", params.submissionId);
  await submit(api, "focal_point:CRI", params.submissionId);
  await api.call(acceptSubmission, { as: "secretariat", params, body: {} });
  await agree(api, "focal_point:CRI", params.submissionId);
  expect((await api.call(publishSubmission, { as: "secretariat", params, body: {} })).status).toBe(200);
  await growRegion(api.ownerUrl, { countries: api.deps.reference.countries.length, rounds });
});
afterAll(() => api.close());

test(`killed ${kills} times while the public file is made anew, there is one whole edition, and nothing is made twice`, async () => {
  const rows = await api.db.asPublisher((tx) => listReports(tx));
  const reports = rows.filter(({ versionId }) => versionId !== null).length;
  const [first, before, already] = [await edition(), await read(), await made()];
  for (let kill = 1; kill <= kills; kill += 1) {
    await killed(2, formsBetween);
    expect([await edition(), await read(), await made()]).toEqual([first, before, already + kill * formsBetween]);
  }
  // Two processes continue it at once, while others read.
  const builders = [build(2), build(2)];
  const ends = Promise.all(builders.map((child) => once(child, "exit")));
  const seen = new Set<string>();
  while (builders.some(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) seen.add(await read());
  expect(await ends).toEqual([
    [0, null],
    [0, null],
  ]);
  const after = await read();
  expect([...seen].filter((text) => text !== before && text !== after)).toEqual([]);
  expect([await edition(), await made()]).toEqual([first + 1, already + reports]);
  expect(after.split('"published"').length).toBeGreaterThan(reports);
}, 600_000);

test("killed while it writes the edition, it has written nothing of it, and the next writes it from what is there", async () => {
  const [first, before, already] = [await edition(), await read(), await made()];
  await killed(4, "edition");
  const forms = await made();
  expect(forms).toBeGreaterThan(already);
  expect([await edition(), await read()]).toEqual([first, before]);
  expect(await once(build(4), "exit")).toEqual([0, null]);
  expect([(await read()) === before, await made()]).toEqual([false, forms]);
  // The transaction that was rolled back used up a number.
  expect(await edition()).toBeGreaterThan(first);
}, 600_000);
