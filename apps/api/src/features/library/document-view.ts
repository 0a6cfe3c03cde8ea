import type { DocumentSummary, DocumentView } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { wasSentAlong } from "@avances/db/queries/commitment-queries";
import {
  type DocumentLink,
  type DocumentRow,
  findDocument,
  listDocumentLinks,
} from "@avances/db/queries/document-queries";
import { type HeldFileRow, listFilesOf } from "@avances/db/queries/file-queries";
import {
  listMatterActs,
  listMattersNamed,
  listMatterVersions,
  listSeen,
  listTranslations,
  type TranslationRow,
} from "@avances/db/queries/matter-queries";
import type { Actor } from "@avances/domain/access";
import { speaksFor } from "@avances/domain/network";
import type { Deps } from "#deps.ts";
import { found } from "#features/shared/allow.ts";
import {
  filesOfVersion,
  matterActView,
  matterHead,
  seenView,
  titleView,
  versionShown,
  wordsView,
} from "#features/shared/matter-view.ts";

export type LibraryDeps = Pick<Deps, "db" | "clock" | "config" | "newId" | "catalogues">;

/** A document of a list. `translations`, `files`, `links`: of any documents. */
export function documentSummary(
  deps: Pick<Deps, "config">,
  row: DocumentRow,
  {
    translations,
    files,
    links,
  }: {
    readonly translations: readonly TranslationRow[];
    readonly files: readonly HeldFileRow[];
    readonly links: readonly DocumentLink[];
  },
): DocumentSummary {
  return {
    ...matterHead(deps, row),
    documentKind: row.documentKind,
    links: links.flatMap(({ matterId, kind, code }) => (matterId === row.id ? [{ kind, code }] : [])),
    words: wordsView(row, translations),
    files: filesOfVersion(files, row.id, versionShown(row)),
  };
}

/** A document as this person may see it, or throws `not-found`. */
export async function documentView(
  tx: Tx,
  deps: Pick<Deps, "config">,
  actor: Actor,
  id: string,
): Promise<DocumentView> {
  const row = found(await findDocument(tx, id));
  const translations = await listTranslations(tx, [id]);
  const files = await listFilesOf(tx, { matterIds: [id] });
  const links = await listDocumentLinks(tx, [id]);
  const named = await listMattersNamed(
    tx,
    links.flatMap(({ kind, code }) => (kind === "matter" ? [code] : [])),
  );
  const ofNamed =
    named.length === 0
      ? []
      : await listTranslations(
          tx,
          named.map((one) => one.id),
        );
  const versions = await listMatterVersions(tx, id);
  const record = await listMatterActs(tx, id);
  const isOwn = speaksFor(actor, row.authorCode);
  const seen = isOwn ? await listSeen(tx, id) : null;
  return {
    ...documentSummary(deps, row, { translations, files, links }),
    matters: links.flatMap(({ code }) =>
      named.flatMap((one) =>
        one.id === code
          ? [
              {
                ...{ id: one.id, kind: one.kind, author: one.authorCode, meetingId: one.meetingId },
                ...titleView(one, ofNamed),
              },
            ]
          : [],
      ),
    ),
    versions: versions.map(({ version, language, subject, body, at, byName }) => ({
      ...{ version, language, subject, body, at: at.toISOString(), byName },
      files: filesOfVersion(files, id, version),
    })),
    seen: seen?.map(seenView) ?? null,
    record: record.map(matterActView),
    sentAlong: isOwn ? await wasSentAlong(tx, id) : null,
  };
}
