import { ApiProblem } from "#lib/api-client.ts";

/**
 * Why a page cannot be shown. `notFound`: nothing is at the address, or a part of it cannot even be a code or a year.
 * `outdated`: it needs a chunk of an older release that no longer exists; `offline`: without a connection no chunk can be loaded.
 */
export type PageFault = "notFound" | "offline" | "signedOut" | "otherPerson" | "forbidden" | "outdated" | "failed";

export function pageFault(error: unknown, isOnline: boolean): PageFault {
  if (!(error instanceof ApiProblem)) {
    const message = error instanceof Error ? error.message : "";
    if (!/dynamically imported module|module script failed|preload CSS/i.test(message)) return "failed";
    return isOnline ? "outdated" : "offline";
  }
  // The dialog over the page asks how to continue; the page itself only says why it is empty.
  if (error.code === "other-person") return "otherPerson";
  switch (error.status) {
    case 0:
      return "offline";
    case 401:
      return "signedOut";
    case 403:
      return "forbidden";
    case 404:
      return "notFound";
    default:
      return isMisshapenAddress(error) ? "notFound" : "failed";
  }
}

function isMisshapenAddress({ status, problem }: ApiProblem): boolean {
  return status === 400 && problem?.errors?.[0]?.pointer.startsWith("/params/") === true;
}
