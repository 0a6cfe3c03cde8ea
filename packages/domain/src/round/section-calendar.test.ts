import { describe, expect, test } from "vitest";
import { awaitsSection, sectionEndsAt } from "../submission/proposal.ts";
import {
  nextSectionReminder,
  planSectionReminders,
  type SectionNoticeState,
  sectionKey,
  sectionSteps,
} from "./section-calendar.ts";
import { noDaysOff } from "./sending-window.ts";

const timeZone = "America/Costa_Rica";
const at = (text: string) => new Date(text);
/** Due on Monday, 15 March 2027; reminders on Friday the 12th and Tuesday the 16th, at nine (15:00 UTC). */
const section: SectionNoticeState = {
  timeZone,
  daysOff: noDaysOff,
  dueOn: "2027-03-15",
  endsAt: sectionEndsAt({ dueOn: "2027-03-15" }, timeZone),
  toldAt: at("2027-02-10T15:00:00Z"),
  handled: new Set(),
  lastSentAt: null,
};
const plan = (now: string, more: Partial<SectionNoticeState> = {}) =>
  planSectionReminders({ ...section, ...more }, at(now)).map(({ step, disposition }) => `${step} ${disposition}`);
const next = (now: string, more: Partial<SectionNoticeState> = {}) => {
  const found = nextSectionReminder({ ...section, ...more }, at(now));
  return found === null ? null : `${found.step} ${found.goesAt.toISOString()}`;
};
const handled = new Set([sectionKey("section_before", section.dueOn)]);

describe("the reminders of a section", () => {
  test("one goes at nine three days before the date, one at nine the day after it", () => {
    expect(plan("2027-03-12T14:59:59Z")).toEqual([]);
    expect(plan("2027-03-12T15:00:00Z")).toEqual(["section_before send"]);
    expect(plan("2027-03-16T14:59:59Z", { handled })).toEqual([]);
    expect(plan("2027-03-16T15:00:00Z", { handled })).toEqual(["section_overdue send"]);
  });

  test("a missed one leaves in the sending hours of the next working day, and never says what has passed", () => {
    // Saturday, Monday before nine, Monday: the date is today.
    expect(plan("2027-03-13T15:00:00Z")).toEqual([]);
    expect(plan("2027-03-15T14:00:00Z")).toEqual([]);
    expect(plan("2027-03-15T23:00:00Z")).toEqual(["section_before send"]);
    // In the evening nothing leaves; the day after, the first has nothing more to say.
    expect(plan("2027-03-16T00:30:00Z")).toEqual([]);
    expect(plan("2027-03-16T15:00:00Z")).toEqual(["section_before date-passed", "section_overdue send"]);
    expect(plan("2027-03-16T07:00:00Z")).toEqual(["section_before date-passed"]);
  });

  test("whoever was told the date that day or later is not reminded of it", () => {
    expect(plan("2027-03-12T15:00:00Z", { toldAt: at("2027-03-12T14:00:00Z") })).toEqual([
      "section_before told-otherwise",
    ]);
    expect(plan("2027-03-12T15:00:00Z", { toldAt: at("2027-03-11T20:00:00Z") })).toEqual(["section_before send"]);
  });

  test("one message a person and day: another one of that day moves it to the next", () => {
    const lastSentAt = at("2027-03-16T14:00:00Z");
    expect(plan("2027-03-16T16:00:00Z", { handled, lastSentAt })).toEqual([]);
    expect(plan("2027-03-17T15:00:00Z", { handled, lastSentAt })).toEqual(["section_overdue send"]);
    expect(next("2027-03-16T16:00:00Z", { handled, lastSentAt })).toBe("section_overdue 2027-03-17T15:00:00.000Z");
  });

  test("the next one is told with its day, and none when none is left", () => {
    expect(next("2027-03-01T15:00:00Z")).toBe("section_before 2027-03-12T15:00:00.000Z");
    expect(next("2027-03-13T15:00:00Z")).toBe("section_before 2027-03-15T15:00:00.000Z");
    expect(next("2027-03-15T15:00:00Z", { handled })).toBe("section_overdue 2027-03-16T15:00:00.000Z");
    expect(next("2027-03-12T16:00:00Z", { toldAt: at("2027-03-12T14:00:00Z") })).toBe(
      "section_overdue 2027-03-16T15:00:00.000Z",
    );
    const all = new Set(sectionSteps.map((step) => sectionKey(step, section.dueOn)));
    expect(next("2027-03-16T15:00:00Z", { handled: all })).toBeNull();
    expect(next("2027-03-31T15:00:00Z", { handled })).toBeNull();
  });

  test("with another date there are new ones", () => {
    expect(plan("2027-03-19T15:00:00Z", { handled, dueOn: "2027-03-22" })).toEqual(["section_before send"]);
  });
});

describe("what is awaited of a section", () => {
  const asked = {
    ...{ dueOn: "2027-03-15", invitedAt: at("2027-02-10T15:00:00Z"), changedAt: null },
    ...{ handedInAt: null, removedAt: null },
  };
  const report = { status: "draft", returnedAt: null, timeZone } as const;
  const now = at("2027-03-12T15:00:00Z");

  test("nothing once it was handed in, taken back or closed, or while the report cannot be written", () => {
    expect(awaitsSection(asked, report, now)).toBe(true);
    expect(awaitsSection({ ...asked, handedInAt: now }, report, now)).toBe(false);
    expect(awaitsSection({ ...asked, removedAt: now }, report, now)).toBe(false);
    expect(awaitsSection(asked, report, at("2027-03-31T05:59:59Z"))).toBe(true);
    expect(awaitsSection(asked, report, at("2027-03-31T06:00:00Z"))).toBe(false);
    for (const status of ["submitted", "accepted", "published"] as const)
      expect(awaitsSection(asked, { ...report, status }, now)).toBe(false);
    for (const status of ["not_started", "exempt"] as const)
      expect(awaitsSection(asked, { ...report, status }, now)).toBe(true);
  });

  test("of a returned report only what was asked for or changed since", () => {
    const returned = { ...report, status: "returned", returnedAt: at("2027-03-01T15:00:00Z") } as const;
    expect(awaitsSection(asked, returned, now)).toBe(false);
    expect(awaitsSection({ ...asked, changedAt: at("2027-03-01T15:00:00Z") }, returned, now)).toBe(true);
    // Sent again and withdrawn: what was locked is locked still.
    const withdrawn = { ...returned, status: "draft" } as const;
    expect(awaitsSection(asked, withdrawn, now)).toBe(false);
    expect(awaitsSection({ ...asked, changedAt: at("2027-03-01T15:00:00Z") }, withdrawn, now)).toBe(true);
  });
});
