import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { gunzipSync, gzipSync } from "node:zlib";
import { extract, pack } from "tar-stream";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BackupSource, readBackup, type Takes, writeBackup } from "./index.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "avances-backup-"));
  path = join(folder, "avances.tar.gz");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The cheapest key derivation: its cost is age's business, not this test's. */
const sealedWith = (passphrase: string) => ({ passphrase, workFactor: 4 });

const rows: Readonly<Record<string, readonly Buffer[]>> = {
  person: [Buffer.from("1\tAna\n"), Buffer.from("2\tO'Neill \\\\N\n")],
  empty: [],
  // More than one part, and not compressible.
  large: Array.from({ length: 30 }, () => Buffer.from(`${randomBytes(40_000).toString("hex")}\n`)),
};

/** One of them has no bytes. */
const files: Readonly<Record<string, Buffer>> = {
  "0123456789abcdef0123456789abcdef": Buffer.from("%PDF-1.7"),
  fedcba9876543210fedcba9876543210: Buffer.alloc(0),
};

function source(change: Partial<Record<keyof BackupSource["about"], unknown>> = {}): BackupSource {
  const about = {
    product: "avances",
    format: 2,
    createdAt: "2027-02-10T15:00:00.000Z",
    postgres: "18.4",
    migrations: ["a", "b"],
    tables: Object.keys(rows).map((name) => ({ schema: "app", name, columns: ["id", "name"] })),
    ...change,
  };
  return {
    about: about as BackupSource["about"],
    secrets: { passwordPepper: "the pepper" },
    rowsOf: ({ name }) => ({
      body: (async function* () {
        yield* rows[name] ?? [];
      })(),
      count: () => rows[name]?.length ?? 0,
    }),
    files: async function* () {
      for (const [key, content] of Object.entries(files)) yield { key, content };
    },
    sequences: async () => [{ schema: "app", name: "person_id_seq", value: "2" }],
  };
}

const small = () => source({ tables: [{ schema: "app", name: "person", columns: ["id", "name"] }] });

/** Everything in the file, as text. */
async function contentsOf(file: string, passphrase: string | null) {
  const bodies: Record<string, string> = {};
  const found: Record<string, Buffer> = {};
  const backup = await readBackup(file, passphrase, {
    table: async ({ name }, body) => {
      bodies[name] = (await buffer(body)).toString("latin1");
    },
    file: async (key, content) => {
      found[key] = content;
    },
  });
  return { ...backup, bodies, files: found };
}

function withBit(whole: Buffer, place: number): Buffer {
  const changed = Buffer.from(whole);
  changed[place] = (changed[place] ?? 0) ^ (1 << (place % 8));
  return changed;
}

test.each([null, "correct horse battery"])(
  "what was written is read again, with passphrase %s",
  async (passphrase) => {
    const file = join(folder, "new", "avances.tar.gz");
    await writeBackup(file, passphrase === null ? null : sealedWith(passphrase), source());
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, "new"))).toEqual(["avances.tar.gz"]);
    const { about, secrets, manifest, bodies, files: found } = await contentsOf(file, passphrase);
    expect(found).toEqual(files);
    expect(manifest.files.map(({ key, bytes }) => [key, bytes])).toEqual(
      Object.entries(files).map(([key, content]) => [key, content.length]),
    );
    expect([about.migrations, secrets]).toEqual([["a", "b"], { passwordPepper: "the pepper" }]);
    expect(manifest.tables.map(({ name, rows }) => [name, rows])).toEqual([
      ["person", 2],
      ["empty", 0],
      ["large", 30],
    ]);
    expect(manifest.sequences).toEqual([{ schema: "app", name: "person_id_seq", value: "2" }]);
    for (const [name, pieces] of Object.entries(rows))
      expect(bodies[name]).toBe(Buffer.concat(pieces).toString("latin1"));
  },
  60_000,
);

test("without a passphrase every system opens it; with one, nobody reads it", async () => {
  await writeBackup(path, null, small());
  expect(gunzipSync(readFileSync(path)).includes("the pepper")).toBe(true);
  await writeBackup(join(folder, "sealed"), sealedWith("correct horse battery"), small());
  const sealed = readFileSync(join(folder, "sealed"));
  expect(sealed.toString("latin1")).toMatch(/^age-encryption\.org\/v1\n-> scrypt /);
  expect(sealed.includes("pepper")).toBe(false);
}, 60_000);

test("a changed bit is refused, or changes nothing; a cut file is refused", async () => {
  await writeBackup(path, null, small());
  const [whole, contents] = [readFileSync(path), await contentsOf(path, null)];
  let refused = 0;
  for (let place = 0; place < whole.length; place += 1) {
    writeFileSync(path, withBit(whole, place));
    // Some bytes are never read, for instance the time in gzip's own header.
    const read = await contentsOf(path, null).catch((error: unknown) => error);
    if (!(read instanceof Error)) expect(read, `byte ${place}`).toEqual(contents);
    else {
      expect(read.name, `byte ${place}`).toBe("BackupRefused");
      refused += 1;
    }
  }
  // The time, the system and other marks of gzip's header, and the bits that fill the last byte of each of its blocks.
  expect(refused).toBeGreaterThan(whole.length - 16);
  for (const length of [0, 10, 60, 200, whole.length - 9, whole.length - 1]) {
    writeFileSync(path, whole.subarray(0, length));
    await expect(readBackup(path, null), `cut at ${length}`).rejects.toMatchObject({ name: "BackupRefused" });
  }
}, 60_000);

