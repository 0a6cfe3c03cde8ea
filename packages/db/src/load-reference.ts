import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { type ArticleHeadings, catalogueFaults, headingFaults, type WholeCatalogue } from "@avances/domain/catalogue";
import {
  type HolidayFile,
  holidayFaults,
  holidaysOf,
  type Participant,
  participantFaults,
  participantsOf,
  type ReferenceData,
  type ReferenceFile,
  referenceFaults,
  referenceOf,
} from "@avances/domain/reference";
import { sql } from "drizzle-orm";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import { catalogueVersion, country, countryGroup, countryGroupMember, holiday, participant } from "./schema/index.ts";

/** Where the domain package keeps the catalogue, its schema and the countries. */
export const catalogueFolder = fileURLToPath(new URL("../../domain/catalogue", import.meta.url));

/** A catalogue that must not be loaded. `faults` names every fault in a sentence each; nothing was changed. */
export class CatalogueFaulty extends Error {
  readonly faults: readonly string[];

  constructor(file: string, faults: readonly string[]) {
    super(
      `${basename(file)} was refused and nothing was changed:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`,
    );
    this.name = "CatalogueFaulty";
    this.faults = faults;
  }
}

export interface LoadedCatalogue {
  readonly catalogue: WholeCatalogue;
  /** Of the content, not of the bytes: white space and line endings do not matter. */
  readonly sha256: string;
}

/** Reads `countries.json` and `population.json` of a catalogue folder. */
export function loadReferenceFile(folder: string = catalogueFolder): ReferenceData {
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8"));
  return referenceOf(read("countries.json"), read("population.json"));
}

/** Reads who takes part in the Network's work from `countries.json` of a catalogue folder. */
function loadParticipants(folder: string): readonly Participant[] {
  return participantsOf(parse(join(folder, "countries.json")) as ReferenceFile);
}

/** Reads `holidays.json` of a catalogue folder, as rows. */
function loadHolidayFile(folder: string): { readonly file: HolidayFile; readonly rows: readonly HolidayRow[] } {
  const file = parse(join(folder, "holidays.json")) as HolidayFile;
  const rows = holidaysOf(file).map(({ country: countryCode, ...day }) => ({
    ...{ countryCode, ...day },
    id: `${countryCode} ${day.day} ${day.name.en}`,
  }));
  return { file, rows };
}

type HolidayRow = typeof holiday.$inferInsert;

/** Reads `articles.json` of a catalogue folder. */
function loadHeadingsFile(folder: string): ArticleHeadings {
  return parse(join(folder, "articles.json")) as ArticleHeadings;
}

/**
 * Reads and checks one catalogue file: first its shape (JSON Schema), then its meaning. Throws `CatalogueFaulty` with every fault.
 * `known` are hashes of contents whose shape was checked before: compiling the schema takes a good part of a start.
 */
export function loadCatalogueFile(
  path: string,
  folder: string = catalogueFolder,
  known: ReadonlySet<string> = new Set(),
): LoadedCatalogue {
  const document: unknown = parse(path);
  const sha256 = hashOf(document);
  const shapeFaults = known.has(sha256) ? [] : faultsOfShape(document, folder);
  if (shapeFaults.length > 0) throw new CatalogueFaulty(path, shapeFaults);
  const catalogue = document as WholeCatalogue;
  const faults = [
    ...catalogueFaults(catalogue, loadReferenceFile(folder)),
    ...headingFaults(catalogue, loadHeadingsFile(folder)),
  ];
  if (`${catalogue.version}.json` !== basename(path))
    faults.push(`version: "${catalogue.version}" is not the name of the file`);
  if (faults.length > 0) throw new CatalogueFaulty(path, faults);
  return { catalogue, sha256 };
}

/**
 * Loads countries, groups, holidays and every catalogue version of the folder into `ref.*`, in the caller's transaction. A version that is
 * already there must be identical; a changed one is refused, because submissions were judged by it.
 */
