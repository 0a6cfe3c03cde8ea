import { expect, test } from "vitest";
import { addDays } from "../round/calendar-date.ts";
import { isWorkingDay } from "../round/working-days.ts";
import { mayBePublished, publicationFrom, workingDaysOfNotice } from "./publication.ts";

const timeZone = "America/Costa_Rica";
const accepted = { acceptedAt: new Date("2027-05-05T16:00:00Z"), timeZone, consentedAt: null };

test("a report may become public on the day after the fifth full working day from acceptance", () => {
  // Accepted on Wednesday 5 May; then Thursday, Friday, Monday, Tuesday, Wednesday.
  expect(publicationFrom(accepted)).toBe("2027-05-13");
  // At 23:30 of the last day in the capital it is 05:30 UTC of the next.
  expect(mayBePublished(accepted, new Date("2027-05-13T05:30:00Z"))).toBe(false);
  expect(mayBePublished(accepted, new Date("2027-05-13T06:00:00Z"))).toBe(true);
});

test("the day of acceptance is the country's, not Greenwich's", () => {
  expect(publicationFrom({ ...accepted, acceptedAt: new Date("2027-05-06T04:00:00Z") })).toBe("2027-05-13");
});

test("accepted on a Friday or at a weekend, the first of the days is Monday", () => {
  for (const day of ["2027-05-07", "2027-05-08", "2027-05-09"]) {
    expect(publicationFrom({ ...accepted, acceptedAt: new Date(`${day}T18:00:00Z`) })).toBe("2027-05-15");
  }
});

test("the country's agreement opens the way at once, and never later than the notice", () => {
  expect(publicationFrom({ ...accepted, consentedAt: new Date("2027-05-06T15:00:00Z") })).toBe("2027-05-06");
  expect(mayBePublished({ ...accepted, consentedAt: accepted.acceptedAt }, accepted.acceptedAt)).toBe(true);
  expect(publicationFrom({ ...accepted, consentedAt: new Date("2027-06-01T15:00:00Z") })).toBe("2027-05-13");
});

test("whenever it was accepted, five whole working days lie between", () => {
  for (let day = 1; day <= 14; day += 1) {
    for (const time of ["06:00:00", "23:59:00"]) {
      const date = `2027-05-${String(day).padStart(2, "0")}`;
      const from = publicationFrom({ ...accepted, acceptedAt: new Date(`${date}T${time}-06:00`) });
      const between = Array.from({ length: 12 }, (_, days) => addDays(date, days + 1)).filter((each) => each < from);
      expect(
        between.filter((each) => isWorkingDay(each)),
        `${date} ${time}`,
      ).toHaveLength(workingDaysOfNotice);
    }
  }
});
