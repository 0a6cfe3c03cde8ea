import { expect, test } from "vitest";
import first from "../../catalogue/2026.1.json" with { type: "json" };
import second from "../../catalogue/2026.2.json" with { type: "json" };
import type { WholeCatalogue } from "./catalogue.ts";
import { catalogueChanges } from "./catalogue-changes.ts";

const before = first as unknown as WholeCatalogue;
const after = second as unknown as WholeCatalogue;
const nothing = { added: [], retired: [], changed: [], rules: 0 };

/** The newer version with some indicators changed. */
const but = (change: (indicator: WholeCatalogue["indicators"][number], index: number) => object): WholeCatalogue => ({
  ...after,
  indicators: after.indicators.map((one, index) => ({ ...one, ...change(one, index) })),
});

test("a version differs from itself in nothing", () => {
  expect(catalogueChanges(after, after)).toEqual({ ...nothing, same: after.indicators.length });
});

test("every indicator is added, retired, changed or the same", () => {
  const { added, retired, changed, same } = catalogueChanges(before, after);
  expect(added.length + changed.length + same).toBe(after.indicators.length);
  expect(before.indicators.length - retired.length).toBe(changed.length + same);
});

test("words, the way of answering and the weight are told apart", () => {
  const code = (index: number) => after.indicators[index]?.code ?? "";
  const changed = but((one, index) => {
    if (index === 0) return { name: { en: "Another name", es: "Otro nombre" } };
    if (index === 1) return { weight: one.weight + 1 };
    if (index === 2) return { evidenceRequired: !one.evidenceRequired };
    return {};
  });
  expect(catalogueChanges(after, changed)).toEqual({
    ...nothing,
    changed: [
      { code: code(0), parts: ["words"] },
      { code: code(1), parts: ["weight"] },
      { code: code(2), parts: ["answer"] },
    ],
    same: after.indicators.length - 3,
  });
});

test("an indicator that is gone is retired, and one that came is added", () => {
  const less = { ...after, indicators: after.indicators.slice(1) };
  const code = after.indicators[0]?.code;
  expect(catalogueChanges(after, less)).toMatchObject({ added: [], retired: [code], changed: [] });
  expect(catalogueChanges(less, after)).toMatchObject({ added: [code], retired: [], changed: [] });
});

test("rules are counted when they come, go or change", () => {
  const [rule, ...others] = after.validations;
  const without = { ...after, validations: others };
  const milder = { ...after, validations: [{ ...rule, severity: "other" } as never, ...others] };
  expect(catalogueChanges(after, without).rules).toBe(1);
  expect(catalogueChanges(without, after).rules).toBe(1);
  expect(catalogueChanges(after, milder).rules).toBe(1);
});
