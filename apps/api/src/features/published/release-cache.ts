import type { Database } from "@avances/db";
import { currentEdition, findPayload } from "@avances/db/queries/release-queries";
import type { Catalogue } from "@avances/domain/catalogue";
import type { Country } from "@avances/domain/reference";
import { type Premade, premake } from "#http/premade.ts";
import { editionPayloads } from "./edition-payloads.ts";

/** The public file as bytes in memory. */
export interface ReleaseCache {
  /** The answer under a key of the current edition, at once when it is in memory; undefined when there is no such key. */
  get(key: string): Premade | Promise<Premade | undefined>;
  close(): Promise<void>;
}

/**
 * Reads each answer of the current edition once and keeps its bytes; forgets them all when an edition is published, also by another
 * instance. Before the first publication it answers with the empty file: the same shapes without a row.
 */
export function releaseCache(
  db: Pick<Database, "asPublic" | "onEdition">,
  empty: { readonly catalogue: Catalogue; readonly countries: readonly Country[]; readonly demonstration: boolean },
): ReleaseCache {
  let generation = new Map<string, Premade | Promise<Premade | undefined>>();
  let edition: Promise<number | undefined> | undefined;
  const nothingPublished = emptyFile(empty);

  const end = db.onEdition(() => {
    generation = new Map();
    edition = undefined;
  });

  async function load(key: string): Promise<Premade | undefined> {
    edition ??= db.asPublic(currentEdition).then((row) => row?.id);
    const id = await edition;
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
    get(key) {
      const kept = generation.get(key);
      if (kept) return kept;
      const mine = generation;
      const loading = load(key);
      mine.set(key, loading);
      // What failed, or does not exist, is not kept: the next reader asks again.
      loading.then(
        (premade) => (premade ? mine.set(key, premade) : mine.delete(key)),
        () => {
          mine.delete(key);
          edition = undefined;
        },
      );
      return loading;
    },
    close: end,
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
