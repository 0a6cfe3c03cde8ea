import type { SavedAnswer } from "@avances/contracts";
import { describe, expect, it } from "vitest";
import { type DeskAnswer, differences, isShown } from "./desk-answers.ts";
import { sameJson } from "./same-json.ts";

function answer(part: Partial<SavedAnswer>): SavedAnswer {
  return {
    indicatorCode: "TIP-PRO-01",
    state: "reported",
    value: { type: "count", total: 12, breakdowns: { sex: { female: 7, male: 5 } }, crossTabs: {} },
    reason: "",
    comment: "",
    evidence: [],
    revision: 1,
    updatedAt: "2026-11-06T21:00:00.000Z",
    updatedByName: "Claire Tremblay",
    ...part,
  };
}

describe("the same answer", () => {
  it("does not depend on the order in which categories were stored", () => {
    expect(sameJson({ female: 7, male: 5 }, { male: 5, female: 7 })).toBe(true);
  });

  it("tells zero from a blank and from nothing", () => {
    expect(sameJson({ total: 0 }, { total: null })).toBe(false);
    expect(sameJson({ total: 0 }, {})).toBe(false);
  });
});

describe("a newer version", () => {
  it("differs where value, words or evidence differ, not where only its date does", () => {
    const resent = answer({ revision: 2, updatedAt: "2026-11-20T10:00:00.000Z" });
    expect(differences([answer({})], [resent])).toEqual(new Set());
    expect(differences([answer({})], [answer({ comment: "Corrected." })])).toEqual(new Set(["TIP-PRO-01"]));
  });
});

describe("filters of the desk", () => {
  const line = (now: SavedAnswer | undefined) => ({ now, findings: [], isChanged: false }) as unknown as DeskAnswer;

  it("count a missing answer as without number, but not one that does not apply", () => {
    expect(isShown(line(undefined), "no_number")).toBe(true);
    expect(isShown(line(answer({ state: "not_available", value: null })), "no_number")).toBe(true);
    expect(isShown(line(answer({ state: "not_applicable", value: null })), "no_number")).toBe(false);
    expect(isShown(line(answer({ state: "not_applicable", value: null })), "not_applicable")).toBe(true);
  });
});
