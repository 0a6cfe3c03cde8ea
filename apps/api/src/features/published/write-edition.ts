import { createHash } from "node:crypto";
import type { Tx } from "@avances/db";
import {
  currentEdition,
  insertEdition,
  insertEditionEntries,
  insertHiddenCells,
  insertPayloads,
  listEditionEntries,
  lockPublication,
} from "@avances/db/queries/release-queries";
import type { Deps } from "#deps.ts";
import { premake } from "#http/premade.ts";
import { type PublicSubmission, toPublicSubmissions } from "./edition-input.ts";
import { editionPayloads } from "./edition-payloads.ts";
import { isReleased } from "./index-rows.ts";
import { madeFrom } from "./made-from.ts";
import { readReports } from "./read-reports.ts";

/**
 * Makes the public file anew from every public version and writes it as one more edition. Runs as `app_publisher` in the transaction of the
 * act that made it necessary.
 */
export async function writeEdition(
  tx: Tx,
  deps: Pick<Deps, "catalogues" | "reference" | "config">,
  now: Date,
): Promise<void> {
  await lockPublication(tx);
  await (await makeEdition(tx, deps, now)).write();
}

/** An edition that is made and not written. */
export interface MadeEdition {
  /** Does it say something else than the one that the public reads? */
  readonly isNew: boolean;
  /** Writes it as one more edition. An answer that did not change keeps its bytes, and so the number of the edition in which it last changed. */
  write(): Promise<void>;
}

/** What the public file would be now: suppression, index and contents are computed here, once. The caller holds the lock of publication. */
export async function makeEdition(
  tx: Tx,
  deps: Pick<Deps, "catalogues" | "reference" | "config">,
  now: Date,
): Promise<MadeEdition> {
  const { current } = deps.catalogues;
  const { countries } = deps.reference;
  const { versions, rounds, expected, catalogueOf, hidingOrder } = await readReports(tx, deps, now, countries);
  const submissions = toPublicSubmissions(catalogueOf, expected, hidingOrder);
  const payloads = editionPayloads({
    catalogue: current,
    countries,
    demonstration: deps.config.demonstration,
    rounds,
    submissions,
  });
  const before = await currentEdition(tx);
  const known = new Map(
    before ? (await listEditionEntries(tx, before.id)).map(({ key, payloadHash }) => [key, payloadHash] as const) : [],
  );
  const entries = payloads.map((payload) => ({ ...payload, hash: sha256(`${payload.key}\n${payload.content}`) }));
  const changed = entries.filter((entry) => known.get(entry.key) !== entry.hash);
  const write = async () => {
    const id = await insertEdition(tx, {
      publishedAt: now,
      catalogueVersion: current.version,
      threshold: current.suppression.threshold,
      algorithm: madeFrom(deps),
      inputHash: sha256(versions.map(({ version }) => version.contentHash).join("\n")),
    });
    const edition = {
      id,
      publishedAt: now.toISOString(),
      catalogueVersion: current.version,
      demonstration: deps.config.demonstration,
    };
    await insertPayloads(
      tx,
      changed.map((entry) => {
        const { body, brotli, contentType } = premake(entry.render(edition), entry.contentType);
        return { hash: entry.hash, contentType, body, brotli };
      }),
    );
    await insertEditionEntries(
      tx,
      entries.map(({ key, hash }) => ({ editionId: id, key, payloadHash: hash })),
    );
    await insertHiddenCells(tx, hiddenCellsOf(submissions));
  };
  return { isNew: changed.length > 0 || known.size !== entries.length, write };
}

function hiddenCellsOf(submissions: readonly PublicSubmission[]) {
  return submissions
    .filter(isReleased)
    .flatMap(({ country, roundYear, release }) =>
      [...release.submission.hiddenCells].map((cellId) => ({ countryCode: country, year: roundYear, cellId })),
    );
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
