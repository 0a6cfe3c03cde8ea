import { expect, test } from "vitest";
import { notToRead } from "./not-to-read.ts";

test("of two papers of a country, one of which is for members alone, that one is named to whoever reads the other", () => {
  const shared = [
    { participant: "CRI", instruments: ["TIP", "SOM"] },
    { participant: "HND", instruments: ["TIP"] },
  ] as const;
  const listed = [
    { author: "CRI", instrument: "TIP" },
    { author: "HND", instrument: "TIP" },
  ] as const;
  expect(notToRead(shared, listed)).toEqual([{ participant: "CRI", instruments: ["SOM"] }]);
  expect(notToRead(shared, [...listed, { author: "CRI", instrument: "SOM" }])).toEqual([]);
});
