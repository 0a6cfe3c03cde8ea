import { expect, test } from "vitest";
import { mayUndoChange, staysTakeable } from "./undo-change.ts";

const now = { today: "2027-03-10", mayEdit: () => true };
const section = { dueOn: "2027-03-20", indicators: ["TIP-JUS-01", "TIP-JUS-02"], handedInAt: null };
const handedInAt = "2027-03-09T15:00:00Z";

test("a change is undone to what it was, and not to a day that has passed or with an answer that is locked", () => {
  expect(mayUndoChange({ ...section, dueOn: "2027-03-15", indicators: ["TIP-JUS-01"] }, section, now)).toBe(true);
  expect(mayUndoChange({ ...section, dueOn: "2027-03-09" }, section, now)).toBe(false);
  const late = { ...section, dueOn: "2027-03-09" };
  expect(mayUndoChange({ ...late, indicators: ["TIP-JUS-01"] }, late, now)).toBe(true);
  const mayEdit = (code: string) => code !== "TIP-LEG-01";
  expect(mayUndoChange({ ...section, indicators: ["TIP-LEG-01"] }, section, { ...now, mayEdit })).toBe(false);
});

test("nothing is undone that would leave a part open which was handed in", () => {
  const handedIn = { ...section, handedInAt };
  // Answers were added, which opened it.
  expect(mayUndoChange({ ...handedIn, indicators: ["TIP-JUS-01"] }, section, now)).toBe(false);
  // An answer was taken out: adding it again would open it.
  expect(mayUndoChange({ ...handedIn, indicators: [...section.indicators, "TIP-LEG-01"] }, handedIn, now)).toBe(false);
  expect(mayUndoChange({ ...handedIn, dueOn: "2027-03-15" }, handedIn, now)).toBe(true);
});

test("what was proposed for an answer that is taken out can be taken unless it is locked", () => {
  const mayEdit = (code: string) => code !== "TIP-JUS-02";
  expect(staysTakeable(section, ["TIP-JUS-02"], mayEdit)).toBe(true);
  expect(staysTakeable(section, ["TIP-JUS-01"], mayEdit)).toBe(false);
});