export async function loadReference(tx: Db, folder: string = catalogueFolder): Promise<void> {
  const files = readdirSync(folder).filter((name) => /^\d{4}\.\d+\.json$/.test(name));
  const stored = await tx
    .select({ version: catalogueVersion.version, sha256: catalogueVersion.sha256 })
    .from(catalogueVersion);
  const known = new Set(stored.map((row) => row.sha256));
  // Skips what an earlier start already checked and wrote.
  const isKnown = files.every((name) => known.has(hashOf(parse(join(folder, name)))));
  const holidays = loadHolidayFile(folder);
  const participants = loadParticipants(folder);
  const held = [
    () => holds(tx, loadReferenceFile(folder)),
    () => holdsDays(tx, holidays.rows),
    () => holdsParticipants(tx, participants),
  ];
  if (isKnown && (await allHeld(held))) return;

  const loaded = files.map((name) => ({
    path: join(folder, name),
    ...loadCatalogueFile(join(folder, name), folder, known),
  }));
  const reference = loadReferenceFile(folder);
  const faults = [...referenceFaults(reference), ...participantFaults(participants)];
  if (faults.length > 0) throw new CatalogueFaulty("countries.json", faults);
  const faultsOfDays = holidayFaults(
    holidays.file,
    reference.countries.map(({ alpha3 }) => alpha3),
  );
  if (faultsOfDays.length > 0) throw new CatalogueFaulty("holidays.json", faultsOfDays);

  const countries = reference.countries.map((each) => ({
    alpha3: each.alpha3,
    name: each.name,
    workingLanguage: each.workingLanguage,
    timeZone: each.timeZone,
    document: each,
  }));
  await tx
    .insert(country)
    .values(countries)
    .onConflictDoUpdate({
      target: country.alpha3,
      set: {
        name: sql`excluded.name`,
        workingLanguage: sql`excluded.working_language`,
        timeZone: sql`excluded.time_zone`,
        document: sql`excluded.document`,
      },
    });
  await tx
    .insert(participant)
    .values([...participants])
    .onConflictDoUpdate({
      target: participant.code,
      set: { kind: sql`excluded.kind`, name: sql`excluded.name`, abbreviation: sql`excluded.abbreviation` },
    });
  const groups = reference.groups.map((each) => ({ code: each.code, name: each.name, document: each }));
  await tx
    .insert(countryGroup)
    .values(groups)
    .onConflictDoUpdate({
      target: countryGroup.code,
      set: { name: sql`excluded.name`, document: sql`excluded.document` },
    });
  await tx.delete(countryGroupMember);
  const countryCodes = new Set(countries.map((each) => each.alpha3));
  const members = reference.groups.flatMap((group) =>
    group.members
      .filter((code) => countryCodes.has(code))
      .map((code) => ({ groupCode: group.code, countryCode: code })),
  );
  await tx.insert(countryGroupMember).values(members);
  await tx.delete(holiday);
  await tx.insert(holiday).values([...holidays.rows]);

  for (const { path, catalogue, sha256 } of loaded) {
    const added = await tx
      .insert(catalogueVersion)
      .values({ version: catalogue.version, sha256, document: catalogue })
      .onConflictDoNothing()
      .returning({ version: catalogueVersion.version });
    if (added.length > 0) continue;
    if (stored.some((row) => row.version === catalogue.version && row.sha256 !== sha256)) {
      throw new CatalogueFaulty(path, [
        `version: ${catalogue.version} is loaded already with other content; a changed catalogue takes a new version`,
      ]);
    }
  }
}

type Db = Pick<NodePgDatabase, "select" | "insert" | "delete">;

/** Does the database hold exactly these countries and groups? */
async function holds(tx: Db, reference: ReferenceData): Promise<boolean> {
  const countries = await tx.select({ code: country.alpha3, document: country.document }).from(country);
  const groups = await tx.select({ code: countryGroup.code, document: countryGroup.document }).from(countryGroup);
  const byCode = (rows: readonly { code: string; document: unknown }[]) =>
    Object.fromEntries(rows.map(({ code, document }) => [code, document]));
  return (
    isDeepStrictEqual(byCode(countries), Object.fromEntries(reference.countries.map((each) => [each.alpha3, each]))) &&
    isDeepStrictEqual(byCode(groups), Object.fromEntries(reference.groups.map((each) => [each.code, each])))
  );
}

async function allHeld(parts: readonly (() => Promise<boolean>)[]): Promise<boolean> {
  for (const isHeld of parts) if (!(await isHeld())) return false;
  return true;
}

/** Does the database know all of these participants by these names? One that is no longer listed stays, because records name it. */
async function holdsParticipants(tx: Db, participants: readonly Participant[]): Promise<boolean> {
  const stored = new Map((await tx.select().from(participant)).map((row) => [row.code, row]));
  return participants.every((one) => isDeepStrictEqual(stored.get(one.code), one));
}

/** Does the database hold exactly these holidays? */
async function holdsDays(tx: Db, rows: readonly HolidayRow[]): Promise<boolean> {
  const stored = await tx.select().from(holiday);
  const byId = (some: readonly HolidayRow[]) => Object.fromEntries(some.map((row) => [row.id, row]));
  return isDeepStrictEqual(byId(stored), byId(rows));
}

function hashOf(document: unknown): string {
  return createHash("sha256").update(JSON.stringify(document)).digest("hex");
}

function parse(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new CatalogueFaulty(path, [`it is not JSON: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

const require = createRequire(import.meta.url);

function faultsOfShape(document: unknown, folder: string): string[] {
  // Imported only for a new catalogue; every other start does without.
  const { Ajv2020 } = require("ajv/dist/2020.js") as typeof import("ajv/dist/2020.js");
  const formatsPlugin = require("ajv-formats") as typeof import("ajv-formats");
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  formatsPlugin.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(join(folder, "catalogue.schema.json"), "utf8")));
  if (validate(document)) return [];
  return (validate.errors ?? []).map((error) => {
    const extra = "additionalProperty" in error.params ? ` "${error.params.additionalProperty}"` : "";
    return `${error.instancePath || "the document"}: ${error.message ?? "does not fit the schema"}${extra}`;
  });
}
