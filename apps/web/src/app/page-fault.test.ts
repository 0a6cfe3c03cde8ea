import { expect, test } from "vitest";
import { ApiProblem } from "#lib/api-client.ts";
import { PartMissing } from "#lib/part.ts";
import { pageFault } from "./page-fault.ts";

const refusal = (status: number, pointer?: string) =>
  new ApiProblem(status, "a-code", {
    type: "/problems/a-code",
    title: "A title",
    status,
    code: "a-code",
    instance: "1",
    ...(pointer !== undefined && { errors: [{ pointer, message: "invalid_format" }] }),
  });

test.each([
  ["nothing there", refusal(404), "notFound"],
  ["an address that is no indicator's", refusal(400, "/params/indicatorCode"), "notFound"],
  ["another fault of the request", refusal(400, "/query/before"), "failed"],
  ["a fault of the request without a place", refusal(400), "failed"],
  ["no connection", new ApiProblem(0, "unreachable", null), "offline"],
  ["a session that ended", refusal(401), "signedOut"],
  ["the session of another person", new ApiProblem(409, "other-person", null), "otherPerson"],
  ["another role's page", refusal(403), "forbidden"],
  ["a fault of the server", new ApiProblem(500, "unexpected", null), "failed"],
  ["a chunk of the last release", new PartMissing("outdated"), "outdated"],
  ["a chunk that did not come", new PartMissing("unloaded"), "unloaded"],
  ["a chunk that did not come without a connection", new PartMissing("offline"), "offline"],
  ["a fault of the page", new TypeError("x is undefined"), "failed"],
  ["something that is no error", "text", "failed"],
] as const)("%s", (_, error, fault) => {
  expect(pageFault(error)).toBe(fault);
});
