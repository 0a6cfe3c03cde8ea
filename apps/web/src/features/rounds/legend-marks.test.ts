import type { CountryStatus } from "@avances/contracts";
import { expect, test } from "vitest";
import { legendMarks } from "./legend-marks.ts";

type Desk = NonNullable<CountryStatus["desk"]>;

const row = (part: Partial<CountryStatus>): CountryStatus =>
  ({
    status: "published",
    exempt: false,
    extended: false,
    timeliness: { kind: "on_time", daysLate: 0 },
    history: [],
    ...part,
  }) as CountryStatus;
const asked = (state: "sent" | "kept") =>
  ({ lastAsk: { to: [{ name: "Martha Urbina", state, reply: null }] }, lastOther: null }) as unknown as Desk;

test("a legend names the marks of the lines and of earlier rounds, and no others", () => {
  const marks = legendMarks([
    row({}),
    row({ status: "draft", timeliness: { kind: "overdue", daysLate: 8 } }),
    row({ history: [{ year: 2024, status: "draft", timeliness: "exempt" }] }),
    row({ history: [{ year: 2025, status: "returned", timeliness: "received_late" }] }),
  ]);
  expect([...marks.statuses].sort()).toEqual(["draft", "exempt", "published", "returned"]);
  expect(marks).toMatchObject({ late: true, receivedLate: true, extended: false, accepted: false });
});

test("what a mail server accepted is explained where a message says so, and not where mail is kept", () => {
  expect(legendMarks([row({ desk: asked("kept") })]).accepted).toBe(false);
  expect(legendMarks([row({ desk: asked("sent") })]).accepted).toBe(true);
});
