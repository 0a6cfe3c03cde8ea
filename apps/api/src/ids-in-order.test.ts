import { expect, test } from "vitest";
import { idsInOrder } from "./ids-in-order.ts";

test("each id is greater than the one before it and of version 7, however many are made in a millisecond", () => {
  const next = idsInOrder();
  const ids = Array.from({ length: 5_000 }, next);
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test("where the last group is full the one before it counts on; a clock that is set back changes nothing", () => {
  const made = [
    "01a22d67-3dd2-7ffb-9607-ffffffffffff",
    "01a22d67-3dd2-7000-8000-000000000000",
    "01a22d60-0000-7000-8000-000000000000",
  ];
  const next = idsInOrder(() => made.shift() ?? "");
  expect([next(), next(), next()]).toEqual([
    "01a22d67-3dd2-7ffb-9607-ffffffffffff",
    "01a22d67-3dd2-7ffb-9608-000000000000",
    "01a22d67-3dd2-7ffb-9608-000000000001",
  ]);
});
