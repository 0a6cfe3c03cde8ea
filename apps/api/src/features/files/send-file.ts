import { findFile } from "@avances/db/queries/file-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { mediaTypes } from "@avances/domain/network";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { StoredFileReply } from "#http/handler.ts";

/** The bytes of a file, for whoever reads what holds it. A file that the actor may not read, or that never came, is a missing one. */
export async function sendFile(deps: Pick<Deps, "db" | "files">, actor: Actor, id: string): Promise<StoredFileReply> {
  allow(actor, "file.read");
  const { name, fileType, bytes, state, storeKey } = found(await deps.db.asActor(actor, (tx) => findFile(tx, id)));
  if (state !== "stored") throw new DomainError("not-found");
  const opened = await deps.files.store.open(storeKey);
  if (opened?.bytes !== bytes) {
    opened?.content.destroy();
    // Somebody has changed the folder by hand, or it is another portal's: nobody gets something else under this name.
    throw new Error("The bytes of a file are not what its row says");
  }
  return new StoredFileReply(opened.content, { name, mediaType: mediaTypes[fileType], bytes });
}
