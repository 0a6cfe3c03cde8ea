import type { announceFile, getFileView, HeldFile, Problem } from "@avances/contracts";
import { ApiProblem, call, operation, renewSession } from "./api-client.ts";
import { newId } from "./new-id.ts";
import { pagePerson } from "./page-person.ts";

const announce = operation<typeof announceFile>("POST", "/files", { idempotent: true });
const view = operation<typeof getFileView>("GET", "/files/:fileId");

/** A file on its way: the same one however often it is tried. */
export interface Sending {
  readonly file: File;
  /** Set when it was announced. */
  id: string | null;
  readonly announceKey: string;
}

export const beginSending = (file: File): Sending => ({ file, id: null, announceKey: newId() });

/**
 * Announces a file and sends its bytes, telling which share of them has left. Refuses as `call` does. It may be tried again: the announcement is
 * the same, and bytes of which nothing was kept are sent anew.
 */
export async function sendFile(
  sending: Sending,
  { onShare, signal }: { readonly onShare: (share: number) => void; readonly signal: AbortSignal },
): Promise<HeldFile> {
  const { file, announceKey } = sending;
  const { name, size: bytes } = file;
  const announced =
    sending.id ?? (await call(announce, { body: { name, bytes }, idempotencyKey: announceKey, signal })).id;
  sending.id = announced;
  const put = () => sendBytes(`/api/v1/files/${announced}/content`, file, onShare, signal);
  let status = await put();
  if (status === 401 && (await renewSession()) === "renewed") status = await put();
  if (status === 401) throw new ApiProblem(401, "not-signed-in", null);
  const stored = await call(view, { params: { fileId: announced }, signal });
  return { id: stored.id, name: stored.name, mediaType: stored.mediaType, bytes: stored.bytes, language: null };
}

/** `fetch` does not tell how much of a body has left. Returns 200 or 401; any other reply is thrown. */
function sendBytes(
  address: string,
  file: File,
  onShare: (share: number) => void,
  signal: AbortSignal,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    const end = () => signal.removeEventListener("abort", stop);
    const hadConnection = navigator.onLine;
    request.open("PUT", address);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("X-Requested-With", "rcm");
    const actingAs = pagePerson.now().person?.id;
    if (actingAs !== undefined) request.setRequestHeader("X-Acting-As", actingAs);
    request.upload.addEventListener("progress", ({ loaded, total }) => onShare(total === 0 ? 0 : loaded / total));
    request.addEventListener("load", () => {
      end();
      if (request.status === 200 || request.status === 401) resolve(request.status);
      else reject(problemIn(request));
    });
    request.addEventListener("error", () => {
      end();
      reject(new ApiProblem(0, hadConnection ? "unreachable" : "not-sent", null));
    });
    request.addEventListener("abort", () => {
      end();
      reject(new DOMException("The upload was cancelled", "AbortError"));
    });
    if (signal.aborted) {
      reject(new DOMException("The upload was cancelled", "AbortError"));
      return;
    }
    signal.addEventListener("abort", stop);
    request.send(file);
  });
}

function problemIn({ status, responseText }: XMLHttpRequest): ApiProblem {
  try {
    const problem = JSON.parse(responseText) as Problem;
    return new ApiProblem(status, problem.code, problem);
  } catch {
    return new ApiProblem(status, status === 503 ? "unavailable" : "unexpected", null);
  }
}
