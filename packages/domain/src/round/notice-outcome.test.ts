import { expect, test } from "vitest";
import { noticeOutcomes, readOutcome, writeOutcome } from "./notice-outcome.ts";

test("what is written is read back; what a mail server says never passes for an outcome", () => {
  for (const code of noticeOutcomes) {
    expect(readOutcome(writeOutcome({ code, status: null }))).toEqual({ code, status: null });
    expect(readOutcome(writeOutcome({ code, status: "submitted" }))).toEqual({ code, status: "submitted" });
  }
  for (const answer of ["", "550 No such mailbox", "too-late to be delivered", "kept-here submitted twice", "later"]) {
    expect(readOutcome(answer)).toBeNull();
  }
});
