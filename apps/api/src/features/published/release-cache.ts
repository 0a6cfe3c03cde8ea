import type { Database } from "@avances/db";
import { currentEdition, type EditionRow, findPayload } from "@avances/db/queries/release-queries";
import type { Catalogue } from "@avances/domain/catalogue";
import type { Country } from "@avances/domain/reference";
import { type Premade, premake } from "#http/premade.ts";
import { editionPayloads } from "./edition-payloads.ts";

type Made = Premade | Promise<Premade | undefined>;

/** The public file of one edition. What is read from it belongs together, also when the next edition comes meanwhile. */
export interface Release {
  /** Undefined before the first publication: then there is the empty file, the same shapes without a row. */
  edition(): Promise<EditionRow | undefined>;
  /** The answer under a key, at once when it is in memory; undefined when there is no such key. */
  get(key: string): Made;
}

/** The public file as bytes in memory. */
export interface ReleaseCache {
  /** Of the newest edition. */
  current(): Release;
  close(): Promise<void>;
}

/** Reads each answer of the current edition once and keeps its bytes; begins anew when an edition is published, also by another instance. */
export function releaseCache(
  db: Pick<Database, "asPublic" | "onEdition">,
  empty: { readonly catalogue: Catalogue; readonly countries: readonly Country[]; readonly demonstration: boolean },
): ReleaseCache {
  const nothingPublished = emptyFile(empty);
  let release = newRelease(db, nothingPublished);
  const close = db.onEdition(() => {
    release = newRelease(db, nothingPublished);
  });
  return { current: () => release, close };
}

function newRelease(db: Pick<Database, "asPublic">, nothingPublished: () => ReadonlyMap<string, Premade>): Release {
  const kept = new Map<string, Made>();
  let edition: Promise<EditionRow | undefined> | undefined;
  const editionNow = () => {
    edition ??= db.asPublic(currentEdition);
    return edition;
  };

  async function load(key: string): Promise<Premade | undefined> {
    const id = (await editionNow())?.id;
    if (id === undefined) return nothingPublished().get(key);
    const found = await db.asPublic((tx) => findPayload(tx, id, key));
    if (!found) return undefined;
    return {
      body: found.body,
      brotli: found.brotli,
      contentType: found.contentType,
      etag: `"${found.hash.slice(0, 22)}-${id}"`,
    };
  }

  return {
    edition: editionNow,
    get(key) {
      const known = kept.get(key);
      if (known) return known;
      const loading = load(key);
      kept.set(key, loading);
      // What failed, or does not exist, is not kept: the next reader asks again.
      loading.then(
        (premade) => (premade ? kept.set(key, premade) : kept.delete(key)),
        () => {
          kept.delete(key);
          edition = undefined;
        },
      );
      return loading;
    },
  };
}

function emptyFile(empty: {
  readonly catalogue: Catalogue;
  readonly countries: readonly Country[];
  readonly demonstration: boolean;
}): () => ReadonlyMap<string, Premade> {
  let file: ReadonlyMap<string, Premade> | undefined;
  return () => {
    file ??= new Map(
      editionPayloads({ ...empty, rounds: [], submissions: [] }).map((payload) => [
        payload.key,
        premake(payload.render(null), payload.contentType),
      ]),
    );
    return file;
  };
}
