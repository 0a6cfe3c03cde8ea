import { expect, test } from "vitest";
import { isClosedFor } from "../round/closing-by-hand.ts";
import { type ClosingReport, closingCounts, closingPart, closingSentence, isListed } from "./closing-list.ts";
import { timeliness } from "./timeliness.ts";

const report = (given: Partial<ClosingReport> & { readonly now?: string } = {}): ClosingReport => {
  const { now = "2027-06-20T15:00:00Z", ...more } = given;
  const own = {
    ...{ obligated: true, exempt: false, status: "not_started" as const, firstSubmittedAt: null, dueOn: "2027-04-30" },
    ...more,
  };
  const firstSubmittedAt = own.firstSubmittedAt === null ? null : new Date(own.firstSubmittedAt);
  const asked = { ...own, firstSubmittedAt, dueDate: own.dueOn, timeZone: "America/Guatemala", now: new Date(now) };
  return { ...own, timeliness: timeliness(asked) };
};
const sent = (firstSubmittedAt: string) => ({ status: "submitted" as const, firstSubmittedAt });

test("each country stands in one part, by its own date and the first report that it sent", () => {
  expect(closingPart(report(sent("2027-05-01T05:59:59Z")))).toBe("in_time");
  expect(closingPart(report(sent("2027-05-01T06:00:00Z")))).toBe("late");
  // Returned or taken back since: it was received.
  expect(closingPart(report({ ...sent("2027-05-10T15:00:00Z"), status: "draft" }))).toBe("late");
  expect(closingPart(report())).toBe("not_received");
  expect(closingPart(report({ dueOn: "2027-06-30" }))).toBe("awaited");
  expect(closingPart(report({ exempt: true }))).toBe("exempt");
  expect(closingPart(report({ exempt: true, ...sent("2027-05-10T15:00:00Z") }))).toBe("exempt");
  expect(closingPart(report({ obligated: false }))).toBe("not_asked");
  expect(closingPart(report({ obligated: false, ...sent("2027-05-10T15:00:00Z") }))).toBe("sent");
});

test("a missing report is listed for good 45 days after the own date, and not before", () => {
  expect(isListed(report(), "2027-06-13", false)).toBe(false);
  expect(isListed(report(), "2027-06-14", false)).toBe(true);
  expect(isListed(report({ dueOn: "2027-05-14" }), "2027-06-14", false)).toBe(false);
  expect(isListed(report(sent("2027-05-10T15:00:00Z")), "2027-06-14", false)).toBe(false);
});

test("once the secretariat has closed the round, it is listed if its own date had passed then, by its own clocks", () => {
  const listed = (given: Parameters<typeof report>[0], closedAt: string | null = "2027-05-15T05:59:59Z") => {
    const own = report(given);
    return isListed(own, "2027-05-20", isClosedFor({ dueOn: own.dueOn, timeZone: "America/Guatemala" }, closedAt));
  };
  expect(listed({})).toBe(true);
  expect(listed({}, null)).toBe(false);
  // The extension ran for one more second in Guatemala.
  expect(listed({ dueOn: "2027-05-14" })).toBe(false);
  expect(listed({ dueOn: "2027-05-14" }, "2027-05-15T06:00:00Z")).toBe(true);
  expect(listed(sent("2027-05-18T15:00:00Z"))).toBe(false);
});

test("the sentence counts those who are expected to report apart from those who may, and names no empty part", () => {
  const all = [
    report(sent("2027-04-10T15:00:00Z")),
    report(sent("2027-05-10T15:00:00Z")),
    report(),
    report(),
    report({ exempt: true }),
    report({ obligated: false }),
    report({ obligated: false, ...sent("2027-05-10T15:00:00Z") }),
  ];
  const counts = closingCounts(all);
  expect(closingSentence(counts, "en")).toBe(
    "Of 5 countries expected to report: 1 received in time, 1 received after its date, 2 not received and 1 exempt. Of 2 that may report voluntarily, 1 has reported.",
  );
  expect(closingSentence(counts, "es")).toBe(
    "De 5 informes que se esperan: 1 recibido en plazo, 1 recibido después de su fecha, 2 no recibidos y 1 exento. De 2 países que pueden informar voluntariamente, 1 lo ha hecho.",
  );
  expect(closingSentence(closingCounts([]), "en")).toBe("No country is expected to report in this round.");
  expect(closingSentence(closingCounts([report({ obligated: false })]), "es")).toBe(
    "Ningún país debe informar en esta ronda. De 1 país que puede informar voluntariamente, ninguno lo ha hecho.",
  );
});
