import type { ProposalView } from "@avances/contracts";
import { expect, test } from "vitest";
import { byAuthor, toTake } from "./by-author.ts";

const proposal = (authorId: string, indicatorCode: string): ProposalView => ({
  ...{ id: `${authorId} ${indicatorCode}`, revision: 1, authorId, sectionId: null, institution: "Fiscalía" },
  proposed: {
    ...{ indicatorCode, state: "not_available", value: null, reason: "", comment: "", evidence: [], revision: 1 },
    ...{ updatedAt: "2027-02-10T15:00:00Z", updatedByName: "Ana Mora" },
  } as unknown as ProposalView["proposed"],
  ...{ present: null, state: "open", decidedAt: null, decidedByName: null, note: "", mayUndo: false },
});

test("two people of one name and institution are two authors, in the order in which they come", () => {
  const groups = byAuthor([proposal("b", "TIP-JUS-01"), proposal("a", "TIP-JUS-01"), proposal("b", "TIP-JUS-02")]);
  expect(groups.map((group) => group.map(({ id }) => id))).toEqual([
    ["b TIP-JUS-01", "b TIP-JUS-02"],
    ["a TIP-JUS-01"],
  ]);
});

test("taking all of an author leaves out what is locked", () => {
  const all = [proposal("a", "TIP-JUS-01"), proposal("a", "TIP-JUS-02")];
  expect(toTake(all, (code) => code === "TIP-JUS-02")).toEqual([all[1]]);
  expect(toTake(all, () => false)).toEqual([]);
});
