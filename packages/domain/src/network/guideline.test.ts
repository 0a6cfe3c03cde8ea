import { describe, expect, test } from "vitest";
import {
  areReplyDaysOver,
  codedSteps,
  type GuidelineDraft,
  type GuidelineSet,
  guidelineFaults,
  guidelineOpening,
  guidelineSetFaults,
  mayState,
  replyUntil,
  type StatementInMatrix,
  statementsInForce,
  type WrittenStep,
} from "./guideline.ts";

const members = ["CRI", "MEX"];
const named = (name: string, more: Partial<WrittenStep> = {}): WrittenStep => ({
  ...{ code: null, name: { en: name, es: `${name} (es)` }, indicators: [] },
  ...more,
});
const noSource = { en: "", es: "" };
const first: GuidelineSet = { version: 1, source: noSource, steps: codedSteps([named("Norm"), named("Training")], []) };
const second: GuidelineSet = {
  ...{ version: 2, source: noSource },
  steps: codedSteps([named("Norm", { code: "G1" }), named("Procedure")], [first]),
};

describe("the steps", () => {
  test("keep their codes, and a new one gets one that no set ever had", () => {
    expect(first.steps.map(({ code }) => code)).toEqual(["G1", "G2"]);
    expect(second.steps.map(({ code, name }) => [code, name.en])).toEqual([
      ["G1", "Norm"],
      ["G3", "Procedure"],
    ]);
  });

  const faults = (steps: readonly WrittenStep[], source = noSource) =>
    guidelineSetFaults({ steps, source }, [first, second], new Set(["TIP-PRO-03"]));
  test("are named in both languages, each once, and linked to what is in the catalogue", () => {
    expect(faults([named("Norm", { code: "G1" }), named("Referral")])).toEqual([]);
    // One that an earlier set had is asked about again.
    expect(faults([named("Training", { code: "G2", indicators: ["TIP-PRO-03"] })])).toEqual([]);
    expect(faults([])).toEqual(["steps_none"]);
    expect(faults(Array.from({ length: 13 }, (_, place) => named(`Step ${place}`)))).toEqual(["steps_many"]);
    expect(faults([named("Norm", { name: { en: "Norm", es: " " } })])).toEqual(["name"]);
    expect(faults([named("Norm"), named("norm ", { name: { en: "norm ", es: "Otra" } })])).toEqual(["same_name"]);
    expect(faults([named("Norm", { code: "G9" })])).toEqual(["step_unknown"]);
    expect(faults([named("Norm", { code: "G1" }), named("Other", { code: "G1" })])).toEqual(["step_unknown"]);
    expect(faults([named("Norm", { indicators: ["TIP-XXX-99"] })])).toEqual(["link_unknown"]);
    expect(faults([named("Norm")], { en: "Example", es: "" })).toEqual(["source"]);
  });

  test("that change nothing are no new set; the same steps in another order are", () => {
    const [norm, procedure] = second.steps as readonly [WrittenStep, WrittenStep];
    expect(faults([norm, procedure])).toEqual(["same"]);
    expect(faults([procedure, norm])).toEqual([]);
    expect(faults([norm, procedure], { en: "Example", es: "Ejemplo" })).toEqual([]);
  });
});

describe("a statement", () => {
  test("is made by a country of itself and by IOM of each member, and by nobody else", () => {
    expect(mayState("CRI", "CRI", members)).toBe(true);
    expect(mayState("IOM", "CRI", members)).toBe(true);
    for (const side of ["MEX", "RCM-TS", "RNCOM", null])
      expect([side, mayState(side, "CRI", members)]).toEqual([side, false]);
    // Neither a country that is no member nor IOM itself.
    expect(mayState("PER", "PER", members)).toBe(false);
    expect(mayState("IOM", "IOM", members)).toBe(false);
  });

  const draft = (more: Partial<GuidelineDraft> = {}): GuidelineDraft => ({
    ...{ country: "CRI", step: "G1", asOf: "2026-03-01", replyDays: null },
    ...more,
  });
  const faults = (side: string, more: Partial<GuidelineDraft> = {}) =>
    guidelineFaults(draft(more), { side, members, steps: second.steps, today: "2026-03-01" });
  test("names a step of the set, a day that has come, and, as a view, the days of the country", () => {
    expect(faults("CRI")).toEqual([]);
    expect(faults("IOM", { replyDays: 14 })).toEqual([]);
    expect(faults("MEX")).toEqual(["not_yours", "reply_days"]);
    // The set has it no more.
    expect(faults("CRI", { step: "G2" })).toEqual(["step_unknown"]);
    for (const asOf of ["2026-03-02", "2026-02-30", "yesterday"]) expect(faults("CRI", { asOf })).toEqual(["as_of"]);
    expect(faults("CRI", { replyDays: 14 })).toEqual(["reply_days"]);
    for (const days of [null, 0, 6, 61]) expect(faults("IOM", { replyDays: days })).toEqual(["reply_days"]);
  });

  test("the days of the country end with the last of them, by its own clocks", () => {
    const filed = new Date("2026-03-02T03:00:00Z");
    const until = replyUntil(filed, "America/Costa_Rica", 14);
    expect(until).toBe("2026-03-15");
    expect(areReplyDaysOver(until, new Date("2026-03-16T05:59:00Z"), "America/Costa_Rica")).toBe(false);
    expect(areReplyDaysOver(until, new Date("2026-03-16T06:00:00Z"), "America/Costa_Rica")).toBe(true);
  });

  test("is open from the beginning, or after the answer, or after the days", () => {
    const view = { state: "filed", isView: true, openedAt: null, replyUntil: "2026-03-15" } as const;
    const zone = "America/Costa_Rica";
    expect(guidelineOpening({ ...view, state: "draft", replyUntil: null }, zone)).toBe("draft");
    expect(guidelineOpening(view, zone)).toBe("first");
    expect(guidelineOpening({ ...view, openedAt: new Date("2026-03-16T05:59:00Z") }, zone)).toBe("replied");
    expect(guidelineOpening({ ...view, openedAt: new Date("2026-03-16T06:00:00Z") }, zone)).toBe("days");
    const own = { ...view, isView: false, replyUntil: null };
    expect(guidelineOpening(own, zone)).toBe("level");
    expect(guidelineOpening({ ...own, state: "draft" }, zone)).toBe("draft");
  });

  test("stands in the matrix as the last that its side filed; two sides stand beside each other", () => {
    const one = (id: string, more: Partial<StatementInMatrix> = {}): StatementInMatrix => ({
      ...{ id, author: "CRI", country: "CRI", step: "G1", state: "filed", filedAt: "2026-01-01T00:00:00Z" },
      ...more,
    });
    const all = [
      one("a"),
      one("b", { filedAt: "2026-02-01T00:00:00Z" }),
      one("c", { state: "withdrawn", filedAt: "2026-03-01T00:00:00Z" }),
      one("d", { state: "draft", filedAt: null }),
      one("e", { author: "IOM" }),
      one("f", { step: "G3" }),
      one("g", { author: "IOM", country: "MEX" }),
    ];
    expect(statementsInForce(all).map(({ id }) => id)).toEqual(["b", "e", "f", "g"]);
    // In one millisecond the later id counts, and only one.
    expect(statementsInForce([one("a"), one("b")]).map(({ id }) => id)).toEqual(["b"]);
  });
});
