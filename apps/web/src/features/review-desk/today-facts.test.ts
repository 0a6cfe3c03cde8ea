import { expect, test } from "vitest";
import { todayFacts } from "./today-facts.ts";

type Queue = Parameters<typeof todayFacts>[0];
type Rows = Parameters<typeof todayFacts>[1];
const now = new Date("2027-05-10T18:00:00Z");
const report = (country: string, status: string, more: object = {}) =>
  ({ country, status, answerBy: null, publication: null, returnDueOn: null, ...more }) as unknown as Queue[number];
const row = (country: string, more: object = {}) =>
  ({
    ...{ country, obligated: true, exempt: false, status: "not_started", firstSubmittedAt: null },
    ...{ timeliness: { kind: "overdue", daysLate: 10 }, desk: { invitation: "used", questionSince: null } },
    ...more,
  }) as unknown as Rows[number];
const facts = (queue: Queue, rows: Rows = []) => todayFacts(queue, rows, now, () => "America/Costa_Rica");

test("the promised day of a report has passed, is today, or is to come", () => {
  const queue = [
    report("CRI", "submitted", { answerBy: "2027-05-09" }),
    report("GTM", "submitted", { answerBy: "2027-05-10" }),
    report("HND", "submitted", { answerBy: "2027-05-11" }),
    report("NIC", "submitted"),
  ];
  expect(facts(queue).us).toMatchObject({ overdue: ["CRI"], dueToday: ["GTM"], review: 2 });
});

test("a country that may report voluntarily, or is exempt, is never late and never without a contact", () => {
  const alone = { desk: { invitation: "none", questionSince: null } };
  const rows = [
    row("CRI", alone),
    row("CAN", { ...alone, obligated: false }),
    row("GTM", { ...alone, exempt: true, status: "exempt" }),
  ];
  expect(facts([], rows).countries.late).toEqual(["CRI"]);
  expect(facts([], rows).us.unreachable).toEqual(["CRI"]);
});

test("accepted reports wait for the country until they may be published, and then for the office", () => {
  const publication = (from: string, consent: object | null = null) => ({ publication: { from, consent } });
  const queue = [
    report("CRI", "accepted", publication("2027-05-10")),
    report("GTM", "accepted", publication("2027-05-14")),
    report("HND", "accepted", publication("2027-05-14", { byName: "Inés" })),
  ];
  expect(facts(queue).us.publish).toEqual(["CRI"]);
  expect(facts(queue).countries.consent).toEqual(["GTM"]);
});

test("clarifications are awaited until their day has passed; a question of a country waits for the office", () => {
  const queue = [
    report("CRI", "returned", { returnDueOn: "2027-05-09" }),
    report("GTM", "returned", { returnDueOn: "2027-05-10" }),
  ];
  expect(facts(queue).countries).toMatchObject({ returnedLate: ["CRI"], returned: ["GTM"] });
  const asked = { desk: { invitation: "used", questionSince: "2027-05-01T00:00:00.000Z" } };
  expect(facts([], [row("HND", asked)]).us.questions).toEqual(["HND"]);
});
