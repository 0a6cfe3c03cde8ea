import { describe, expect, test } from "vitest";
import { mayClose, type ThreadRemark, threadsOf } from "./thread.ts";

const at = (minute: number) => new Date(Date.UTC(2027, 4, 10, 12, minute));
const said = (minute: number, authorRole: string, more: Partial<ThreadRemark> = {}): ThreadRemark => ({
  indicatorCode: "TIP-PRO-01",
  audience: "shared",
  authorId: authorRole,
  authorRole,
  isQuestion: false,
  createdAt: at(minute),
  ...more,
});
const closing = (minute: number) => ({ indicatorCode: "TIP-PRO-01", audience: "shared" as const, at: at(minute) });
const inside = { audience: "country" as const };
const stateOf = (remarks: readonly ThreadRemark[], closings = [] as ReturnType<typeof closing>[]) =>
  threadsOf(remarks, closings).map(({ state, askedBy }) => [state, askedBy]);

describe("a thread between a country and the Secretariat", () => {
  test("is open while whoever asked spoke last, and answered once the other side has", () => {
    const asked = said(1, "secretariat", { isQuestion: true });
    expect(stateOf([asked])).toEqual([["open", "secretariat"]]);
    expect(stateOf([asked, said(2, "focal_point")])).toEqual([["answered", "secretariat"]]);
    expect(stateOf([asked, said(2, "focal_point"), said(3, "alternate")])).toEqual([["answered", "secretariat"]]);
    expect(stateOf([asked, said(2, "focal_point"), said(3, "secretariat")])).toEqual([["open", "secretariat"]]);
    expect(stateOf([said(1, "focal_point"), said(2, "alternate")])).toEqual([["open", "country"]]);
    expect(stateOf([said(1, "focal_point"), said(2, "secretariat")])).toEqual([["answered", "country"]]);
  });

  test("that the country began is the Secretariat's question once the report is returned for it", () => {
    const talk = [said(1, "focal_point"), said(2, "secretariat", { isQuestion: true })];
    expect(stateOf(talk)).toEqual([["open", "secretariat"]]);
    expect(stateOf([...talk, said(3, "focal_point")])).toEqual([["answered", "secretariat"]]);
  });

  test("is closed by an act and begins anew with the next word, of whoever says it", () => {
    const talk = [said(1, "secretariat", { isQuestion: true }), said(2, "focal_point")];
    const [thread] = threadsOf(talk, [closing(3)]);
    expect([thread?.state, thread?.closed?.at, thread?.lastClosing?.at]).toEqual(["closed", at(3), at(3)]);
    const [again] = threadsOf([...talk, said(4, "focal_point")], [closing(3)]);
    expect([again?.closed, again?.lastClosing?.at]).toEqual([null, at(3)]);
    expect(stateOf([...talk, said(4, "focal_point")], [closing(3)])).toEqual([["open", "country"]]);
    expect(stateOf([...talk, said(4, "focal_point")], [closing(3), closing(5)])).toEqual([["closed", "secretariat"]]);
  });

  test("is closed by the side that asked", () => {
    const asked = { audience: "shared", askedBy: "secretariat" } as const;
    expect([mayClose(asked, "secretariat"), mayClose(asked, "focal_point")]).toEqual([true, false]);
    const begun = { audience: "shared", askedBy: "country" } as const;
    expect([mayClose(begun, "secretariat"), mayClose(begun, "liaison_officer")]).toEqual([false, true]);
  });
});

test("inside a country the persons are the sides, and the two audiences of one answer are two threads", () => {
  const ana = said(1, "focal_point", inside);
  const police = said(2, "contributor", inside);
  expect(stateOf([ana])).toEqual([["open", "focal_point"]]);
  expect(stateOf([ana, police])).toEqual([["answered", "focal_point"]]);
  expect(stateOf([ana, police, said(3, "focal_point", inside)])).toEqual([["open", "focal_point"]]);
  expect(stateOf([ana, said(2, "secretariat"), said(3, "focal_point", { indicatorCode: null })])).toHaveLength(3);
  expect(mayClose({ audience: "country", askedBy: "somebody" }, "contributor")).toBe(true);
});
