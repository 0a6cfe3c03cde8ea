import type { Tx } from "@avances/db";
import type { HeldFileRow } from "@avances/db/queries/file-queries";
import {
  listMatterActs,
  listMatterVersions,
  listSeen,
  type MatterRow,
  type TranslationRow,
} from "@avances/db/queries/matter-queries";
import type { Actor } from "@avances/domain/access";
import { speaksFor } from "@avances/domain/network";
import type { Deps } from "#deps.ts";
import { filesOfVersion, matterActView, matterHead, seenView, versionShown, wordsView } from "./matter-view.ts";
import { nameFor } from "./reply-view.ts";

/* Of kinds that sides write: the names of their people are told to their own side and to the Secretariat (`nameFor`). */

/** What is said of every such matter. `translations`, `files`: of any matters. */
export function matterOfSide(
  deps: Pick<Deps, "config">,
  actor: Actor,
  row: MatterRow,
  { translations, files }: { readonly translations: readonly TranslationRow[]; readonly files: readonly HeldFileRow[] },
) {
  const head = matterHead(deps, row);
  const words = wordsView(row, translations);
  return {
    ...head,
    withdrawn: head.withdrawn && {
      ...head.withdrawn,
      byName: nameFor(actor, row.authorCode, head.withdrawn.byName),
    },
    words: {
      ...words,
      // A translation is always signed: where the name is not told, by its side.
      translations: words.translations.map((one) => ({ ...one, byName: nameFor(actor, one.by, one.byName) ?? one.by })),
    },
    files: filesOfVersion(files, row.id, versionShown(row)),
  };
}

/** What was done to it: its versions, who of other sides has had it on screen (null for others than its author), and its record. */
export async function historyOfSide(
  tx: Tx,
  actor: Actor,
  { id, authorCode }: MatterRow,
  files: readonly HeldFileRow[],
) {
  const versions = await listMatterVersions(tx, id);
  const record = await listMatterActs(tx, id);
  const seen = speaksFor(actor, authorCode) ? await listSeen(tx, id) : null;
  return {
    versions: versions.map(({ version, language, subject, body, at, byName }) => ({
      ...{ version, language, subject, body, at: at.toISOString() },
      byName: nameFor(actor, authorCode, byName),
      files: filesOfVersion(files, id, version),
    })),
    seen:
      seen?.map((one) => ({
        ...seenView(one),
        byName: one.participantCode === null ? null : nameFor(actor, one.participantCode, one.byName),
      })) ?? null,
    record: record.map((act) => ({
      ...matterActView(act),
      byName: nameFor(actor, act.participantCode, act.actorName),
    })),
  };
}
