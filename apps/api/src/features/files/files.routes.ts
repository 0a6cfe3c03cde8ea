import * as contracts from "@avances/contracts";
import type { Deps } from "#deps.ts";
import { keyOf } from "#features/shared/decided.ts";
import type { Mount } from "#http/handler.ts";
import type { UploadMount } from "#http/mount-upload.ts";
import { announceFile } from "./announce-file.ts";
import { getFileView } from "./file-view.ts";
import { receiveContent } from "./receive-content.ts";
import { sendFile } from "./send-file.ts";

/** Files that people add: announced, sent, looked at, read. What holds them is the business of other features. */
export function filesRoutes(mount: Mount, mountUpload: UploadMount, deps: Deps): void {
  mount(contracts.announceFile, ({ actor, body, idempotency }) => announceFile(deps, actor, body, keyOf(idempotency)));
  mountUpload(contracts.sendFileContent, ({ actor, params }, arriving) =>
    receiveContent(deps, actor, params.fileId, arriving),
  );
  mount(contracts.getFileView, ({ actor, params }) => getFileView(deps, actor, params.fileId));
  mount(contracts.getFile, ({ actor, params }) => sendFile(deps, actor, params.fileId));
}
