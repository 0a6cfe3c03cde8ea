import type { getFileView as contract, ReplyOf } from "@avances/contracts";
import { type FileRow, findFile } from "@avances/db/queries/file-queries";
import type { Actor } from "@avances/domain/access";
import { mediaTypes } from "@avances/domain/network";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { nameFor } from "#features/shared/reply-view.ts";

/** What a file is. A file that the actor may not read is a missing one. */
export async function getFileView(deps: Pick<Deps, "db">, actor: Actor, id: string): Promise<ReplyOf<typeof contract>> {
  allow(actor, "file.read");
  return fileView(actor, found(await deps.db.asActor(actor, (tx) => findFile(tx, id))));
}

/** As this person may see it: whoever reads what holds the file learns which bytes they are, and not who of another side sent them. */
export function fileView(actor: Actor, row: FileRow): ReplyOf<typeof contract> {
  const { id, name, fileType, bytes, sha256, state, participantCode, uploadedAt, uploadedByName } = row;
  return {
    ...{ id, name, bytes, sha256, state },
    mediaType: mediaTypes[fileType],
    at: uploadedAt.toISOString(),
    byName: nameFor(actor, participantCode, uploadedByName),
  };
}
