import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reference } from "../../testing/catalogue.ts";
import { submissionStatuses } from "../submission/submission-status.ts";
import { addDays } from "./calendar-date.ts";
import { localDate } from "./deadline.ts";
import { nextNotice, noticeKey, noticesUntil, type PlannedNotice, planNotices } from "./due-notices.ts";
import { eventSteps, type NoticeStep, noticeCalendar, noticeSteps } from "./notice-calendar.ts";
import type { CountryNoticeState } from "./notice-state.ts";
import { noDaysOff } from "./sending-window.ts";
import { spokenDate, stillDue } from "./still-due.ts";

const hour = 3_600_000;
type Asked = CountryNoticeState & { readonly submittedAt: Date | null };
const guatemala: Asked = {
  country: "GTM",
  timeZone: "America/Guatemala",
  daysOff: noDaysOff,
  obligated: true,
  exempt: false,
  status: "not_started",
  firstSubmittedAt: null,
  submittedAt: null,
  opensOn: "2027-02-01",
  dueOn: "2027-04-30",
  returnDueOn: null,
  dueToldAt: null,
  returnToldAt: null,
  handled: new Set(),
  confirmation: { needed: new Set(), decided: new Map() },
};
const at = (text: string) => new Date(text);
const plan = (state: CountryNoticeState, now: Date) => planNotices({ now, countries: [state] });
const short = (notices: readonly PlannedNotice[]) => notices.map(({ step, disposition }) => `${step} ${disposition}`);
const record = (state: CountryNoticeState, notices: readonly PlannedNotice[]): CountryNoticeState => ({
  ...state,
  handled: new Set([...state.handled, ...notices.map(({ step, anchorDate }) => noticeKey(step, anchorDate))]),
});

