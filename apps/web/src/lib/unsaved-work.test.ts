import { expect, test } from "vitest";
import { unsavedItem } from "./unsaved-work.ts";

test.each([
  ["answer", "s1.TIP-JUS-01", { what: "answer", submissionId: "s1", code: "TIP-JUS-01" }],
  ["text", "note.s1.TIP-JUS-01", { what: "note", submissionId: "s1", code: "TIP-JUS-01" }],
  ["text", "note.s1.report", { what: "note", submissionId: "s1", code: null }],
  ["text", "resend.2027", { what: "resend", of: ["2027"] }],
  ["text", "something.else", { what: "other" }],
] as const)("%s %s is named for what it is", (kind, name, item) => {
  expect(unsavedItem({ kind, name })).toEqual(item);
});
