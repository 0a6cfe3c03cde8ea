import { reference } from "@avances/domain/testing/catalogue";
import { expect, test } from "vitest";
import { countriesBySign, signOfReader } from "./decimal-sign.ts";

test("of the members, Costa Rica alone writes a decimal comma", () => {
  const { point, comma } = countriesBySign(reference.countries);
  expect(comma.map(({ alpha3 }) => alpha3)).toEqual(["CRI"]);
  expect(point.map(({ alpha3 }) => alpha3).sort()).toEqual([
    "BLZ",
    "CAN",
    "DOM",
    "GTM",
    "HND",
    "MEX",
    "NIC",
    "PAN",
    "SLV",
    "USA",
  ]);
});

test.each([
  [["es-CR", "en"], "comma"],
  [["es", "es-HN"], "point"],
  [["es-419"], "point"],
  [["fr-CA"], "comma"],
  [["es"], null],
  [[], null],
] as const)("a browser that names %j writes with a %s", (tags, sign) => expect(signOfReader(tags)).toBe(sign));
