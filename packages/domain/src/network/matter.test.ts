import fc from "fast-check";
import { expect, test } from "vitest";
import { roles } from "../access/role.ts";
import { type MatterDraft, matterFaults, matterKinds, mayFile, mayShowTo } from "./matter.ts";
import { canRead, visibilities } from "./visibility.ts";

const known = new Set(["CRI", "MEX", "IOM", "RCM-TS"]);
const draft: MatterDraft = {
  ...{ kind: "document", language: "es", subject: "Antecedentes", body: "", meetingId: null },
  ...{ visibility: "members", addressees: [], responsible: null },
};
const commitment: MatterDraft = { ...draft, kind: "commitment", responsible: "CRI", addressees: ["CRI", "MEX"] };

test.each<[string, MatterDraft, readonly string[]]>([
  ["a document", draft, []],
  ["a commitment", commitment, []],
  ["a commitment of the Secretariat", { ...commitment, responsible: "RCM-TS", addressees: [] }, []],
  ["an agenda item", { ...draft, kind: "agenda_item", meetingId: "m" }, []],
  ["no subject", { ...draft, subject: " \u00a0" }, ["subject_missing"]],
  ["a subject of two lines", { ...draft, subject: "a\nb" }, ["subject_lines"]],
  ["a subject that turns around", { ...draft, subject: "a\u202eb" }, ["subject_lines"]],
  ["a subject of 300 letters beyond one code unit", { ...draft, subject: "𝄞".repeat(300) }, []],
  ["a subject of 301", { ...draft, subject: "a".repeat(301) }, ["subject_long"]],
  ["a body of 20,001", { ...draft, body: "a".repeat(20_001) }, ["body_long"]],
  ["a document for the public", { ...draft, visibility: "public" }, []],
  ["a commitment for the public", { ...commitment, visibility: "public" }, ["visibility"]],
  ["to nobody that is known", { ...draft, addressees: ["CRI", "XXX"] }, ["addressee_unknown"]],
  ["an agenda item of no meeting", { ...draft, kind: "agenda_item" }, ["meeting_missing"]],
  ["nobody is responsible", { ...commitment, responsible: null }, ["responsible_missing"]],
  [
    "somebody unknown is responsible, and not addressed, and the subject is missing",
    { ...commitment, responsible: "XXX", subject: "" },
    ["subject_missing", "responsible_unknown", "responsible_not_addressed"],
  ],
])("%s: %j", (_what, one, faults) => expect(matterFaults(one, known)).toEqual(faults));

test("the own side files, also once more, unless it was withdrawn", () => {
  const focal = { role: "focal_point", country: "CRI", organisation: null } as const;
  expect(mayFile(focal, { author: "CRI", state: "draft" })).toBe(true);
  expect(mayFile(focal, { author: "CRI", state: "filed" })).toBe(true);
  expect(mayFile(focal, { author: "CRI", state: "withdrawn" })).toBe(false);
  expect(mayFile(focal, { author: "MEX", state: "draft" })).toBe(false);
  expect(mayFile({ ...focal, role: "approver" }, { author: "CRI", state: "draft" })).toBe(false);
  expect(mayFile({ ...focal, role: "secretariat", country: null }, { author: "CRI", state: "filed" })).toBe(false);
});

test("only what the public edition has a place for is shown to everybody; what was withdrawn, to no more people", () => {
  const one = (
    state: "draft" | "filed" | "withdrawn",
    visibility: (typeof visibilities)[number],
    kind: (typeof matterKinds)[number] = "contribution",
  ) => ({ state, visibility, kind });
  for (const kind of matterKinds)
    expect([kind, mayShowTo(one("draft", "members", kind), "public", false)]).toEqual([
      kind,
      ["document", "contribution", "recommendation"].includes(kind),
    ]);
  expect(mayShowTo(one("withdrawn", "members"), "network", false)).toBe(false);
  expect(mayShowTo(one("draft", "network"), "secretariat", false)).toBe(true);
  expect(mayShowTo(one("filed", "network"), "members", false)).toBe(true);
  expect(mayShowTo(one("filed", "network"), "members", true)).toBe(false);
  expect(mayShowTo(one("filed", "members"), "network", true)).toBe(true);
  expect(mayShowTo(one("filed", "members"), "public", true)).toBe(true);
  // Nobody knows who of the public has read it.
  expect(mayShowTo(one("filed", "public"), "network", false)).toBe(false);
  expect(mayShowTo(one("draft", "public"), "members", false)).toBe(true);
});

test("whatever the level is changed to, nobody who had it on screen loses it", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...visibilities), fc.constantFrom(...roles)), { maxLength: 12 }),
      (steps) => {
        let visibility: (typeof visibilities)[number] = "members";
        const seenBy = new Set<(typeof roles)[number]>();
        const readBy = (role: (typeof roles)[number]) =>
          canRead(
            { role, country: role === "focal_point" ? "CRI" : null, organisation: null },
            { author: "MEX", visibility, addressees: [], state: "filed", version: 1, firstTo: null, openedAt: null },
          );
        for (const step of steps) {
          const level = visibilities.find((one) => one === step);
          const role = roles.find((one) => one === step);
          if (
            level !== undefined &&
            mayShowTo({ state: "filed", visibility, kind: "contribution" }, level, seenBy.size > 0)
          )
            visibility = level;
          if (role !== undefined && readBy(role)) seenBy.add(role);
          for (const seer of seenBy) expect(readBy(seer)).toBe(true);
        }
      },
    ),
  );
});
