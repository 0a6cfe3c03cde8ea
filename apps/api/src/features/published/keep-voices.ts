import type { Tx } from "@avances/db";
import { batchesOf } from "@avances/db/queries/batches";
import {
  listOnPublicMatters,
  listPublicFiles,
  listPublicMatters,
  listPublicStates,
  type PublicState,
} from "@avances/db/queries/public-voice-queries";
import { listParticipants } from "@avances/db/queries/reference-queries";
import { listMadeParts } from "@avances/db/queries/release-queries";
import { articleKey, wholeArticles } from "@avances/domain/catalogue";
import { localDate } from "@avances/domain/round";
import type { Deps } from "#deps.ts";
import { clocksOf } from "#features/shared/clocks.ts";
import { partKeys } from "./country-parts.ts";
import type { Definitions } from "./definitions.ts";
import { type KeptPart, keepContents, keepMade } from "./keep-country.ts";
import { hashOf } from "./made-from.ts";
import { type IsKnown, namedIn, placeOfKind, publicDocument, publicVoice } from "./public-voice.ts";

/** Raise it when `publicVoice`, `publicDocument` or the parts of files make something else of the same rows. */
const voicePrint = "3";

interface PublicThing extends PublicState {
  readonly key: string;
  /** Hash of everything that its part is made from. */
  readonly inputHash: string;
}

/** What is public of what was put before the Network, and which of it has no part yet. Role `app_publisher`. */
interface PublicThings {
  /** The latest first. */
  readonly all: readonly PublicThing[];
  readonly parts: readonly KeptPart[];
  readonly missing: readonly PublicThing[];
  readonly isKnown: IsKnown;
  /** Where on the public pages it stands what is about this (`objective/TIP-O-01`). */
  readonly placesOf: (subject: string) => readonly string[];
}

export async function findVoices(tx: Tx, definitions: Definitions): Promise<PublicThings> {
  const { isKnown, placesOf, mark } = knownIn(definitions);
  const all = (await listPublicStates(tx)).map((one) => ({
    ...one,
    key: one.isDocument ? partKeys.document(one.id) : partKeys.voice(one.id),
    inputHash: hashOf(voicePrint, mark, one.id, one.state),
  }));
  const made: KeptPart[] = [];
  for (const batch of batchesOf(all, 1_000))
    made.push(
      ...(await listMadeParts(
        tx,
        batch.map(({ inputHash }) => inputHash),
      )),
    );
  const there = new Set(made.map(({ key }) => key));
  return {
    ...{ all, isKnown, placesOf },
    parts: made.map(({ key, payloadHash }) => ({ key, payloadHash })),
    missing: all.filter(({ key }) => !there.has(key)),
  };
}

/** What the public may know of, and a mark of it: with other indicators or names of countries, other links are shown. */
function knownIn({
  indicators,
  objectives,
  countries,
  demonstration,
}: Definitions): Pick<PublicThings, "isKnown" | "placesOf"> & { readonly mark: string } {
  const cited = [...objectives, ...indicators.map(({ definition }) => definition)].flatMap(({ articles }) => articles);
  const known = new Set([
    ...indicators.map(({ definition }) => `indicator/${definition.code}`),
    ...objectives.map(({ code }) => `objective/${code}`),
    ...wholeArticles(cited).map((article) => `article/${articleKey(article)}`),
    ...countries.map(({ iso3 }) => `country/${iso3}`),
  ]);
  const citedBy = new Map(objectives.map(({ code, articles }) => [code, articles.map(articleKey)]));
  return {
    isKnown: (kind, code) => known.has(`${kind}/${code}`),
    placesOf(subject) {
      const [kind = "", code = ""] = subject.split("/");
      const place = Object.entries(placeOfKind).find(([one]) => one === kind)?.[1];
      if (place === undefined || !known.has(subject)) return [];
      // An article's page holds the objectives that cite it, and so what is said of them.
      const articles = kind === "objective" ? (citedBy.get(code) ?? []) : [];
      return [`${place}/${code}`, ...articles.map((key) => `${placeOfKind.article}/${key}`)];
    },
    mark: hashOf([...known].sort(), demonstration),
  };
}

const thingsAtOnce = 32;

/** Makes the parts of these, each once for what is public of it now. */
export async function keepVoices(
  tx: Tx,
  deps: Pick<Deps, "config" | "reference">,
  { missing, isKnown }: Pick<PublicThings, "missing" | "isKnown">,
): Promise<readonly KeptPart[]> {
  if (missing.length === 0) return [];
  const [files, participants] = [await listPublicFiles(tx), await listParticipants(tx)];
  const { demonstration } = deps.config;
  const dayOf = (code: string, at: Date) => localDate(at, clocksOf(deps, code));
  const parts: KeptPart[] = [];
  for (const batch of batchesOf(missing, thingsAtOnce)) {
    const ids = batch.map(({ id }) => id);
    const rows = new Map((await listPublicMatters(tx, ids)).map((row) => [row.id, row]));
    const all = await listOnPublicMatters(tx, ids);
    const made = batch.map(({ id, key, inputHash, isDocument }) => {
      const row = rows.get(id);
      if (row === undefined) throw new Error(`${key} is not public any more`);
      const from = { row, all, files, demonstration, dayOf, isKnown };
      const one = isDocument ? publicDocument(from) : publicVoice(from);
      const named = new Set(namedIn(one));
      const content: VoicePart = { one, participants: participants.filter(({ code }) => named.has(code)) };
      return { key, inputHash, content: JSON.stringify(content) };
    });
    parts.push(...(await keepMade(tx, made)));
  }
  return parts;
}

/** The part of one: what everybody reads of it, and the names of those who are named in it. */
export interface VoicePart {
  readonly one: ReturnType<typeof publicVoice> | ReturnType<typeof publicDocument>;
  readonly participants: Awaited<ReturnType<typeof listParticipants>>;
}

/** Where the bytes of a file are, and what they are. */
export type FilePart = Pick<
  Awaited<ReturnType<typeof listPublicFiles>>[number],
  "storeKey" | "name" | "fileType" | "bytes" | "sha256"
>;

/** The lists: what stands where, and which files everybody may fetch. `known`: the parts of the edition before. */
export async function keepLists(
  tx: Tx,
  { all, placesOf }: Pick<PublicThings, "all" | "placesOf">,
  known: ReadonlyMap<string, KeptPart>,
): Promise<readonly KeptPart[]> {
  const places = new Map<string, string[]>();
  for (const { id, subjects } of all)
    for (const place of new Set(subjects.flatMap(placesOf))) places.set(place, [...(places.get(place) ?? []), id]);
  const sorted = [...places].sort(([one], [other]) => (one < other ? -1 : 1));
  const files = new Map(
    (await listPublicFiles(tx)).map(({ id, storeKey, name, fileType, bytes, sha256 }): [string, FilePart] => [
      id,
      { storeKey, name, fileType, bytes, sha256 },
    ]),
  );
  const documents = all.filter(({ isDocument }) => isDocument).map(({ id }) => id);
  return keepContents(
    tx,
    [
      [partKeys.voices, JSON.stringify(Object.fromEntries(sorted.map(([place, ids]) => [place, ids.length])))],
      [partKeys.documents, JSON.stringify(documents)],
      ...sorted.map(([place, ids]) => [partKeys.voicesOf(place), JSON.stringify(ids)] as const),
      ...[...files].map(([id, file]) => [partKeys.file(id), JSON.stringify(file)] as const),
    ],
    known,
  );
}