/** Runs the planner at the given instants and keeps the ledger between them. */
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
  test("a country that never answers gets each step once, at nine in its capital, on its day or the next working day", () => {
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
    // 1 May is a Saturday and 30 May a Sunday: what is about these days leaves on the Monday after.
    const moved = planned.filter(({ plannedAt, scheduledFor }) => plannedAt.getTime() !== scheduledFor.getTime());
    expect(moved.map(({ step, plannedAt }) => `${step} ${plannedAt.toISOString()}`)).toEqual([
      "overdue_1 2027-05-03T15:00:00.000Z",
      "escalation_30 2027-05-31T15:00:00.000Z",
    ]);
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
    const times = run(ottawa, everyHour("2027-03-07T00:00:00Z", "2027-03-17T00:00:00Z")).filter(
      ({ disposition }) => disposition === "send",
    );
    expect(times.map(({ step, scheduledFor }) => `${step} ${scheduledFor.toISOString()}`)).toEqual([
      "before_7 2027-03-08T14:00:00.000Z",
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
    const planned = plan({ ...guatemala, handled: known }, at("2027-05-03T18:00:00Z"));
    expect(short(planned)).toEqual(["before_1 date-passed", "due_today date-passed", "overdue_1 send"]);
  });

  test("an opening that was missed is superseded by what came after it, or lies too far back", () => {
    expect(short(plan(guatemala, at("2027-02-26T18:00:00Z")))).toEqual(["opening send"]);
    expect(short(plan(guatemala, at("2027-04-20T18:00:00Z")))).toEqual([
      "opening too-late",
      "before_30 later-step",
      "before_14 send",
    ]);
  });

  test("is caught up between nine and six on a working day, never at night and never on a Sunday", () => {
    const missed = { ...guatemala, handled: new Set(["opening|2027-02-01", "before_30|2027-04-30"]) };
    const whenSent = (from: string) => run(missed, everyHour(from, "2027-04-22T00:00:00Z"));
    // before_14 belongs to Friday 16 April. Guatemala is six hours behind UTC.
    for (const [found, sent] of [
      ["2027-04-16T23:00:00Z", "2027-04-16T23:00:00.000Z"],
      ["2027-04-17T00:00:00Z", "2027-04-19T15:00:00.000Z"],
      ["2027-04-17T18:00:00Z", "2027-04-19T15:00:00.000Z"],
      ["2027-04-18T18:00:00Z", "2027-04-19T15:00:00.000Z"],
      ["2027-04-19T20:00:00Z", "2027-04-19T20:00:00.000Z"],
      ["2027-04-20T03:00:00Z", "2027-04-20T15:00:00.000Z"],
    ] as const) {
      const [first] = whenSent(found);
      expect([found, first?.step, first?.plannedAt.toISOString()]).toEqual([found, "before_14", sent]);
      expect(nextNotice(missed, at(found))).toMatchObject({ step: "before_14", goesAt: at(sent) });
    }
  });

  test("is about its own day, and leaves on the next one on which something may", () => {
    const known = new Set(
      noticeSteps.slice(0, 6).map((step) => noticeKey(step, step === "opening" ? "2027-02-01" : "2027-04-30")),
    );
    const state = { ...guatemala, handled: known };
    expect(plan(state, at("2027-05-01T15:00:00Z"))).toEqual([]);
    expect(plan(state, at("2027-05-03T14:59:59Z"))).toEqual([]);
    const [sent] = plan(state, at("2027-05-03T15:00:00Z"));
    expect(sent).toMatchObject({ step: "overdue_1", disposition: "send", scheduledFor: at("2027-05-01T15:00:00Z") });
    expect(nextNotice(state, at("2027-04-30T20:00:00Z"))).toMatchObject({
      step: "overdue_1",
      ownDay: "2027-05-01",
      goesAt: at("2027-05-03T15:00:00Z"),
      moved: "weekend",
    });
  });

  test("nothing leaves on a holiday or a quiet day; what would no longer be true by then is only recorded", () => {
    // Thursday and Friday of Holy Week; the following Monday is quiet too.
    const daysOff = new Set(["2027-03-25", "2027-03-26", "2027-03-29"]);
    const state = { ...guatemala, daysOff, dueOn: "2027-03-26", handled: new Set(["opening|2027-02-01"]) };
    const planned = run(state, everyHour("2027-03-19T00:00:00Z", "2027-04-05T00:00:00Z"));
    expect(
      planned.map(
        ({ step, disposition, plannedAt }) => `${localDate(plannedAt, state.timeZone)} ${step} ${disposition}`,
      ),
    ).toEqual([
      "2027-03-19 before_30 later-step",
      "2027-03-19 before_14 later-step",
      "2027-03-19 before_7 send",
      "2027-03-27 before_1 date-passed",
      "2027-03-27 due_today date-passed",
      "2027-03-30 overdue_1 send",
      "2027-04-02 overdue_7 send",
    ]);
    const told = nextNotice(record(state, planned.slice(0, 3)), at("2027-03-20T00:00:00Z"));
    expect(told).toMatchObject({
      step: "overdue_1",
      ownDay: "2027-03-27",
      goesAt: at("2027-03-30T15:00:00Z"),
      moved: "weekend",
    });
  });

  test("while the reminders are held nothing leaves; afterwards the latest step that is still true", () => {
    const handled = new Set(["opening|2027-02-01", "before_30|2027-04-30"]);
    const state = { ...guatemala, handled, heldUntil: "2027-04-25" };
    const planned = run(state, everyHour("2027-04-10T00:00:00Z", "2027-05-01T00:00:00Z"));
    expect(
      planned.map(({ step, disposition, plannedAt }) => `${step} ${disposition} ${plannedAt.toISOString()}`),
    ).toEqual([
      "before_14 later-step 2027-04-26T15:00:00.000Z",
      "before_7 send 2027-04-26T15:00:00.000Z",
      "before_1 send 2027-04-29T15:00:00.000Z",
      "due_today send 2027-04-30T15:00:00.000Z",
    ]);
    expect(nextNotice(state, at("2027-04-10T00:00:00Z"))).toMatchObject({ step: "before_7", moved: "held" });
    // Lifted on the 20th: what was due on the 16th leaves at once.
    expect(short(plan({ ...state, heldUntil: null }, at("2027-04-20T16:00:00Z")))).toEqual(["before_14 send"]);
    expect(nextNotice({ ...state, heldUntil: null }, at("2027-04-20T16:00:00Z"))).toMatchObject({ moved: "caught_up" });
  });

  test("a date that has passed is not announced", () => {
    const withdrawn = {
      ...guatemala,
      status: "draft" as const,
      firstSubmittedAt: at("2027-04-20T10:00:00Z"),
      handled: new Set(["opening|2027-02-01", "before_30|2027-04-30", "before_14|2027-04-30", "before_7|2027-04-30"]),
    };
    expect(short(plan(withdrawn, at("2027-05-03T15:00:00Z")))).toEqual([
      "before_1 date-passed",
      "due_today date-passed",
    ]);
    const voluntary = { ...guatemala, obligated: false, opensOn: "2027-04-15" };
    expect(short(plan(voluntary, at("2027-05-03T15:00:00Z")))).toEqual(["opening date-passed"]);
    const returned = { ...guatemala, status: "returned" as const, returnDueOn: "2027-05-20" };
    expect(short(plan(returned, at("2027-05-21T15:00:00Z")))).toEqual([
      "returned_before_5 date-passed",
      "returned_before_1 date-passed",
      "returned_overdue_1 send",
    ]);
  });

  test("a missed notice waits when another is scheduled later the same day", () => {
    const state = {
      ...guatemala,
      handled: new Set(["opening|2027-02-01", "before_30|2027-04-30", "before_14|2027-04-30", "before_7|2027-04-30"]),
    };
    expect(plan(state, at("2027-04-30T13:00:00Z"))).toEqual([]);
    expect(short(plan(state, at("2027-04-30T15:00:00Z")))).toEqual(["before_1 later-step", "due_today send"]);
  });
});

