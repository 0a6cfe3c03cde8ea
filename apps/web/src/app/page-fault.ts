import { ApiProblem } from "#lib/api-client.ts";

/**
 * Why a page cannot be shown. `notFound`: nothing stands at the address, or a part of it is not even shaped like a code or a year.
 * `outdated`: a chunk of an older release is asked for that is no longer there; without a connection no chunk can be had at all.
 */
export type PageFault = "notFound" | "offline" | "signedOut" | "otherPerson" | "forbidden" | "outdated" | "failed";

export function pageFault(error: unknown, isOnline: boolean): PageFault {
  if (!(error instanceof ApiProblem)) {
    const message = error instanceof Error ? error.message : "";
    if (!/dynamically imported module|module script failed|preload CSS/i.test(message)) return "failed";
    return isOnline ? "outdated" : "offline";
  }
  // What is asked over the page is how to go on; the page itself says only why it is empty.
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
