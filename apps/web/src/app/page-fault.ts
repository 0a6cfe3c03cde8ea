import { ApiProblem } from "#lib/api-client.ts";
import { PartMissing, type WhyMissing } from "#lib/part.ts";

/**
 * Why a page cannot be shown. `notFound`: nothing is at the address, or a part of it cannot even be a code or a year.
 * `outdated`, `offline`, `unloaded`: a part of the application did not come.
 */
export type PageFault = "notFound" | "signedOut" | "otherPerson" | "forbidden" | WhyMissing | "failed";

export function pageFault(error: unknown): PageFault {
  if (!(error instanceof ApiProblem)) {
    return error instanceof PartMissing ? error.why : "failed";
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
