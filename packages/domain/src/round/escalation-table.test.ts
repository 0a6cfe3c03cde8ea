import { expect, test } from "vitest";
import { type SubmissionStatus, submissionStatuses } from "../submission/submission-status.ts";
import { addDays } from "./calendar-date.ts";
import { confirmedByDefault } from "./confirmed-step.ts";
import { planNotices } from "./due-notices.ts";
import { noticeCalendar } from "./notice-calendar.ts";
import type { CountryNoticeState } from "./notice-state.ts";
import { noDaysOff } from "./sending-window.ts";

/** The table of notices of the methodology (section 8) as it stands on paper, line by line; what the engine does is compared with it and not derived from it. */
type To = "F" | "A" | "TS" | "LO" | "NFP" | "PPT";
interface Line {
  readonly step: string;
  readonly counted: "opening" | "due" | "return";
  readonly day: number;
  readonly to: readonly To[];
}
const reporters = ["F", "A"] as const;
const paper: readonly Line[] = [
  { step: "opening", counted: "opening", day: 0, to: reporters },
  ...[-30, -14, -7, -1].map((day): Line => ({ step: `before_${-day}`, counted: "due", day, to: reporters })),
  { step: "due_today", counted: "due", day: 0, to: reporters },
  ...[1, 7].map((day): Line => ({ step: `overdue_${day}`, counted: "due", day, to: [...reporters, "TS"] })),
  { step: "escalation_14", counted: "due", day: 14, to: [...reporters, "TS", "LO"] },
  { step: "escalation_30", counted: "due", day: 30, to: [...reporters, "TS", "LO", "NFP", "PPT"] },
  { step: "closing_45", counted: "due", day: 45, to: [...reporters, "TS"] },
  { step: "returned_before_5", counted: "return", day: -5, to: reporters },
  { step: "returned_before_1", counted: "return", day: -1, to: reporters },
  { step: "returned_overdue_1", counted: "return", day: 1, to: [...reporters, "TS"] },
];
const nameOf: Readonly<Record<string, To>> = {
  ...{ focal_point: "F", alternate: "A", secretariat: "TS", liaison_officer: "LO" },
  ...{ national_focal_point: "NFP", presidency: "PPT" },
};

const opensOn = "2027-02-01";
const dates = { dueOn: "2027-04-30", returnDueOn: "2027-06-10" };
const zone = "America/Tegucigalpa";

interface Case extends Pick<CountryNoticeState, "obligated" | "exempt" | "status"> {
  readonly sentBefore: boolean;
}
const cases: readonly Case[] = submissionStatuses.flatMap((status) =>
  [true, false].flatMap((obligated) =>
    [true, false].flatMap((exempt) =>
      [true, false]
        .filter((sentBefore) => canBe(status, exempt, sentBefore))
        .map((sentBefore): Case => ({ status, obligated, exempt, sentBefore })),
    ),
  ),
);

function canBe(status: SubmissionStatus, exempt: boolean, sentBefore: boolean): boolean {
  if (status === "exempt") return exempt && !sentBefore;
  if (status === "not_started") return !sentBefore;
  return status === "draft" || sentBefore;
}

/** In words of the methodology: who is written to at all, by this line, in this case. */
function applies({ counted, day }: Line, { status, obligated, exempt, sentBefore }: Case): boolean {
  // "Notices stop at submission"; "a returned submission starts its own deadline", whoever sent it.
  if (status === "returned") return counted === "return";
  if (status !== "not_started" && status !== "draft") return false;
  if (counted === "return" || exempt) return false;
  // "Other members may report voluntarily: they receive no overdue notices" and none of the due date; they are invited.
  if (counted === "opening") return true;
  if (!obligated) return false;
  // "The first submission fixes timeliness": who withdrew it is reminded until the date, and is not late after it.
  return !sentBefore || day <= 0;
}

/** 09:00 in Tegucigalpa, which has been six hours behind all year since 2007. */
const nine = (day: string) => new Date(`${day}T15:00:00Z`);
const anchorOf = ({ counted }: Line) => ({ opening: opensOn, due: dates.dueOn, return: dates.returnDueOn })[counted];
const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
const nextWorkingDay = (day: string): string => (isWeekend(day) ? nextWorkingDay(addDays(day, 1)) : day);

test("each line of the table, in each state of a report: to whom it goes, on which day and at which instant, or that it does not", () => {
  const wrong: string[] = [];
  let sent = 0;
  for (const line of paper)
    for (const one of cases) {
      const ownDay = addDays(anchorOf(line), line.day);
      const leavesOn = nextWorkingDay(ownDay);
      // A message of a date that has passed by the day on which it could leave says nothing any more.
      const isVain = line.counted !== "opening" && line.day <= 0 && leavesOn > anchorOf(line);
      const state: CountryNoticeState = {
        ...{ country: "HND", timeZone: zone, daysOff: noDaysOff, opensOn, ...dates },
        ...{ status: one.status, obligated: one.obligated, exempt: one.exempt },
        firstSubmittedAt: one.sentBefore ? nine("2027-04-01") : null,
        ...{ dueToldAt: null, returnToldAt: null },
        // Nothing was sent before: of the lines whose day has come, only the latest leaves, and this one is it on its day.
        handled: new Set(),
        confirmation: { needed: new Set(), decided: new Map() },
      };
      const plan = (now: Date) =>
        planNotices({ now, countries: [state] }).filter(
          ({ step, disposition }) => step === line.step && disposition === "send",
        );
      const before = plan(new Date(nine(leavesOn).getTime() - 1));
      const at = plan(nine(leavesOn));
      const expected = applies(line, one) && !isVain;
      if (expected) sent += 1;
      const to = at.flatMap(({ audience }) => audience.map((name) => nameOf[name])).sort();
      const said = `${line.step} ${JSON.stringify(one)}`;
      if (before.length > 0 && before.some(({ scheduledFor }) => scheduledFor >= nine(ownDay)))
        wrong.push(`${said}: early`);
      if (expected && to.join() !== [...line.to].sort().join()) wrong.push(`${said}: to ${to.join() || "nobody"}`);
      if (!expected && at.length > 0) wrong.push(`${said}: sent`);
    }
  expect(wrong).toEqual([]);
  expect(sent).toBeGreaterThan(20);
});

test("the engine has the lines of the table and no other; the one that tells the Presidency waits for a person unless it is set otherwise", () => {
  expect(noticeCalendar.map(({ step }) => step).toSorted()).toEqual(paper.map(({ step }) => step).toSorted());
  expect([...confirmedByDefault]).toEqual(paper.filter(({ to }) => to.includes("PPT")).map(({ step }) => step));
});
