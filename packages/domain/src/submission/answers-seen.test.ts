import { expect, test } from "vitest";
import { answersUnseen, revisionsOf } from "./answers-seen.ts";

test("an answer that was changed, given or taken away since is not the one that was seen; everything else is", () => {
  const seen = revisionsOf([
    { indicatorCode: "TIP-LEG-01", revision: 3 },
    { indicatorCode: "TIP-LEG-02", revision: 1 },
    { indicatorCode: "TIP-PRO-01", revision: 2 },
  ]);
  expect(answersUnseen(seen, seen)).toEqual([]);
  const now = { "TIP-PRO-01": 2, "TIP-LEG-02": 2, "SOM-JUS-01": 1 };
  expect(answersUnseen(seen, now)).toEqual(["SOM-JUS-01", "TIP-LEG-01", "TIP-LEG-02"]);
  expect(answersUnseen(now, seen)).toEqual(["SOM-JUS-01", "TIP-LEG-01", "TIP-LEG-02"]);
});

test("a missing answer counts as revision 0, named or not; a declaration that names none has seen an empty report", () => {
  expect(answersUnseen({ "TIP-LEG-01": 0 }, {})).toEqual([]);
  expect(answersUnseen({}, { "TIP-LEG-01": 0 })).toEqual([]);
  expect(answersUnseen({}, { "TIP-LEG-01": 1 })).toEqual(["TIP-LEG-01"]);
});