test("an encrypted one is refused with a wrong passphrase, without one, changed and cut", async () => {
  await writeBackup(path, sealedWith("contrase\u00f1a secreta"), source());
  await expect(readBackup(path, "battery staple")).rejects.toThrow("The passphrase is not the one");
  await expect(readBackup(path, null)).rejects.toThrow("is encrypted: give its passphrase in BACKUP_PASSPHRASE");
  const whole = readFileSync(path);
  for (const changed of [withBit(whole, Math.floor(whole.length / 2)), whole.subarray(0, whole.length - 70_000)]) {
    writeFileSync(path, changed);
    // The same letters, composed differently by another keyboard.
    await expect(readBackup(path, "contrasen\u0303a secreta")).rejects.toThrow("damaged or cut off");
  }
});

test("rows that the taker did not read are noticed", async () => {
  await writeBackup(path, null, source());
  const careless = { table: async () => undefined, file: async () => undefined };
  await expect(readBackup(path, null, careless)).rejects.toThrow("damaged");
});

/** The archive of a backup of one row, changed. */
async function repacked(
  change: (name: string, body: Buffer) => readonly (readonly [string, Buffer])[],
): Promise<string> {
  const other = join(folder, randomBytes(4).toString("hex"));
  await writeBackup(`${other}-before`, null, small());
  const [old, made] = [extract(), pack()];
  old.end(gunzipSync(readFileSync(`${other}-before`)));
  for await (const entry of old)
    for (const [name, body] of change(entry.header.name, await buffer(entry))) made.entry({ name }, body);
  made.finalize();
  writeFileSync(other, gzipSync(await buffer(made)));
  return other;
}

test("a file that is missing, changed, twice, or under a name that leads elsewhere is noticed", async () => {
  const isFile = (name: string) => name.startsWith("files/0");
  const as = (make: (name: string, body: Buffer) => readonly (readonly [string, Buffer])[]) =>
    repacked((name, body) => (isFile(name) ? make(name, body) : [[name, body]]));
  for (const changed of [
    await as(() => []),
    await as((name) => [[name, Buffer.from("else")]]),
    await as((name, body) => [...[[name, body] as const], [name, body]]),
    await as((_name, body) => [["files/../../etc/cron.d/a", body]]),
    await as((name, body) => [[`${name}/a`, body]]),
  ])
    await expect(contentsOf(changed, null)).rejects.toThrow("damaged or cut off");
  const same = await as((name, body) => [[name, body]]);
  expect((await contentsOf(same, null)).files).toEqual(files);
});

test("a backup of before there were files is read", async () => {
  let about = Buffer.alloc(0);
  const older = await repacked((name, body) => {
    if (name.startsWith("files/")) return [];
    if (name === "about.json") {
      about = Buffer.from(body.toString().replace('"format": 2', '"format": 1'));
      return [[name, about]];
    }
    if (name !== "manifest.json") return [[name, body]];
    const { files: _files, ...manifest } = JSON.parse(body.toString());
    const sum = createHash("sha256").update(about).digest("hex");
    return [[name, Buffer.from(JSON.stringify({ ...manifest, about: sum }))]];
  });
  expect(await contentsOf(older, null)).toMatchObject({ about: { format: 1 }, files: {}, manifest: { files: [] } });
});

test("a file that is no backup, and a backup of something else, get different messages", async () => {
  await expect(readBackup(path, null)).rejects.toThrow("There is no file");
  await expect(readBackup(folder, null)).rejects.toThrow("cannot be read");
  writeFileSync(path, "PGDMP");
  await expect(readBackup(path, null)).rejects.toThrow("is not a backup");
  await writeBackup(join(folder, "other"), null, source({ product: "Another" }));
  await expect(readBackup(join(folder, "other"), null)).rejects.toThrow("a backup of Another");
  await writeBackup(join(folder, "newer"), null, source({ format: 3 }));
  await expect(readBackup(join(folder, "newer"), null)).rejects.toThrow("newer Avances");
});

test("what fails half way leaves no file, and an existing one is not overwritten", async () => {
  const breaking = { ...source(), sequences: () => Promise.reject(new Error("the database went away")) };
  await expect(writeBackup(path, null, breaking)).rejects.toThrow("the database went away");
  const gone = { ...source(), rowsOf: () => ({ body: broken(), count: () => 0 }) };
  await expect(writeBackup(path, null, gone)).rejects.toThrow("cut in the middle");
  expect(readdirSync(folder)).toEqual([]);
  writeFileSync(path, "kept");
  await expect(writeBackup(path, null, source())).rejects.toThrow("is there already");
  await expect(writeBackup(join(path, "below"), null, source())).rejects.toThrow("no folder");
  expect(readFileSync(path, "utf8")).toBe("kept");
});

async function* broken(): AsyncGenerator<Buffer> {
  yield Buffer.from("1\n");
  throw new Error("cut in the middle");
}

test("a taker that fails ends the reading with its own words", async () => {
  await writeBackup(path, null, source());
  const fails = () => Promise.reject(new Error("duplicate key"));
  const reads: Takes["table"] = async (_table, rows) => {
    for await (const _row of rows);
  };
  for (const takes of [
    { table: fails, file: async () => undefined },
    { table: reads, file: fails },
  ])
    await expect(readBackup(path, null, takes)).rejects.toThrow("duplicate key");
});
