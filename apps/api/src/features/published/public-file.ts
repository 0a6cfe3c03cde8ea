import type { Deps } from "#deps.ts";
import { found } from "#features/shared/allow.ts";
import { openStored } from "#features/shared/open-stored.ts";
import type { StoredFileReply } from "#http/handler.ts";
import type { Release } from "./release.ts";

/** The bytes of a file that the present edition holds. It asks the edition alone: what is not in it is a missing file, whoever asks. */
export async function publicFile(
  deps: Pick<Deps, "files" | "log">,
  release: Release,
  id: string,
): Promise<StoredFileReply> {
  return openStored(deps, found(await (await release.source()).file(id)));
}
