import { createHash } from "node:crypto";
import { once } from "node:events";
import { pipeline, Transform } from "node:stream";
import type { FileRow } from "@avances/db/queries/file-queries";
import { DomainError } from "@avances/domain/domain-error";
import { mediaTypes } from "@avances/domain/network";
import { StoreAway } from "@avances/files";
import type { Deps } from "#deps.ts";
import { errorFacts } from "#error-facts.ts";
import { StoredFileReply } from "#http/handler.ts";

type Need = Pick<Deps, "files" | "log">;

/** What is known of a file that somebody stored. */
export type StoredFile = Pick<FileRow, "storeKey" | "name" | "fileType" | "bytes" | "sha256">;

/** The bytes of a file, for whoever was found to read it. */
export async function openStored(
  { files, log }: Need,
  { storeKey, name, fileType, bytes, sha256 }: StoredFile,
): Promise<StoredFileReply> {
  const opened = await files.store.open(storeKey).catch((error: unknown) => {
    throw error instanceof StoreAway ? new DomainError("store-away", { retryAfterSeconds: 60 }) : error;
  });
  if (opened?.bytes !== bytes) {
    opened?.content.destroy();
    throw notTheSame();
  }
  const content = pipeline(opened.content, unchanged({ bytes, sha256 }), (error) => {
    // Whoever reads may also just stop.
    if (error != null && error.code !== "ERR_STREAM_PREMATURE_CLOSE")
      log.error(errorFacts(error), "a file was not sent to its end");
  });
  // Throws what is wrong with a small file, or with the beginning of a large one, while it can still be told as a refusal.
  await once(content, "readable");
  return new StoredFileReply(content, { name, mediaType: mediaTypes[fileType], bytes });
}

/**
 * Somebody has changed the folder or the bucket by hand, a disk is losing what it holds, or it is another portal's: nobody gets something else under
 * this name.
 */
const notTheSame = () => new Error("The bytes of a file are not what its row says");

/**
 * Passes the bytes on as they come, except the last ones: those wait until all of them are known to be the ones that were stored. So what was changed is
 * never received whole: a small file is refused, and of a large one the connection breaks, which every browser and program takes for a failure.
 */
function unchanged({ bytes, sha256 }: Pick<StoredFile, "bytes" | "sha256">): Transform {
  const sum = createHash("sha256");
  let came = 0;
  let held: Buffer | undefined;
  return new Transform({
    transform(part: Buffer, _encoding, done) {
      sum.update(part);
      came += part.length;
      const before = held;
      held = part;
      if (came > bytes) done(notTheSame());
      else done(null, before);
    },
    flush(done) {
      if (came === bytes && sum.digest("hex") === sha256) done(null, held);
      else done(notTheSame());
    },
  });
}
