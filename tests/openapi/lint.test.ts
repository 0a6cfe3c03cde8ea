import { openApiDocument } from "@avances/api/openapi";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import spectralCore, { type RulesetDefinition } from "@stoplight/spectral-core";
import spectralRulesets from "@stoplight/spectral-rulesets";
import { expect, test } from "vitest";

/** What each of two common linters calls an error, with its own recommended rules. */
const linters: readonly (readonly [string, (document: object) => Promise<readonly string[]>])[] = [
  [
    "Redocly",
    async (document) => {
      const config = await createConfig({ extends: ["recommended"] });
      const found = await lintFromString({ source: JSON.stringify(document), config });
      return found
        .filter(({ severity }) => severity === "error")
        .map(({ message, location }) => `${location[0]?.pointer}: ${message}`);
    },
  ],
  [
    "Spectral",
    async (document) => {
      const spectral = new spectralCore.Spectral();
      spectral.setRuleset(spectralRulesets.oas as RulesetDefinition);
      const found = await spectral.run(JSON.stringify(document));
      return found.filter(({ severity }) => severity === 0).map(({ message, path }) => `${path.join("/")}: ${message}`);
    },
  ],
];

test.each(linters)(
  "%s finds no error in the description of the interface, and sees one that is put in",
  {
    timeout: 120_000,
  },
  async (_name, errorsIn) => {
    const document = openApiDocument("https://avances.example.org");
    expect(await errorsIn(document)).toEqual([]);
    // One operation is enough for the second look, and the whole takes seconds.
    const [[address = "", methods] = []] = Object.entries(document.paths);
    expect(await errorsIn({ ...document, paths: { [address]: methods } })).toEqual([]);
    const wrong = { ...document, paths: { [address]: methods, "/under/another/address": methods } };
    expect(await errorsIn(wrong)).not.toEqual([]);
  },
);