describe("a short round", () => {
  const fortnight = { ...guatemala, opensOn: "2027-02-01", dueOn: "2027-02-15" };
  const steps = (state: CountryNoticeState) =>
    run(state, everyHour("2026-12-01T00:00:00Z", "2027-05-01T00:00:00Z")).map(
      ({ step, disposition, plannedAt }) => `${localDate(plannedAt, state.timeZone)} ${step} ${disposition}`,
    );

  test("nothing is said before its opening day, and on that day there is the invitation alone", () => {
    expect(steps(fortnight).slice(0, 4)).toEqual([
      "2027-02-01 opening send",
      "2027-02-08 before_7 send",
      "2027-02-15 before_1 later-step",
      "2027-02-15 due_today send",
    ]);
    expect(steps({ ...fortnight, dueOn: "2027-02-01" }).slice(0, 2)).toEqual([
      "2027-02-01 opening send",
      "2027-02-02 overdue_1 send",
    ]);
  });

  test("the forecast is what the planner then does", () => {
    for (const dueOn of ["2027-02-01", "2027-02-08", "2027-02-15", "2027-03-03", "2027-04-30"]) {
      const state = { ...guatemala, dueOn };
      const foretold = noticesUntil(state, at("2026-12-01T00:00:00Z"), at("2027-08-01T00:00:00Z"));
      const done = run(state, everyHour("2026-12-01T00:00:00Z", "2027-08-01T00:00:00Z"));
      const sent = done.filter(({ disposition }) => disposition === "send");
      expect(foretold.map(({ step, goesAt }) => [step, goesAt])).toEqual(
        sent.map(({ step, plannedAt }) => [step, plannedAt]),
      );
    }
  });
});

