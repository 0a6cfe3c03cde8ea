import { expect, test } from "vitest";
import { catalogue } from "../../testing/catalogue.ts";
import type { Catalogue } from "./catalogue.ts";
import { languages } from "./language.ts";
import { readWorkingCatalogue, workingCatalogue } from "./working-catalogue.ts";

/** Every text in it, by where it stands. */
function textsOf(value: unknown, language: string, place = ""): [string, unknown][] {
  if (typeof value !== "object" || value === null) return [];
  if (language in value) return [[place, (value as Record<string, unknown>)[language]]];
  return Object.entries(value).flatMap(([key, one]) => textsOf(one, language, `${place}/${key}`));
}

/** What the form needs of the whole. */
const { id, status, title, summary, sources, parentInstrument, objectives, kinds, ...kept } = catalogue;
const worked: Catalogue = {
  ...kept,
  indicators: catalogue.indicators.map(({ articles, guidance, source, ...indicator }) => indicator),
};
// As the file names its schema; the type does not.
const { $schema, languages: named, validationLanguage, ...expected } = worked as Catalogue & Record<string, unknown>;

test.each(languages)(
  "in %s it says what the whole says, and carries no other language but in code lists",
  (language) => {
    const sent = JSON.parse(JSON.stringify(workingCatalogue(catalogue, language)));
    const read = readWorkingCatalogue(sent);
    const said = textsOf(read, language);
    expect(Object.fromEntries(said)).toEqual(Object.fromEntries(textsOf(expected, language)));
    expect(said.length).toBeGreaterThan(500);
    expect(read.codeLists).toEqual(catalogue.codeLists);
    const { codeLists: _, ...others } = sent;
    for (const other of languages.filter((one) => one !== language)) expect(textsOf(others, other)).toEqual([]);
    // Without its texts it is the same.
    const silent = (value: unknown) =>
      JSON.parse(JSON.stringify(value, (_key, one) => (one?.[language] ? "text" : one)));
    expect(silent(read)).toEqual(silent(expected));
  },
);

test("read from the whole, as its copy without network is, it is the whole", () => {
  expect(readWorkingCatalogue(catalogue)).toEqual(catalogue);
});

test("what is only read is not in it", () => {
  const sent = JSON.stringify(workingCatalogue(catalogue, "es"));
  expect(sent).not.toMatch(/"(?:guidance|articles|sources|objectives|summary)":/);
  expect(sent.length).toBeLessThan(JSON.stringify(catalogue).length * 0.6);
});
