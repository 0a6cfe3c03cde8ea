import { expect, test } from "vitest";
import { mayBePublished, publicationFrom } from "./publication.ts";

const timeZone = "America/Costa_Rica";
const accepted = { acceptedAt: new Date("2027-05-05T16:00:00Z"), timeZone, consentedAt: null };

test("the fifth working day after acceptance is the first on which a report may become public", () => {
  // Accepted on Wednesday 5 May; then Thursday, Friday, Monday, Tuesday, Wednesday.
  expect(publicationFrom(accepted)).toBe("2027-05-12");
  // At 23:30 of the last day in the capital it is 05:30 UTC of the next.
  expect(mayBePublished(accepted, new Date("2027-05-12T05:30:00Z"))).toBe(false);
  expect(mayBePublished(accepted, new Date("2027-05-12T06:00:00Z"))).toBe(true);
});

test("the day of acceptance is the country's, not Greenwich's", () => {
  expect(publicationFrom({ ...accepted, acceptedAt: new Date("2027-05-06T04:00:00Z") })).toBe("2027-05-12");
});

test("accepted on a Friday or at a weekend, the first of the days is Monday", () => {
  for (const day of ["2027-05-07", "2027-05-08", "2027-05-09"]) {
    expect(publicationFrom({ ...accepted, acceptedAt: new Date(`${day}T18:00:00Z`) })).toBe("2027-05-14");
  }
});

test("the country's agreement opens the way at once, and never later than the notice", () => {
  expect(publicationFrom({ ...accepted, consentedAt: new Date("2027-05-06T15:00:00Z") })).toBe("2027-05-06");
  expect(mayBePublished({ ...accepted, consentedAt: accepted.acceptedAt }, accepted.acceptedAt)).toBe(true);
  expect(publicationFrom({ ...accepted, consentedAt: new Date("2027-06-01T15:00:00Z") })).toBe("2027-05-12");
});
