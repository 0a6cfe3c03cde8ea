import type { SubmissionView } from "@avances/contracts";
import { expect, test } from "vitest";
import { clarificationOf } from "./clarification.ts";

const returnedAt = "2027-05-10T15:00:00.000Z";
const later = "2027-05-11T15:00:00.000Z";
const remark = (indicatorCode: string, authorRole: string, createdAt: string) =>
  ({
    id: `${indicatorCode} ${createdAt}`,
    indicatorCode,
    audience: "shared",
    authorRole,
    version: 1,
    createdAt,
  }) as const;

/** A returned report with a question about two answers, of which the first was saved since. */
const view = (remarks: readonly ReturnType<typeof remark>[] = []) =>
  ({
    submission: { status: "returned", returnedAt },
    comments: [
      remark("TIP-JUS-01", "secretariat", returnedAt),
      remark("TIP-JUS-02", "secretariat", returnedAt),
      ...remarks,
    ],
    answers: [{ indicatorCode: "TIP-JUS-01", updatedAt: later }],
    threads: [],
  }) as unknown as SubmissionView;
const open = (role: Parameters<typeof clarificationOf>[1], seen = view()) =>
  clarificationOf(seen, role).open.map(({ indicatorCode }) => indicatorCode);

test("an answer that was saved since answers its question for those who report", () => {
  expect(open("focal_point")).toEqual(["TIP-JUS-02"]);
});

test("for a contributor, whose answers are proposals, only what is said answers a question", () => {
  expect(open("contributor")).toEqual(["TIP-JUS-01", "TIP-JUS-02"]);
  expect(open("contributor", view([remark("TIP-JUS-01", "focal_point", later)]))).toEqual(["TIP-JUS-02"]);
});