describe("an extension", () => {
  test("makes new notices from the new date, at most one a day, and opens nothing twice", () => {
    const extended = run(guatemala, everyHour("2027-01-25T00:00:00Z", "2027-06-01T00:00:00Z"), (state, now) =>
      now >= at("2027-04-29T17:00:00Z")
        ? { ...state, dueOn: "2027-05-06", dueToldAt: at("2027-04-29T17:00:00Z") }
        : state,
    );
    const sent = extended.filter(({ disposition }) => disposition === "send");
    expect(sent.map(({ step, anchorDate }) => `${step} ${anchorDate}`)).toEqual([
      "opening 2027-02-01",
      "before_30 2027-04-30",
      "before_14 2027-04-30",
      "before_7 2027-04-30",
      "before_1 2027-04-30",
      "before_1 2027-05-06",
      "due_today 2027-05-06",
      "overdue_1 2027-05-06",
      "overdue_7 2027-05-06",
      "escalation_14 2027-05-06",
    ]);
  });

  test("is told in a message of its own: reminders of the new date whose day has come by then are not sent as well", () => {
    // Granted on 5 May at 21:37 in Guatemala, to 19 May: "14 days before" was due that morning.
    const grantedAt = at("2027-05-06T03:37:00Z");
    const overdue = new Set(noticeCalendar.map(({ step }) => noticeKey(step, "2027-04-30")));
    const state = {
      ...guatemala,
      dueOn: "2027-05-19",
      dueToldAt: grantedAt,
      handled: new Set([...overdue, "opening|2027-02-01"]),
    };
    expect(short(plan(state, grantedAt))).toEqual(["before_30 told-otherwise", "before_14 told-otherwise"]);
    expect(nextNotice(state, grantedAt)).toMatchObject({ step: "before_7", goesAt: at("2027-05-12T15:00:00Z") });
  });

  test("a notice sent today by other means holds the next one until tomorrow", () => {
    const state = { ...guatemala, handled: new Set(["opening|2027-02-01"]), lastSentAt: at("2027-03-31T14:00:00Z") };
    expect(plan(state, at("2027-03-31T15:00:00Z"))).toEqual([]);
    expect(nextNotice(state, at("2027-03-31T15:00:00Z"))?.goesAt).toEqual(at("2027-04-01T15:00:00Z"));
    expect(short(plan(state, at("2027-04-01T15:00:00Z")))).toEqual(["before_30 send"]);
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
      expect(noticeSteps.some((step) => judge(step, { ...guatemala, status }).due)).toBe(false);
    },
  );

  test("a voluntary country only hears that the round opened, and of work that was returned to it", () => {
    const voluntary = { ...guatemala, obligated: false };
    const planned = run(voluntary, everyHour("2027-01-25T00:00:00Z", "2027-07-01T00:00:00Z"));
    expect(short(planned)).toEqual(["opening send"]);
    const handled = new Set(["opening|2027-02-01"]);
    expect(nextNotice({ ...voluntary, handled }, at("2027-02-02T00:00:00Z"))).toBeNull();
    const returned = { ...voluntary, status: "returned" as const, returnDueOn: "2027-05-20" };
    expect(short(run(returned, everyHour("2027-05-05T00:00:00Z", "2027-07-01T00:00:00Z")))).toEqual([
      "returned_before_5 send",
      "returned_before_1 send",
      "returned_overdue_1 send",
    ]);
  });

  test("an exempt country that begins of its own accord hears nothing but of work that was returned to it", () => {
    const begun = { ...guatemala, exempt: true, status: "draft" as const };
    const everyDay = everyHour("2027-01-25T00:00:00Z", "2027-07-01T00:00:00Z");
    for (const state of [begun, { ...begun, status: "not_started" as const }]) {
      expect(run(state, everyDay)).toEqual([]);
      expect(nextNotice(state, at("2027-02-01T15:00:00Z"))).toBeNull();
    }
    const tookBack = { ...begun, firstSubmittedAt: at("2027-03-01T15:00:00Z") };
    expect(run(tookBack, everyDay)).toEqual([]);
    const steps = [...noticeSteps, ...eventSteps].filter((step) => judge(step, begun).due);
    expect(steps).toEqual([
      "submitted",
      "exempted",
      "signature_asked",
      "signature_given",
      "signature_refused",
      "questions_unseen",
    ]);
    const returned = { ...tookBack, status: "returned" as const, returnDueOn: "2027-05-20" };
    expect(short(run(returned, everyHour("2027-05-05T00:00:00Z", "2027-07-01T00:00:00Z")))).toEqual([
      "returned_before_5 send",
      "returned_before_1 send",
      "returned_overdue_1 send",
    ]);
  });

  test("work returned for a date close by is reminded of only after the day of its return", () => {
    const returned = {
      ...guatemala,
      status: "returned" as const,
      returnDueOn: "2027-05-20",
      returnToldAt: at("2027-05-17T20:00:00Z"),
    };
    expect(short(plan(returned, at("2027-05-17T20:00:00Z")))).toEqual(["returned_before_5 told-otherwise"]);
    expect(nextNotice(returned, at("2027-05-17T20:00:00Z"))).toMatchObject({ step: "returned_before_1" });
  });

  test("a withdrawn submission is reminded up to the due date and never called overdue", () => {
    const withdrawn = {
      ...guatemala,
      status: "draft" as const,
      firstSubmittedAt: at("2027-04-20T10:00:00Z"),
      handled: new Set(
        ["opening", "before_30", "before_14", "before_7"].map(
          (step) => `${step}|${step === "opening" ? "2027-02-01" : "2027-04-30"}`,
        ),
      ),
    };
    expect(nextNotice(withdrawn, at("2027-04-25T00:00:00Z"))?.step).toBe("before_1");
    const reminded = {
      ...withdrawn,
      handled: new Set([...withdrawn.handled, "before_1|2027-04-30", "due_today|2027-04-30"]),
    };
    expect(nextNotice(reminded, at("2027-04-30T16:00:00Z"))).toBeNull();
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
      goesAt: at("2027-02-01T15:00:00Z"),
      needsConfirmation: false,
      ownDay: "2027-02-01",
      moved: null,
      audience: ["focal_point", "alternate"],
    });
    const all = noticeSteps.map((step) => noticeKey(step, step === "opening" ? "2027-02-01" : "2027-04-30"));
    const before = (count: number) => ({ ...guatemala, handled: new Set(all.slice(0, count)) });
    expect(nextNotice(before(7), at("2027-05-01T15:00:00Z"))?.step).toBe("overdue_7");
    expect(nextNotice(before(11), at("2027-06-14T15:00:00Z"))).toBeNull();
  });
});

