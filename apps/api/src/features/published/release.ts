import type { Database } from "@avances/db";
import { currentEdition, type EditionRow, newestEdition } from "@avances/db/queries/release-queries";
import type { Deps } from "#deps.ts";
import { inTurns } from "#http/in-turns.ts";
import { type Premade, premakeAside } from "#http/premade.ts";
import { ProtocolError } from "#http/problem-details.ts";
import { definitionsOf } from "./definitions.ts";
import {
  type EditionSource,
  type KnownReports,
  type SaidBeside,
  type StoredEdition,
  storedEdition,
  type Told,
} from "./edition-source.ts";
import { keptAnswers, type Made } from "./kept-answers.ts";
import { memoryEdition } from "./memory-edition.ts";
import type { Pieces } from "./public-answers.ts";
import { isOneOfMany, piecesOf, type ViewOf } from "./put-together.ts";

/** The public file of one edition. Everything read from one release belongs together, even if the next edition is published meanwhile. */
export interface Release {
  /** Undefined before the first publication (answers then have the same shape and no rows), and while there is only another release's edition. */
  edition(): Promise<EditionRow | undefined>;
  /** The parts from which answers are put together. Refuses with `unavailable` while an older release's edition is being replaced. */
  source(): Promise<EditionSource>;
  /** What it has read of who reported when, so that the next release need not read the same again. Empty if it has read nothing yet. */
  reports(): Promise<KnownReports>;
  /** When the edition was published in which this last changed; null before the first publication. */
  changedOn(told: Told | SaidBeside): Promise<Date | null>;
  /** The answer under a key, at once if it is in memory; undefined when there is no such key. */
  get(key: string): Made;
  /** The same as text, for code that makes something else from it: not compressed, not cached. */
  text(key: string): Promise<string | undefined>;
}

/** Most bytes of answers kept in memory; the oldest are dropped first. */
const mostBytes = 96 * 1024 * 1024;
/** Of those of which there are many (see `isOneOfMany`): they push out only each other. */
const mostBytesOfMany = 24 * 1024 * 1024;

interface Read {
  readonly row: EditionRow | undefined;
  readonly source: StoredEdition | null;
  /** True: nothing was ever published. False without a row: the only edition was written by another release. */
  readonly isEmpty: boolean;
}

type Need = Pick<Deps, "catalogues" | "reference" | "config"> & { readonly db: Pick<Database, "asPublic"> };

/** Reads the current edition on the first request, puts each answer together once, and keeps its bytes. `known`: see `Release.reports`. */
export function newRelease(deps: Need, known?: KnownReports): Release {
  const { db, catalogues, reference } = deps;
  const [lasting, many] = [keptAnswers(mostBytes), keptAnswers(mostBytesOfMany)];
  let reading: Promise<Read> | undefined;

  async function readOnce(): Promise<Read> {
    // In this order: an edition published between the two queries is then found, not mistaken for none.
    const newest = await db.asPublic(newestEdition);
    const row = newest === undefined ? undefined : await db.asPublic(currentEdition);
    if (row !== undefined) return { row, source: await storedEdition(db, row, known), isEmpty: false };
    return { row, source: null, isEmpty: newest === undefined };
  }

  const read = () => {
    if (reading !== undefined) return reading;
    const mine = readOnce();
    reading = mine;
    // A failure, or an edition that cannot be read yet, is forgotten, so that the next reader asks again. That there was none is remembered:
    // what is read from one release belongs together.
    const forget = () => {
      if (reading === mine) reading = undefined;
    };
    mine.then(({ source, isEmpty }) => {
      if (source === null && !isEmpty) forget();
    }, forget);
    return mine;
  };

  async function source(): Promise<EditionSource> {
    const { source: stored, isEmpty } = await read();
    if (stored !== null) return stored;
    if (!isEmpty) throw new ProtocolError("unavailable");
    return memoryEdition(catalogues.current, definitionsOf(deps, reference.countries), [], []);
  }

  async function pieces(key: string): Promise<Pieces | undefined> {
    const [{ source: stored }, edition] = await Promise.all([read(), source()]);
    const { catalogueVersion, demonstration } = edition.definitions;
    const viewOf: ViewOf = async (told) => {
      if (stored === null) return null;
      const { id, publishedAt } = await stored.sinceOf(told);
      return { id, publishedAt: publishedAt.toISOString(), catalogueVersion, demonstration };
    };
    return piecesOf(edition, viewOf, key);
  }

  async function load(key: string): Promise<Premade | undefined> {
    const answer = await pieces(key);
    return answer === undefined ? undefined : premakeAside(await bytesOf(answer), "application/json; charset=utf-8");
  }

  return {
    edition: async () => (await read()).row,
    reports: async () => (await reading?.catch(() => undefined))?.source?.reports ?? new Map(),
    source,
    changedOn: async (told) => (await (await read()).source?.sinceOf(told))?.publishedAt ?? null,
    text: async (key) => (await pieces(key))?.join(""),
    get(key) {
      const kept = isOneOfMany(key) ? many : lasting;
      const known = kept.get(key);
      if (known) return known;
      const loading = load(key);
      kept.wait(key, loading);
      // A failure, or an answer that does not exist, is not kept: the next reader asks again.
      loading.then(
        (premade) => (premade ? kept.keep(key, premade) : kept.forget(key)),
        () => kept.forget(key),
      );
      return loading;
    },
  };
}

/** The same pieces as bytes, one after the other. */
async function bytesOf(pieces: Pieces): Promise<Buffer> {
  let length = 0;
  await inTurns(pieces, (piece) => {
    length += Buffer.byteLength(piece);
  });
  const bytes = Buffer.allocUnsafeSlow(length);
  let written = 0;
  await inTurns(pieces, (piece) => {
    written += bytes.write(piece, written);
  });
  return bytes;
}
