import { expect, test } from "vitest";
import { newsOf } from "./act-news.ts";
import type { ActState } from "./submission-act.ts";

const awaited: ActState = { status: "draft", version: 0, dueOn: "2027-04-30", returnDueOn: null };
const returned: ActState = { ...awaited, status: "returned", version: 1, returnDueOn: "2027-05-20" };
const exempt: ActState = { ...awaited, status: "exempt" };

test.each([
  ["an extension", awaited, { ...awaited, dueOn: "2027-05-14" }, ["extended"]],
  ["an extension taken back", { ...awaited, dueOn: "2027-05-14" }, awaited, ["extended"]],
  ["a return", { ...returned, status: "submitted", returnDueOn: null } as const, returned, ["returned"]],
  ["another date for a return", returned, { ...returned, returnDueOn: "2027-06-01" }, ["return_date"]],
  ["an exemption", awaited, exempt, ["exempted"]],
  ["an exemption taken back", exempt, awaited, ["expected_again"]],
  ["an acceptance", { ...returned, status: "submitted" } as const, { ...returned, status: "accepted" } as const, []],
] as const)("%s is news for the country", (_name, before, after, news) => {
  expect(newsOf({ act: "extended", before, after })).toEqual(news);
});

const begun: ActState = { ...awaited, exempt: true };
const sent: ActState = { ...begun, status: "submitted", version: 1 };

test.each([
  ["it begins", "started", { ...exempt, exempt: true }, begun, []],
  ["it takes back what it sent", "withdrawn", sent, { ...begun, version: 1 }, []],
  ["the date of the round is corrected", "round_corrected", begun, { ...begun, dueOn: "2027-06-14" }, []],
  ["the exemption is taken back", "exemption_taken_back", begun, { ...awaited, exempt: false }, ["expected_again"]],
  [
    "what it sent is returned",
    "returned",
    sent,
    { ...sent, status: "returned", returnDueOn: "2027-05-20" },
    ["returned"],
  ],
] as const)("what an exempt country with a draft of its own is told when %s", (_name, act, before, after, news) => {
  expect(newsOf({ act, before, after })).toEqual(news);
});

test("a country that begins although it is exempt is told nothing about it", () => {
  expect(newsOf({ act: "started", before: exempt, after: awaited })).toEqual([]);
});
