import { expect, test } from "vitest";
import { fitsCountry, roleFacts, roles } from "../access/role.ts";
import { audienceFacts, noticeAudiences } from "./notice-audience.ts";
import { eventRules, noticeCalendar } from "./notice-calendar.ts";

test("each audience is a role that may be invited for a country where the country's own people are meant, and for none where not", () => {
  for (const audience of noticeAudiences) {
    const { role, ofCountry } = audienceFacts[audience];
    expect([audience, fitsCountry(role, ofCountry ? "CRI" : null)]).toEqual([audience, true]);
  }
});

test("every audience is written to in some step", () => {
  const written = new Set([...noticeCalendar, ...Object.values(eventRules)].flatMap(({ audience }) => [...audience]));
  expect([...noticeAudiences].filter((audience) => !written.has(audience))).toEqual([]);
});

test("only roles of a country need one, and a delegate may be named for one", () => {
  expect(roles.filter((role) => !fitsCountry(role, null))).toEqual(
    roles.filter((role) => roleFacts[role].country === "always"),
  );
  expect(roles.filter((role) => fitsCountry(role, null) && fitsCountry(role, "CRI"))).toEqual(["rcgm_delegate"]);
});
