import { describe, expect, test } from "vitest";
import { catalogue } from "../../testing/catalogue.ts";
import { answersInQuestion, openQuestions, questionsOf, type Remark } from "./clarification.ts";
import { threadsOf } from "./thread.ts";

const asked = (indicatorCode: string | null, more: Partial<Remark> = {}): Remark => ({
  indicatorCode,
  audience: "shared",
  authorRole: "secretariat",
  version: 1,
  createdAt: "2027-05-03T15:00:00.000Z",
  ...more,
});
const note = (indicatorCode: string | null, more: Partial<Remark> = {}) =>
  asked(indicatorCode, { authorRole: "focal_point", createdAt: "2027-05-04T15:00:00.000Z", ...more });
const [before, after] = ["2027-05-03T14:59:59.999Z", new Date("2027-05-04T00:00:00Z")];

describe("what is asked of a returned report", () => {
  const question = asked("TIP-PRO-01");
  const returnedAt = new Date(question.createdAt);

  test("is what the Secretariat said when it returned the report: no talk of before or afterwards, and no word of the country", () => {
    const earlier = asked("TIP-PRO-01", { createdAt: before });
    const thanks = asked("TIP-PRO-01", { createdAt: after });
    const own = note("TIP-PRO-01", { createdAt: question.createdAt });
    expect(questionsOf({ status: "returned", returnedAt }, [earlier, question, own, thanks])).toEqual([question]);
    expect(questionsOf({ status: "returned", returnedAt: null }, [question])).toEqual([]);
  });

  test("stands until the country's answer is with the Secretariat, also when that is taken back once more", () => {
    for (const status of ["returned", "draft"] as const)
      expect(questionsOf({ status, returnedAt: question.createdAt }, [question])).toEqual([question]);
    for (const status of ["submitted", "accepted", "published"] as const)
      expect(questionsOf({ status, returnedAt }, [question])).toEqual([]);
    expect(questionsOf({ status: "draft", returnedAt: null }, [question])).toEqual([]);
  });

  test("stays open until its answer is saved or a note on it is shared, and nothing else closes it", () => {
    const open = (remarks: readonly Remark[], savedAt: readonly (readonly [string, string | Date])[]) =>
      openQuestions([question], remarks, new Map(savedAt)).length;
    expect(open([], [])).toBe(1);
    expect(open([question], [["TIP-PRO-01", before]])).toBe(1);
    expect(open([], [["TIP-PRO-02", after]])).toBe(1);
    expect(open([note("TIP-PRO-01", { audience: "country" })], [])).toBe(1);
    expect(open([note("TIP-PRO-01", { createdAt: before })], [])).toBe(1);
    expect(open([note(null), note("TIP-PRO-02")], [])).toBe(1);
    expect(open([asked("TIP-PRO-01", { createdAt: after })], [])).toBe(1);

    expect(open([], [["TIP-PRO-01", after]])).toBe(0);
    expect(open([note("TIP-PRO-01")], [])).toBe(0);
  });

  test("about the whole report is answered by a shared note on it, or by any answer saved since", () => {
    const whole = asked(null);
    const open = (remarks: readonly Remark[], savedAt: readonly (readonly [string, string | Date])[]) =>
      openQuestions([whole], remarks, new Map(savedAt)).length;
    expect(open([note("TIP-PRO-01")], [["TIP-PRO-01", before]])).toBe(1);
    expect(open([note(null)], [])).toBe(0);
    expect(open([], [["SOM-JUS-01", after]])).toBe(0);
  });

  test("needs none once the thread with the Secretariat was closed since", () => {
    const question = asked("TIP-PRO-01");
    const open = (at: Date | string, audience = "shared", indicatorCode: string | null = "TIP-PRO-01") =>
      openQuestions([question], [question], new Map(), [{ indicatorCode, audience, at }]).length;
    expect(open(after)).toBe(0);
    expect([open(before), open(after, "country"), open(after, "shared", null)]).toEqual([1, 1, 1]);
  });

  test("needs none when somebody has written since it was closed, whether all closings are known or each thread's last", () => {
    const closing = { indicatorCode: "TIP-PRO-01", audience: "shared" as const, at: new Date("2027-05-04T00:00:00Z") };
    const thanks = asked("TIP-PRO-01", { createdAt: "2027-05-05T15:00:00.000Z" });
    const remarks = [question, thanks];
    const threads = threadsOf(
      remarks.map((remark) => ({
        ...remark,
        audience: "shared" as const,
        createdAt: new Date(remark.createdAt),
        authorId: "desk",
        isQuestion: remark === question,
      })),
      [closing],
    );
    expect(threads).toMatchObject([{ state: "open", closed: null, lastClosing: closing }]);
    const last = threads.flatMap(({ lastClosing }) => lastClosing ?? []);
    for (const closings of [[closing], last])
      expect(openQuestions([question], remarks, new Map(), closings)).toEqual([]);
    expect(openQuestions([question], remarks, new Map(), [])).toEqual([question]);
  });
});

describe("what may be changed to answer", () => {
  const report = { status: "returned", returnedAt: asked(null).createdAt } as const;
  const open = (...remarks: readonly Remark[]) => answersInQuestion(catalogue, report, remarks);

  test("the answers in question, and those that rules tie to them, however far", () => {
    expect(open(asked("TIP-COO-05"))).toEqual(["TIP-COO-05"]);
    // With fewer suspects there may be fewer charged, and then fewer sentenced.
    const codes = open(asked("TIP-JUS-02"), asked("TIP-JUS-02")) ?? [];
    expect(codes).toEqual(expect.arrayContaining(["TIP-JUS-02", "TIP-JUS-03", "TIP-JUS-04"]));
    expect(codes).not.toContain("TIP-COO-05");
    const everyone = catalogue.indicators.map(({ code }) => open(asked(code))?.length ?? 0);
    expect(Math.max(...everyone)).toBeLessThan(catalogue.indicators.length / 2);
  });

  test("an answer that the country opened since the return, and what is tied to it, also while all else is locked", () => {
    const opened = (at: Date | string, code = "TIP-COO-05") =>
      answersInQuestion(catalogue, report, [asked("TIP-LEG-01")], [{ indicatorCode: code, at }]);
    expect(opened(after)).toEqual(expect.arrayContaining(["TIP-LEG-01", "TIP-COO-05"]));
    expect(opened(after, "TIP-JUS-02")).toContain("TIP-JUS-04");
    expect(opened(before)).not.toContain("TIP-COO-05");
  });

  test("everything, where the whole report is in question or nothing in particular is", () => {
    expect(open(asked("TIP-JUS-02"), asked(null))).toBeNull();
    expect(open()).toBeNull();
  });

  test("what the Secretariat speaks of afterwards too, on that version, and never the whole for a word on the whole", () => {
    const later = asked("TIP-COO-05", { createdAt: after });
    expect(open(asked("TIP-LEG-01"), later)).toEqual(expect.arrayContaining(["TIP-LEG-01", "TIP-COO-05"]));
    expect(open(asked("TIP-LEG-01"), { ...later, version: 2 })).not.toContain("TIP-COO-05");
    expect(open(asked("TIP-LEG-01"), note("TIP-COO-05"))).not.toContain("TIP-COO-05");
    expect(open(asked("TIP-COO-05"), asked(null, { createdAt: after }))).toEqual(["TIP-COO-05"]);
  });
});
