import { DomainError } from "@avances/domain/domain-error";
import { StoreAway } from "@avances/files";
import type { Deps } from "#deps.ts";
import { StoredFileReply } from "#http/handler.ts";

/** The bytes of a file, for whoever was found to read it. */
export async function openStored(
  { files }: Pick<Deps, "files">,
  storeKey: string,
  about: StoredFileReply["about"],
): Promise<StoredFileReply> {
  const opened = await files.store.open(storeKey).catch((error: unknown) => {
    throw error instanceof StoreAway ? new DomainError("store-away", { retryAfterSeconds: 60 }) : error;
  });
  if (opened?.bytes !== about.bytes) {
    opened?.content.destroy();
    // Somebody has changed the folder by hand, or it is another portal's: nobody gets something else under this name.
    throw new Error("The bytes of a file are not what its row says");
  }
  return new StoredFileReply(opened.content, about);
}
