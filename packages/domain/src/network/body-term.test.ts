import { expect, test } from "vitest";
import { type BodyTerm, heldOn, inTermOrder, type TermDays, termFaults, tidyTerm } from "./body-term.ts";

const days = (fromOn: string | null, untilOn: string | null, knownOn: string | null = null): TermDays => ({
  fromOn,
  untilOn,
  knownOn,
});

test.each([
  [days("2014-01-01", "2014-12-31"), ["no", "yes", "yes", "no"]],
  [days("2014-01-01", null), ["no", "yes", "yes", "yes"]],
  // Since when and until when nobody knows: only of that one day it is said.
  [days(null, null, "2014-01-01"), ["unknown", "yes", "unknown", "unknown"]],
  [days(null, "2014-12-31", "2014-01-01"), ["unknown", "yes", "yes", "no"]],
])("%j: on the day before, the first day, the last day and the day after", (term, said) => {
  const asked = ["2013-12-31", "2014-01-01", "2014-12-31", "2015-01-01"];
  expect(asked.map((day) => heldOn(term, day))).toEqual(said);
});

const crisis: BodyTerm & { readonly source: string } = {
  ...{ participant: "CRI", role: "secretariat", source: "Report of a meeting" },
  ...days("2014-01-01", null),
};
const known = new Set(["CRI", "MEX", "IOM", "LON", "RCGM", "COALITION"]);
const faults = (more: Partial<typeof crisis>, recorded: readonly BodyTerm[] = []) =>
  termFaults({ ...crisis, ...more }, { body: "COALITION", today: "2026-11-30", known, recorded });

test("what cannot be so in a term is said, all of it at once", () => {
  expect(faults({})).toEqual([]);
  expect(faults({ fromOn: null })).toEqual(["dates"]);
  expect(faults({ untilOn: "2013-12-31" })).toEqual(["order"]);
  expect(faults({ fromOn: null, knownOn: "2014-01-01", untilOn: "2013-12-31" })).toEqual(["order"]);
  expect(faults({ fromOn: null, knownOn: "2026-12-01" })).toEqual(["known_ahead"]);
  expect(faults({ fromOn: null, knownOn: "2026-11-30" })).toEqual([]);
  // Somebody may be named for a day to come.
  expect(faults({ fromOn: "2027-01-01" })).toEqual([]);
  expect(faults({ participant: "ZZZ", source: " ", fromOn: null })).toEqual(["dates", "participant", "source"]);
  // Beside a first day the day on which it is known does not count.
  expect(faults({ knownOn: "2030-01-01" })).toEqual([]);
  expect(tidyTerm(days("2014-01-01", null, "2030-01-01"))).toEqual(days("2014-01-01", null));
});

test("a body holds no role in itself, nor do those that are no side; the Coalition may in another", () => {
  for (const participant of ["LON", "RCGM", "COALITION"]) expect(faults({ participant })).toEqual(["participant"]);
  const inNetwork = { body: "LON", today: "2026-11-30", known, recorded: [] } as const;
  expect(termFaults({ ...crisis, participant: "COALITION" }, inNetwork)).toEqual([]);
});

test("the same role is recorded once for the same days; another role, side or time is another term", () => {
  const open = { ...crisis };
  expect(faults({ fromOn: "2020-01-01" }, [open])).toEqual(["already"]);
  expect(faults({ fromOn: "2010-01-01", untilOn: "2014-01-01" }, [open])).toEqual(["already"]);
  expect(faults({ fromOn: "2010-01-01", untilOn: "2013-12-31" }, [open])).toEqual([]);
  expect(faults({ role: "presidency" }, [open])).toEqual([]);
  expect(faults({ participant: "MEX" }, [open])).toEqual([]);
  const once = { ...crisis, ...days(null, null, "2013-11-18") };
  expect(faults({ fromOn: null, knownOn: "2013-11-18" }, [once])).toEqual(["already"]);
  expect(faults({ fromOn: null, knownOn: "2013-11-19" }, [once])).toEqual([]);
  expect(faults({ fromOn: "2013-01-01" }, [once])).toEqual(["already"]);
});

test("what goes on comes first, then the latest, whatever the order in which it arrives", () => {
  const term = (participant: string, fromOn: string | null, untilOn: string | null, knownOn: string | null = null) => ({
    ...{ participant, role: "member" as const },
    ...days(fromOn, untilOn, knownOn),
  });
  const terms = [
    term("MEX", "2020-01-01", null),
    term("CRI", "2019-01-01", null),
    term("HND", "2019-01-01", null),
    term("PAN", "2015-01-01", "2018-01-01"),
    term("SLV", null, null, "2013-11-18"),
  ];
  const order = ["MEX", "CRI", "HND", "PAN", "SLV"];
  expect(inTermOrder(terms).map(({ participant }) => participant)).toEqual(order);
  expect(inTermOrder(terms.toReversed()).map(({ participant }) => participant)).toEqual(order);
});