/** Judged at the moment of writing. */
const judge = (step: NoticeStep, state: Asked, now = at("2027-04-10T15:00:00Z")) =>
  stillDue({ step, anchorDate: spokenDate(step, state) ?? state.dueOn, writtenAt: now }, state, now);

describe("asked again at the moment of sending", () => {
  test("an act's notice follows what became of the submission", () => {
    const due = (step: NoticeStep) =>
      submissionStatuses.filter((status) => judge(step, { ...guatemala, status, returnDueOn: "2027-05-20" }).due);
    expect(Object.fromEntries(eventSteps.map((step) => [step, due(step)]))).toEqual({
      returned: ["returned"],
      submitted: [...submissionStatuses],
      accepted: ["accepted"],
      published: ["published"],
      extended: ["not_started", "draft"],
      return_date: ["returned"],
      exempted: ["exempt"],
      expected_again: ["not_started", "draft"],
      // Not while there is a round.
      round_cancelled: [],
      // Only while it is closed; below.
      round_closed: [],
      round_reopened: ["not_started", "draft"],
      signature_asked: ["draft", "returned", "exempt"],
      signature_given: ["draft", "returned", "exempt"],
      signature_refused: ["draft", "returned", "exempt"],
      questions_unseen: [...submissionStatuses],
      resend: ["not_started", "draft", "returned"],
    });
  });

  test("what was written before a version was sent and taken back is not sent: it would not know of it", () => {
    const writtenAt = at("2027-04-23T15:00:00Z");
    const later = at("2027-04-23T18:00:00Z");
    const [first, second] = [at("2027-04-20T16:00:00Z"), at("2027-04-23T16:00:00Z")];
    const once = { ...guatemala, status: "draft" as const, firstSubmittedAt: second, submittedAt: second };
    const twice = { ...once, firstSubmittedAt: first };
    const written = (step: NoticeStep) => ({ step, anchorDate: "2027-04-30", writtenAt });
    for (const takenBack of [once, twice]) {
      for (const step of ["before_7", "resend", "extended"] as const) {
        expect(stillDue(written(step), takenBack, later)).toEqual({ due: false, why: "status" });
        expect(stillDue({ ...written(step), writtenAt: later }, takenBack, later)).toEqual({ due: true });
      }
      expect(stillDue(written("submitted"), takenBack, later)).toEqual({ due: true });
    }
  });

  test("a notice written for another date is not sent", () => {
    const writtenAt = at("2027-04-29T15:00:00Z");
    const written = { step: "before_1", anchorDate: "2027-04-30", writtenAt } as const;
    expect(stillDue(written, guatemala, writtenAt)).toEqual({ due: true });
    expect(stillDue(written, { ...guatemala, dueOn: "2027-05-06" }, writtenAt)).toEqual({ due: false, why: "date" });
    expect(stillDue(written, { ...guatemala, status: "submitted" }, writtenAt)).toEqual({ due: false, why: "status" });
    const reminder = { step: "resend", anchorDate: "2027-04-30", writtenAt } as const;
    const returned = { ...guatemala, status: "returned" as const, returnDueOn: "2027-05-20" };
    expect(stillDue(reminder, returned, writtenAt)).toEqual({ due: false, why: "date" });
  });

  test("a notice that says a date is to come is not sent once it has come", () => {
    const writtenAt = at("2027-04-30T23:00:00Z");
    for (const step of ["due_today", "resend"] as const) {
      const written = { step, anchorDate: "2027-04-30", writtenAt };
      expect(stillDue(written, guatemala, at("2027-05-01T05:59:59Z"))).toEqual({ due: true });
      expect(stillDue(written, guatemala, at("2027-05-01T06:00:00Z"))).toEqual({ due: false, why: "date" });
    }
    const receipt = { step: "submitted", anchorDate: "2027-04-30", writtenAt } as const;
    expect(stillDue(receipt, guatemala, at("2027-06-01T00:00:00Z"))).toEqual({ due: true });
  });
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

  /** Whatever is sent leaves within the sending hours and announces no date that has passed. */
  function speaksTruly(notice: PlannedNotice, state: CountryNoticeState, now: Date): boolean {
    if (notice.disposition !== "send") return true;
    const wall = new Date(now).toLocaleTimeString("en-GB", { timeZone: state.timeZone });
    const today = localDate(now, state.timeZone);
    const isOwnDay = localDate(notice.scheduledFor, state.timeZone) === today;
    const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
    const isAnnouncement = /^(opening|before|due)/.test(notice.step);
    return (
      wall >= "09:00:00" &&
      wall < "18:00:00" &&
      (isOwnDay || (weekday > 0 && weekday < 6)) &&
      (!isAnnouncement || today <= state.dueOn) &&
      (today > state.opensOn || notice.step === "opening") &&
      today >= state.opensOn
    );
  }

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
            state = { ...state, dueOn: addDays(state.dueOn, extension.days), dueToldAt: now };
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
            expect(speaksTruly(notice, state, now)).toBe(true);
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
