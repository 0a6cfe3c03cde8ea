import { describe, expect, test } from "vitest";
import { inAskOrder } from "./ask-ledger.ts";
import { addDays } from "./calendar-date.ts";
import {
  countryAnswers,
  type ExchangeFacts,
  exchangeChannels,
  exchangeFaults,
  lastAnswer,
  linkAnswers,
  longestPromiseDays,
  mayBeAsk,
  notedChannels,
  notedRange,
} from "./exchange.ts";
import { closedBecause, noDaysOff, sendingTime } from "./sending-window.ts";

const days = { earliest: "2026-01-01", latest: "2026-11-27" };
const call: ExchangeFacts = {
  channel: "telephone",
  happenedOn: "2026-11-26",
  isAsk: true,
  said: "by_date",
  promisedOn: "2026-12-04",
  detail: "",
};
const faults = (patch: Partial<ExchangeFacts>) => exchangeFaults({ ...call, ...patch }, days);

describe("what may be noted of a talk", () => {
  test("a call in which a day was named", () => expect(faults({})).toEqual([]));

  test("it has happened, and not so long ago that it was about something else", () => {
    expect(faults({ happenedOn: "2026-11-27" })).toEqual([]);
    expect(faults({ happenedOn: "2026-11-28" })).toEqual(["day"]);
    expect(faults({ happenedOn: "2025-12-31", promisedOn: "2026-01-02" })).toEqual(["day"]);
  });

  test("the day that was named is not before the talk, nor so late that it is an extension", () => {
    const last = addDays(call.happenedOn, longestPromiseDays);
    for (const promisedOn of [call.happenedOn, last]) expect(faults({ promisedOn })).toEqual([]);
    for (const promisedOn of [addDays(call.happenedOn, -1), addDays(last, 1), null])
      expect(faults({ promisedOn })).toEqual(["promise"]);
  });

  test("no other answer names a day, and some need words", () => {
    for (const said of countryAnswers.filter((one) => one !== "by_date")) {
      const facts = { said, isAsk: false, detail: "INE" };
      expect(faults(facts)).toEqual(["promise"]);
      expect(faults({ ...facts, promisedOn: null })).toEqual([]);
      const needsWords = said === "waits_for" || said === "other";
      expect(faults({ ...facts, promisedOn: null, detail: " \n" })).toEqual(needsWords ? ["detail"] : []);
    }
  });

  test("a call that reached nobody asked nobody; a letter on its way asks; an answer never does", () => {
    for (const channel of notedChannels) {
      const reachesNobody = channel === "telephone" || channel === "in_person";
      expect(mayBeAsk({ channel, said: "no_answer" })).toBe(!reachesNobody);
      expect(faults({ channel, said: "no_answer", promisedOn: null })).toEqual(
        reachesNobody ? ["ask_reached_nobody"] : [],
      );
    }
    for (const channel of exchangeChannels)
      expect(mayBeAsk({ channel, said: "by_date" })).toBe(channel !== "answer_link");
    expect(linkAnswers.every((one) => countryAnswers.includes(one))).toBe(true);
  });

  test("the last day is today", () => {
    expect(notedRange({ opensOn: "2026-02-01", today: "2026-11-26" })).toEqual({
      earliest: "2025-01-31",
      latest: "2026-11-26",
    });
  });
});

test("reminders rest until the end of the day that a country named, by the clocks of its capital", () => {
  const days = { timeZone: "America/Tegucigalpa", daysOff: noDaysOff };
  const now = new Date("2026-11-27T16:00:00Z");
  const next = (promisedOn: string | null, heldUntil: string | null = null) =>
    sendingTime("2026-11-27", now, { ...days, promisedOn, heldUntil });
  expect(next(null)).toEqual(now);
  expect(next("2026-11-26")).toEqual(now);
  // A Friday, and then a Friday a week later: the next morning that works is a Monday.
  expect(next("2026-11-27")).toEqual(new Date("2026-11-30T15:00:00Z"));
  expect(next("2026-12-04")).toEqual(new Date("2026-12-07T15:00:00Z"));
  expect(next("2026-11-27", "2026-12-07")).toEqual(new Date("2026-12-08T15:00:00Z"));
  expect(closedBecause("2026-11-27", { ...days, promisedOn: "2026-11-27" })).toBe("promised");
});

describe("what a country said last", () => {
  const spoken = (happenedOn: string, hour: number, more: Partial<Parameters<typeof lastAnswer>[0][number]> = {}) => ({
    happenedOn,
    notedAt: new Date(Date.UTC(2026, 10, 27, hour)),
    said: "by_date" as const,
    isWithdrawn: false,
    ...more,
  });

  test("the day of the talk counts, not the day of the note; of one day the later note", () => {
    const [older, newer, first] = [spoken("2026-11-20", 9), spoken("2026-11-26", 8), spoken("2026-11-26", 7)];
    expect(lastAnswer([newer, older, first])).toBe(newer);
  });

  test("what was withdrawn, and where nobody answered, says nothing", () => {
    const said = spoken("2026-11-20", 9);
    const silent = spoken("2026-11-26", 9, { said: "no_answer" });
    const wrong = spoken("2026-11-27", 9, { isWithdrawn: true });
    expect(lastAnswer([said, silent, wrong])).toBe(said);
    expect(lastAnswer([silent, wrong])).toBeNull();
    expect(lastAnswer([])).toBeNull();
  });
});

test("requests are numbered in the order of their days; one that reached nobody has no number and takes none", () => {
  const ask = (day: string, hour: number, counts = true) => ({
    day,
    at: new Date(Date.UTC(2026, 10, 27, hour)),
    counts,
  });
  const asks = [ask("2026-11-26", 15), ask("2026-11-19", 20), ask("2026-11-26", 9, false), ask("2026-11-26", 14)];
  expect(inAskOrder(asks).map(({ day, nth }) => [day, nth])).toEqual([
    ["2026-11-19", 1],
    ["2026-11-26", null],
    ["2026-11-26", 2],
    ["2026-11-26", 3],
  ]);
});
