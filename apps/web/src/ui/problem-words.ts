import type { ApiProblem } from "#lib/api-client.ts";
import type { problemTexts } from "./problem-note.texts.ts";

type Words = (typeof problemTexts)["en"];

/** A refusal that any act may get, in words; null = an error that is not a refusal of the API. */
export function problemWords(problem: ApiProblem | null, t: Words): string {
  if (problem?.code === "other-person") return t.otherPerson;
  if (problem?.code === "request-refused") {
    const address = problem.problem?.details?.address;
    return typeof address === "string" ? t.otherAddress(address) : t.other;
  }
  switch (problem?.status) {
    case 0:
      return problem.code === "not-sent" ? t.notSent : t.unreachable;
    case 400:
    case 422:
      return t.input;
    case 401:
      return t.signedOut;
    case 403:
      return t.forbidden;
    case 404:
      return t.gone;
    case 409:
    case 412:
      return t.state;
    case 429:
      return t.tooMany;
    case 503:
      return t.busy;
    default:
      return t.other;
  }
}
