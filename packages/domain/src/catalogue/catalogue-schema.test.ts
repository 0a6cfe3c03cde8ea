import { expect, test } from "vitest";
import schema from "../../catalogue/catalogue.schema.json" with { type: "json" };
import { valueTypes } from "./catalogue.ts";
import { languages } from "./language.ts";

// The compiler does not read the schema that catalogue files are checked with: a new member is refused there until somebody adds it.
test("the schema of catalogues knows the types of values and the languages of the lists, and no others", () => {
  expect(schema.$defs.vt.enum.toSorted()).toEqual([...valueTypes].sort());
  expect(schema.properties.languages.const).toEqual([...languages]);
  expect(Object.keys(schema.$defs.text.properties)).toEqual([...languages]);
  expect(schema.$defs.text.required).toEqual([...languages]);
});
