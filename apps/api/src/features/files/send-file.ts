import { findFile } from "@avances/db/queries/file-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { openStored } from "#features/shared/open-stored.ts";
import type { StoredFileReply } from "#http/handler.ts";

/** The bytes of a file, for whoever reads what holds it. A file that the actor may not read, or that never came, is a missing one. */
export async function sendFile(
  deps: Pick<Deps, "db" | "files" | "log">,
  actor: Actor,
  id: string,
): Promise<StoredFileReply> {
  allow(actor, "file.read");
  const row = found(await deps.db.asActor(actor, (tx) => findFile(tx, id)));
  if (row.state !== "stored") throw new DomainError("not-found");
  return openStored(deps, row);
}
