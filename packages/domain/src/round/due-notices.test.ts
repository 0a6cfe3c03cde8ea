import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reference } from "../catalogue/catalogue.fixture.ts";
import { submissionStatuses } from "../submission/submission-status.ts";
import { addDays } from "./calendar-date.ts";
import { localDate } from "./deadline.ts";
import {
  type CountryNoticeState,
  nextNotice,
  noticeKey,
  type PlannedNotice,
  planNotices,
  stillDue,
} from "./due-notices.ts";
import { type eventSteps, noticeCalendar, noticeSteps } from "./notice-calendar.ts";

const hour = 3_600_000;
const guatemala: CountryNoticeState = {
  country: "GTM",
  timeZone: "America/Guatemala",
  obligated: true,
  status: "not_started",
  firstSubmittedAt: null,
  opensOn: "2027-02-01",
  dueOn: "2027-04-30",
  returnDueOn: null,
  handled: new Set(),
};
const at = (text: string) => new Date(text);
const plan = (state: CountryNoticeState, now: Date) => planNotices({ now, countries: [state] });
const short = (notices: readonly PlannedNotice[]) => notices.map(({ step, disposition }) => `${step} ${disposition}`);
const record = (state: CountryNoticeState, notices: readonly PlannedNotice[]): CountryNoticeState => ({
  ...state,
  handled: new Set([...state.handled, ...notices.map(({ step, anchorDate }) => noticeKey(step, anchorDate))]),
});

/** Runs the planner at the given instants, keeping the ledger. */
function run(
  state: CountryNoticeState,
  instants: readonly Date[],
  change: (state: CountryNoticeState, now: Date) => CountryNoticeState = (same) => same,
) {
  const planned: (PlannedNotice & { readonly plannedAt: Date })[] = [];
  let current = state;
  for (const now of instants) {
    current = change(current, now);
    const notices = plan(current, now);
    planned.push(...notices.map((notice) => ({ ...notice, plannedAt: now })));
    current = record(current, notices);
  }
  return planned;
}
const everyHour = (from: string, to: string) =>
  Array.from(
    { length: (at(to).getTime() - at(from).getTime()) / hour },
    (_, index) => new Date(at(from).getTime() + index * hour),
  );

describe("the calendar of a round", () => {
  test("a country that never answers gets each step once, at nine in its capital", () => {
    const planned = run(guatemala, everyHour("2027-01-25T00:00:00Z", "2027-07-01T00:00:00Z"));
    expect(
      planned.map(({ step, disposition, scheduledFor }) => [step, disposition, scheduledFor.toISOString()]),
    ).toEqual([
      ["opening", "send", "2027-02-01T15:00:00.000Z"],
      ["before_30", "send", "2027-03-31T15:00:00.000Z"],
      ["before_14", "send", "2027-04-16T15:00:00.000Z"],
      ["before_7", "send", "2027-04-23T15:00:00.000Z"],
      ["before_1", "send", "2027-04-29T15:00:00.000Z"],
      ["due_today", "send", "2027-04-30T15:00:00.000Z"],
      ["overdue_1", "send", "2027-05-01T15:00:00.000Z"],
      ["overdue_7", "send", "2027-05-07T15:00:00.000Z"],
      ["escalation_14", "send", "2027-05-14T15:00:00.000Z"],
      ["escalation_30", "send", "2027-05-30T15:00:00.000Z"],
      ["closing_45", "send", "2027-06-14T15:00:00.000Z"],
    ]);
    expect(planned.every(({ plannedAt, scheduledFor }) => plannedAt.getTime() === scheduledFor.getTime())).toBe(true);
  });

  test("the secretariat is copied once overdue, liaison officers and then the presidency join", () => {
    const audienceOf = (step: string) => noticeCalendar.find((rule) => rule.step === step)?.audience;
    expect(audienceOf("before_7")).toEqual(["focal_point", "alternate"]);
    expect(audienceOf("overdue_1")).toContain("secretariat");
    expect(audienceOf("escalation_14")).toContain("liaison_officer");
    expect(audienceOf("escalation_14")).not.toContain("presidency");
    expect(audienceOf("escalation_30")).toEqual(expect.arrayContaining(["national_focal_point", "presidency"]));
    expect(noticeCalendar.map(({ step }) => step)).toEqual([...noticeSteps]);
  });

  test("nothing is planned before its hour", () => {
    const before = { ...guatemala, handled: new Set(["opening|2027-02-01"]) };
    expect(plan(before, at("2027-03-31T14:59:59Z"))).toEqual([]);
    expect(short(plan(before, at("2027-03-31T15:00:00Z")))).toEqual(["before_30 send"]);
  });

  test("nine o'clock follows daylight saving", () => {
    const ottawa = { ...guatemala, country: "CAN", timeZone: "America/Toronto", dueOn: "2027-03-15" };
    const times = run(ottawa, everyHour("2027-03-13T00:00:00Z", "2027-03-17T00:00:00Z")).filter(
      ({ disposition }) => disposition === "send",
    );
    expect(times.map(({ step, scheduledFor }) => `${step} ${scheduledFor.toISOString()}`)).toEqual([
      "before_7 2027-03-08T14:00:00.000Z",
      "before_1 2027-03-14T13:00:00.000Z",
      "due_today 2027-03-15T13:00:00.000Z",
      "overdue_1 2027-03-16T13:00:00.000Z",
    ]);
  });
});

