import { randomBytes } from "node:crypto";
import {
  apiPrefix,
  type BodyOf,
  type announceFile as contract,
  type ReplyOf,
  sendFileContent,
} from "@avances/contracts";
import { bytesSince, insertFile, lockFilesOf } from "@avances/db/queries/file-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { announceFault, fileLimits, fileTypeOf, mediaTypes, participantOf } from "@avances/domain/network";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";

/**
 * Takes note of a file that is to come. What its name or its size forbid is refused here, before ten megabytes cross a slow line; so is what would
 * be more than its participant may add in a calendar year (in UTC), announced files included.
 */
export async function announceFile(
  deps: Pick<Deps, "db" | "clock" | "newId">,
  actor: Actor,
  { name, bytes }: BodyOf<typeof contract>,
  idempotency: Idempotency,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "file.upload");
  const [why, fileType, participantCode] = [announceFault({ name, bytes }), fileTypeOf(name), participantOf(actor)];
  if (why !== null) throw new DomainError("file-refused", { why });
  // An account outside the members of which it is not on record for whom it writes finds nothing to write for.
  if (participantCode === null) throw new DomainError("not-found");
  if (fileType === null) throw new Error("A file without a kind");
  const uploadedAt = deps.clock.now();
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      await lockFilesOf(tx, participantCode);
      const year = uploadedAt.getUTCFullYear();
      const used = await bytesSince(tx, participantCode, new Date(Date.UTC(year, 0)));
      const limit = fileLimits.bytesInYear;
      if (used + bytes > limit) throw new DomainError("quota-exceeded", { year, limit, used });
      const id = deps.newId();
      await insertFile(tx, {
        ...{ id, name, fileType, bytes, participantCode, state: "announced" as const },
        storeKey: randomBytes(16).toString("hex"),
        ...{ uploadedAt, uploadedBy: actor.userId, uploadedByName: actor.displayName },
      });
      const path = sendFileContent.path.replace(":fileId", id);
      return { id, uploadTo: `${apiPrefix}${path}`, mediaType: mediaTypes[fileType] };
    }),
  );
}
