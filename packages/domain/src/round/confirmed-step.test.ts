import { describe, expect, test } from "vitest";
import { confirmedByDefault, confirmedSteps, type StepDecision } from "./confirmed-step.ts";
import { nextByItself, nextNotice, noticeKey, noticesUntil, planNotices, proposedNotice } from "./due-notices.ts";
import { type CalendarStep, noticeSteps } from "./notice-calendar.ts";
import type { CountryNoticeState } from "./notice-state.ts";
import { noDaysOff } from "./sending-window.ts";

const due = "2027-04-30";
const keys = (steps: readonly string[]) => steps.map((step) => `${step}|${step === "opening" ? "2027-02-01" : due}`);
const late = (
  given: Partial<CountryNoticeState> & {
    readonly needed?: readonly CalendarStep[];
    readonly decided?: Readonly<Record<string, StepDecision>>;
  } = {},
): CountryNoticeState => ({
  ...{ country: "GTM", timeZone: "America/Guatemala", daysOff: noDaysOff, obligated: true, exempt: false },
  ...{ status: "not_started", firstSubmittedAt: null, opensOn: "2027-02-01", dueOn: due, returnDueOn: null },
  ...{ dueToldAt: null, returnToldAt: null },
  // Everything up to the first escalation was sent.
  handled: new Set(keys(noticeSteps.slice(0, 9))),
  confirmation: {
    needed: new Set(given.needed ?? confirmedByDefault),
    decided: new Map(
      Object.entries(given.decided ?? {}).map(([step, decision]) => [noticeKey(step as CalendarStep, due), decision]),
    ),
  },
  ...given,
});
const planned = (state: CountryNoticeState, now: string) =>
  planNotices({ now: new Date(now), countries: [state] }).map(({ step, disposition }) => `${step} ${disposition}`);
// 30 May 2027, thirty days after the due date, is a Sunday.
const sunday = "2027-05-30T16:00:00Z";
const monday = "2027-05-31T16:00:00Z";

test("by default the steps by which the Presidency learns of a country need a person; each can be set", () => {
  expect([...confirmedByDefault]).toEqual(["escalation_30"]);
  expect([...confirmedSteps([])]).toEqual(["escalation_30"]);
  const settings = [
    { step: "escalation_30", needsConfirmation: false },
    { step: "overdue_7", needsConfirmation: true },
  ] as const;
  expect([...confirmedSteps(settings)]).toEqual(["overdue_7"]);
});

describe("a step that needs a person", () => {
  test("is proposed from its own day on, also at night and on a Sunday, and does not leave", () => {
    expect(planned(late(), "2027-05-29T16:00:00Z")).toEqual([]);
    for (const now of [sunday, monday, "2027-05-31T04:00:00Z", "2027-06-11T16:00:00Z"])
      expect(planned(late(), now)).toEqual(["escalation_30 propose"]);
    expect(proposedNotice(late(), new Date(sunday))?.anchorDate).toBe(due);
  });

  test("leaves once it is confirmed, in the sending hours; declined it is recorded and not sent", () => {
    const confirmed = late({ decided: { escalation_30: "confirmed" } });
    expect(planned(confirmed, sunday)).toEqual([]);
    expect(planned(confirmed, monday)).toEqual(["escalation_30 send"]);
    expect(planned(late({ decided: { escalation_30: "declined" } }), sunday)).toEqual(["escalation_30 declined"]);
  });

  test("is proposed no more once the report arrives, the country is exempt, or reminders are held or a day was named", () => {
    const now = new Date(monday);
    for (const state of [
      late({ status: "submitted", firstSubmittedAt: now }),
      late({ exempt: true }),
      late({ heldUntil: "2027-05-31" }),
      late({ promisedOn: "2027-06-04" }),
      late({ dueOn: "2027-06-10" }),
    ])
      expect(proposedNotice(state, now)).toBeNull();
    expect(proposedNotice(late({ heldUntil: "2027-05-30" }), now)?.step).toBe("escalation_30");
  });

  test("is overtaken by a later step, which leaves by itself: then it is recorded", () => {
    // Forty-five days after the due date is a Monday; the day before, nothing is due yet.
    expect(planned(late(), "2027-06-13T16:00:00Z")).toEqual(["escalation_30 propose"]);
    expect(planned(late(), "2027-06-14T16:00:00Z")).toEqual(["escalation_30 later-step", "closing_45 send"]);
    // At night the closing message is due and cannot leave; nobody confirms what it overtakes.
    expect(planned(late(), "2027-06-15T04:00:00Z")).toEqual([]);
  });

  test("holds no earlier step back, and of two that wait the later one is proposed", () => {
    const missed = late({ handled: new Set(keys(noticeSteps.slice(0, 8))) });
    expect(planned(missed, monday)).toEqual(["escalation_14 send", "escalation_30 propose"]);
    const both = late({
      handled: new Set(keys(noticeSteps.slice(0, 8))),
      needed: ["escalation_14", "escalation_30"],
    });
    expect(planned(both, monday)).toEqual(["escalation_30 propose"]);
  });
});

test("the next step says that it needs a person; what leaves by itself passes it over", () => {
  const before = new Date("2027-05-20T16:00:00Z");
  expect(nextNotice(late(), before)).toMatchObject({
    ...{ step: "escalation_30", needsConfirmation: true, goesAt: new Date("2027-05-31T15:00:00Z"), moved: "weekend" },
  });
  expect(nextByItself(late(), before)).toMatchObject({ step: "closing_45", needsConfirmation: false });
  expect(nextNotice(late({ needed: [] }), before)).toMatchObject({ step: "escalation_30", needsConfirmation: false });
  const until = noticesUntil(late(), before, new Date("2027-07-01T00:00:00Z"));
  expect(until.map(({ step, needsConfirmation }) => [step, needsConfirmation])).toEqual([
    ["escalation_30", true],
    ["closing_45", false],
  ]);
});
