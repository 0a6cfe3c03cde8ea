import { openApiDocument } from "@avances/api/openapi";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { expect, test } from "vitest";

const lint = async (document: object) =>
  lintFromString({ source: JSON.stringify(document), config: await createConfig({ extends: ["recommended"] }) });

test("Redocly finds no error in the description of the interface, and sees one that is put in", {
  timeout: 120_000,
}, async () => {
  const document = openApiDocument("https://avances.example.org");
  const errors = (await lint(document)).filter(({ severity }) => severity === "error");
  expect(errors.map(({ message, location }) => `${location[0]?.pointer}: ${message}`)).toEqual([]);

  const wrong = structuredClone(document) as { paths: Record<string, Record<string, { security?: unknown }>> };
  const [path = ""] = Object.keys(wrong.paths);
  wrong.paths[path] = { get: { security: [{ nobody: [] }] } };
  expect((await lint(wrong)).some(({ severity }) => severity === "error")).toBe(true);
});