describe("a missed day", () => {
  test("three days without a scheduler: only the latest step is sent, the others are recorded", () => {
    const known = new Set(
      ["opening", "before_30", "before_14", "before_7"].map((step) =>
        noticeKey(step as "opening", step === "opening" ? "2027-02-01" : "2027-04-30"),
      ),
    );
    const planned = plan({ ...guatemala, handled: known }, at("2027-05-02T03:00:00Z"));
    expect(short(planned)).toEqual(["before_1 superseded", "due_today superseded", "overdue_1 send"]);
  });

  test("an opening that was missed is superseded by what came after it", () => {
    expect(short(plan(guatemala, at("2027-04-20T18:00:00Z")))).toEqual([
      "opening superseded",
      "before_30 superseded",
      "before_14 send",
    ]);
  });

  test("a missed notice waits when another is scheduled later the same day", () => {
    const state = {
      ...guatemala,
      handled: new Set(["opening|2027-02-01", "before_30|2027-04-30", "before_14|2027-04-30", "before_7|2027-04-30"]),
    };
    expect(plan(state, at("2027-04-30T13:00:00Z"))).toEqual([]);
    expect(short(plan(state, at("2027-04-30T15:00:00Z")))).toEqual(["before_1 superseded", "due_today send"]);
  });
});

describe("an extension", () => {
  test("makes new notices from the new date, at most one a day, and opens nothing twice", () => {
    const extended = run(guatemala, everyHour("2027-01-25T00:00:00Z", "2027-06-01T00:00:00Z"), (state, now) =>
      now >= at("2027-04-29T17:00:00Z") ? { ...state, dueOn: "2027-05-06" } : state,
    );
    const sent = extended.filter(({ disposition }) => disposition === "send");
    expect(sent.map(({ step, anchorDate }) => `${step} ${anchorDate}`)).toEqual([
      "opening 2027-02-01",
      "before_30 2027-04-30",
      "before_14 2027-04-30",
      "before_7 2027-04-30",
      "before_1 2027-04-30",
      "before_7 2027-05-06",
      "before_1 2027-05-06",
      "due_today 2027-05-06",
      "overdue_1 2027-05-06",
      "overdue_7 2027-05-06",
      "escalation_14 2027-05-06",
    ]);
    // before_7 for the new date falls on 29 April, when before_1 for the old one went out at nine: it goes the next day.
    expect(localDate(sent[5]?.plannedAt as Date, "America/Guatemala")).toBe("2027-04-30");
  });

  test("a notice claimed for the old date is no longer due", () => {
    expect(stillDue("before_1", guatemala, "2027-04-30")).toBe(true);
    expect(stillDue("before_1", { ...guatemala, dueOn: "2027-05-06" }, "2027-04-30")).toBe(false);
  });

  test("a notice sent today by other means holds the next one until tomorrow", () => {
    const state = { ...guatemala, lastSentAt: at("2027-03-31T14:00:00Z") };
    expect(plan(state, at("2027-03-31T15:00:00Z"))).toEqual([]);
    expect(short(plan(state, at("2027-04-01T06:00:00Z")))).toEqual(["opening superseded", "before_30 send"]);
  });
});

describe("who is not written to", () => {
  test.each(["submitted", "accepted", "published", "exempt"] as const)(
    "a country whose submission is %s gets nothing",
    (status) => {
      for (const now of ["2027-02-01T15:00:00Z", "2027-04-30T15:00:00Z", "2027-06-30T15:00:00Z"]) {
        expect(plan({ ...guatemala, status }, at(now))).toEqual([]);
      }
      expect(nextNotice({ ...guatemala, status }, at("2027-02-01T15:00:00Z"))).toBeNull();
      expect(noticeSteps.some((step) => stillDue(step, { ...guatemala, status }))).toBe(false);
    },
  );

  test("a voluntary country only hears that the round opened", () => {
    const voluntary = { ...guatemala, obligated: false };
    const planned = run(voluntary, everyHour("2027-01-25T00:00:00Z", "2027-07-01T00:00:00Z"));
    expect(short(planned)).toEqual(["opening send"]);
    expect(nextNotice(voluntary, at("2027-02-02T00:00:00Z"))).toBeNull();
  });

  test("a withdrawn submission is reminded up to the due date and never called overdue", () => {
    const withdrawn = {
      ...guatemala,
      status: "draft" as const,
      firstSubmittedAt: at("2027-04-20T10:00:00Z"),
      handled: new Set(["opening|2027-02-01"]),
    };
    expect(nextNotice(withdrawn, at("2027-04-25T00:00:00Z"))?.step).toBe("before_1");
    expect(nextNotice(withdrawn, at("2027-04-30T16:00:00Z"))).toBeNull();
  });

  test("work that was returned has only its own clock", () => {
    const returned = {
      ...guatemala,
      status: "returned" as const,
      firstSubmittedAt: at("2027-04-20T10:00:00Z"),
      returnDueOn: "2027-05-20",
    };
    const planned = run(returned, everyHour("2027-05-05T00:00:00Z", "2027-07-01T00:00:00Z"));
    expect(planned.map(({ step, anchorDate, scheduledFor }) => [step, anchorDate, scheduledFor.toISOString()])).toEqual(
      [
        ["returned_before_5", "2027-05-20", "2027-05-15T15:00:00.000Z"],
        ["returned_before_1", "2027-05-20", "2027-05-19T15:00:00.000Z"],
        ["returned_overdue_1", "2027-05-20", "2027-05-21T15:00:00.000Z"],
      ],
    );
    // Returned a second time: a new date, new reminders.
    const again = run(
      record({ ...returned, returnDueOn: "2027-06-10" }, planned),
      everyHour("2027-06-01T00:00:00Z", "2027-07-01T00:00:00Z"),
    );
    expect(again.map(({ step }) => step)).toEqual(["returned_before_5", "returned_before_1", "returned_overdue_1"]);
  });
});

