import { expect, test } from "vitest";
import { storeKey } from "./use-answer-store.ts";

const key = (...codes: string[]) =>
  storeKey(
    "user",
    "report",
    codes.map((code) => ({ code })),
  );

test("whoever is asked for other answers has another store, also for as many; for the same ones the same", () => {
  expect(key("TIP-PRO-01", "TIP-PRO-02")).toBe(key("TIP-PRO-01", "TIP-PRO-02"));
  expect(key("TIP-PRO-01", "TIP-PRO-02")).not.toBe(key("TIP-PRO-01", "TIP-PRO-03"));
  expect(key("TIP-PRO-01")).not.toBe(key("TIP-PRO-01", "TIP-PRO-02"));
  expect(storeKey("other", "report", [])).not.toBe(storeKey("user", "report", []));
});
