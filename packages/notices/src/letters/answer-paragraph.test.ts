import { languages } from "@avances/domain/catalogue";
import { answerLinkEnd, localClock } from "@avances/domain/round";
import { expect, test } from "vitest";
import { withAnswerParagraph } from "./answer-paragraph.ts";
import { ticketPlace } from "./ticket.ts";

const facts = {
  link: "https://avances.example/es/reports/1",
  now: new Date("2027-04-16T03:00:00Z"),
  timeZone: "America/Tegucigalpa",
};

test.each(languages)(
  "%s: the link stands alone on its line, after the one to the report, with the last whole day on which it works",
  (language) => {
    const letter = { subject: "s", paragraphs: ["Dear", { action: "Open", address: facts.link }, "Yours"] };
    const { paragraphs } = withAnswerParagraph(letter, facts, language);
    expect(
      paragraphs.map((block) => (typeof block === "string" && block.includes(ticketPlace) ? "link" : block)),
    ).toEqual(["Dear", letter.paragraphs[1], "link", "Yours"]);
    const text = paragraphs[2] as string;
    expect(text.split("\n")[1]).toBe(ticketPlace);
    // It was 15 April in the capital; the link is over on the sixtieth day after that.
    expect(text).toMatch(/13 (?:de junio de|June) 2027/);
    expect(text).not.toMatch(/\b(?:tú|tu|te)\b/);
  },
);

test("in a letter without a link to the report it stands before the last block", () => {
  const { paragraphs } = withAnswerParagraph({ subject: "s", paragraphs: ["Dear", "Yours"] }, facts, "en");
  expect(paragraphs).toHaveLength(3);
  expect(paragraphs[2]).toBe("Yours");
});

test.each([
  // By day and hour in Washington, where the clocks go forward on 14 March and back on 7 November 2027: the link ends sixty times 24 hours later.
  ["a quarter past midnight, over the long day", "2027-09-10T04:15:00Z", "2027-11-08T23:15", "7 November 2027"],
  ["a quarter to midnight, over the short day", "2027-02-11T04:45:00Z", "2027-04-12T00:45", "11 April 2027"],
  ["at nine, over the long day", "2027-09-10T13:00:00Z", "2027-11-09T08:00", "8 November 2027"],
])("written at %s: on the day that it names the link works until midnight", (_, written, ends, named) => {
  const own = { ...facts, now: new Date(written), timeZone: "America/New_York" };
  const { paragraphs } = withAnswerParagraph({ subject: "s", paragraphs: ["Dear", "Yours"] }, own, "en");
  expect(localClock(answerLinkEnd(own.now), own.timeZone).replace(" ", "T")).toBe(ends);
  expect(paragraphs[1]).toContain(`until ${named}.`);
});