describe("the next notice", () => {
  test("is the earliest that is neither past nor handled", () => {
    expect(nextNotice(guatemala, at("2027-01-01T00:00:00Z"))).toEqual({
      step: "opening",
      anchorDate: "2027-02-01",
      scheduledFor: at("2027-02-01T15:00:00Z"),
      audience: ["focal_point", "alternate"],
    });
    expect(nextNotice(guatemala, at("2027-05-01T15:00:00Z"))?.step).toBe("overdue_7");
    expect(nextNotice(guatemala, at("2027-06-14T15:00:00Z"))).toBeNull();
  });
});

test("asked again at the moment of sending, an act's notice follows what became of the submission", () => {
  const due = (step: (typeof eventSteps)[number]) =>
    submissionStatuses.filter((status) => stillDue(step, { ...guatemala, status }));
  expect(due("returned")).toEqual(["returned"]);
  expect(due("submitted")).toEqual([...submissionStatuses]);
  expect(due("accepted")).toEqual(["accepted", "published"]);
  expect(due("published")).toEqual(["published"]);
  expect(due("resend")).toEqual(["not_started", "draft", "returned"]);
});

describe("whatever happens", () => {
  const scenario = fc.record({
    timeZone: fc.constantFrom(...reference.countries.map(({ timeZone }) => timeZone)),
    obligated: fc.boolean(),
    opensOn: fc.integer({ min: 0, max: 300 }).map((days) => addDays("2027-01-01", days)),
    openDays: fc.integer({ min: 0, max: 100 }),
    extensions: fc.array(fc.record({ onHour: fc.nat(4000), days: fc.integer({ min: 1, max: 40 }) }), { maxLength: 3 }),
    submitAt: fc.option(fc.nat(4000)),
    gaps: fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 5, maxLength: 150 }),
  });

  test("each step goes out once per date, one a day, never early, and a second run finds nothing to do", () => {
    fc.assert(
      fc.property(scenario, ({ timeZone, obligated, opensOn, openDays, extensions, submitAt, gaps }) => {
        const start = Date.parse(`${opensOn}T00:00:00Z`) - 48 * hour;
        let state: CountryNoticeState = {
          ...guatemala,
          timeZone,
          obligated,
          opensOn,
          dueOn: addDays(opensOn, openDays),
        };
        const sentOn: string[] = [];
        const keys: string[] = [];
        let elapsed = 0;
        for (const gap of gaps) {
          elapsed += gap;
          const now = new Date(start + elapsed * hour);
          for (const extension of extensions.filter(({ onHour }) => onHour > elapsed - gap && onHour <= elapsed)) {
            state = { ...state, dueOn: addDays(state.dueOn, extension.days) };
          }
          if (submitAt !== null && submitAt <= elapsed)
            state = { ...state, status: "submitted", firstSubmittedAt: now };
          const planned = plan(state, now);
          if (state.status === "submitted") expect(planned).toEqual([]);
          expect(planned.filter(({ disposition }) => disposition === "send").length).toBeLessThanOrEqual(1);
          for (const notice of planned) {
            expect(notice.scheduledFor.getTime()).toBeLessThanOrEqual(now.getTime());
            keys.push(noticeKey(notice.step, notice.anchorDate));
            if (!obligated) expect(notice.step).toBe("opening");
            if (notice.disposition === "send") {
              sentOn.push(localDate(now, timeZone));
              state = { ...state, lastSentAt: now };
            }
          }
          state = record(state, planned);
          expect(plan(state, now)).toEqual([]);
        }
        expect(new Set(keys).size).toBe(keys.length);
        expect(new Set(sentOn).size).toBe(sentOn.length);
      }),
      { numRuns: 150 },
    );
  });
});
