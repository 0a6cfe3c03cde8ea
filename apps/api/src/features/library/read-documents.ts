import type { listDocuments as contract, DocumentView, QueryOf, ReplyOf } from "@avances/contracts";
import {
  countDocuments,
  listDocumentLinks,
  listDocuments as selectDocuments,
} from "@avances/db/queries/document-queries";
import { listFilesOf } from "@avances/db/queries/file-queries";
import { listTranslations } from "@avances/db/queries/matter-queries";
import type { Actor } from "@avances/domain/access";
import { allow } from "#features/shared/allow.ts";
import { onPage } from "#features/shared/list-pages.ts";
import { documentSummary, documentView, type LibraryDeps } from "./document-view.ts";

/** The documents that this person may read, searched and page by page. */
export async function listDocuments(
  deps: LibraryDeps,
  actor: Actor,
  { q = "", meeting, kind, visibility, about, page: asked = 1 }: QueryOf<typeof contract>,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "network.read");
  return deps.db.asActor(actor, async (tx) => {
    const filter = { words: q.trim(), meetingId: meeting, documentKind: kind, visibility, about };
    const count = await countDocuments(tx, filter);
    const { rows, total, page } = await onPage(asked, count, (part) => selectDocuments(tx, filter, part));
    const matterIds = rows.map(({ id }) => id);
    const translations = await listTranslations(tx, matterIds);
    const files = await listFilesOf(tx, { matterIds });
    const links = await listDocumentLinks(tx, matterIds);
    const on = { translations, files, links };
    return { documents: rows.map((row) => documentSummary(deps, row, on)), total, page };
  });
}

/** One document, with its versions and what was done to it. */
export async function getDocument(deps: LibraryDeps, actor: Actor, matterId: string): Promise<DocumentView> {
  allow(actor, "network.read");
  return deps.db.asActor(actor, (tx) => documentView(tx, deps, actor, matterId));
}
