import { expect, test } from "vitest";
import { noticeOutcomes, readResult, writeOutcome } from "./notice-outcome.ts";

test("what is written is read back; what a mail server says never passes for an outcome", () => {
  for (const code of noticeOutcomes) {
    for (const status of [null, "submitted"] as const)
      expect(readResult(writeOutcome({ code, status }))).toEqual({ by: "portal", code, status });
  }
  for (const answer of ["550 No such mailbox", "too-late to be delivered", "kept-here submitted twice", "later"]) {
    expect(readResult(answer)).toEqual({ by: "mail_server", answer });
  }
  expect(readResult("")).toBeNull();
});
