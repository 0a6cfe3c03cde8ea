import {
  audienceFacts,
  type CalendarEntry,
  dateRelation,
  endsRound,
  eventSteps,
  noticeSteps,
  spokenDate,
} from "@avances/domain/round";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { worlds, write } from "../../testing/worlds.ts";
import { mailBytes } from "../delivery/mail-bytes.ts";
import { calendarFile } from "./calendar-file.ts";

// Read with a parser of another library than the one that writes it.

const identity = { mailFrom: "Avances <a@avances.example>", publicUrl: "https://avances.example", ticketKey: "k" };
const longest = (text: string) => Math.max(...text.split("\r\n").map((line) => Buffer.byteLength(line)));

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const [component] = calendar.getAllSubcomponents("vevent");
  if (component === undefined) throw new Error("There is no entry");
  return { calendar, component, event: new ICAL.Event(component) };
}

describe.each([...noticeSteps, ...eventSteps])("the message %s", (step) => {
  test("brings its date along for those who report, while it is to come or today, and for nobody else", () => {
    for (const world of worlds(step)) {
      const { state } = world.item;
      const { calendar } = write(world);
      const date = spokenDate(step, state);
      const isToCome = date !== null && dateRelation(date, world.now, state.timeZone) !== "past";
      const isBrought = isToCome && !endsRound(step) && audienceFacts[world.reader.audience].reports;
      expect(calendar?.date ?? null).toBe(isBrought ? date : null);
      if (calendar) {
        const day = state.status === "returned" ? "return_due" : "due";
        expect(calendar.uid).toBe(`2027-${state.country.toLowerCase()}-${day}@avances.example`);
        expect(calendar.address).toContain(`/${world.reader.language}/reports/`);
        expect(calendar.reminds).toBe(day === "return_due" || (state.obligated && state.firstSubmittedAt === null));
      }
    }
  });
});

test("the file that goes along is that date, all day, in the language of the mail; the same row gives the same bytes", async () => {
  for (const language of ["en", "es"] as const) {
    const world = [...worlds("before_14")].find(({ reader }) => reader.language === language);
    if (world === undefined) throw new Error("There is no such message");
    const mail = { ...write(world), ticketId: null, replyTo: null, noticeId: null };
    const bytes = await mailBytes(mail, identity);
    expect(await mailBytes(mail, identity)).toEqual(bytes);
    const message = bytes.toString();
    expect(message).toContain("Content-Type: text/calendar; charset=utf-8; method=PUBLISH");
    expect(message).toMatch(
      { en: /attachment; filename=due-date\.ics/, es: /attachment; filename=fecha-limite\.ics/ }[language],
    );
    const part = /Content-Type: text\/calendar[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(message)?.[1] ?? "";
    const { calendar, component, event } = read(Buffer.from(part, "base64").toString());
    expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
    expect([event.startDate.toString(), event.startDate.isDate, event.endDate.toString()]).toEqual([
      world.item.state.dueOn,
      true,
      new Date(Date.parse(world.item.state.dueOn) + 86_400_000).toISOString().slice(0, 10),
    ]);
    expect(event.sequence).toBe(world.item.state.roundRevision + world.item.state.reportRevision);
    expect(event.summary).toBe(mail.calendar?.title);
    const [alarm] = component.getAllSubcomponents("valarm");
    expect(String(alarm?.getFirstPropertyValue("trigger"))).toBe("-PT15H");
  }
});

test("whatever stands in a text is read back as it was written, in lines of at most 75 octets", async () => {
  const entry: CalendarEntry = {
    uid: "2027-cri-due@avances.example",
    sequence: 7,
    date: "2027-12-31",
    language: "es",
    title: `Fecha límite, con coma; punto y coma; \\n barra: ${"ñandú €uro 𐍈 ".repeat(20)}`,
    text: 'Una línea\nBEGIN:VALARM\nATTENDEE:mailto:x@y.example\n«comillas» "dobles" y : dos puntos',
    address: "https://avances.example/es/reports/1",
    reminds: true,
    cancelled: false,
  };
  const writtenAt = new Date("2027-02-10T15:00:00Z");
  const text = await calendarFile([{ entry, writtenAt }], { language: "es", isFeed: true });
  expect(longest(text)).toBeLessThanOrEqual(75);
  // Every line ends, the last one too.
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*\r\nEND:VCALENDAR\r\n$/);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  const { component, event } = read(text);
  expect([event.summary, event.description]).toEqual([entry.title, entry.text]);
  expect([event.startDate.toString(), event.endDate.toString()]).toEqual(["2027-12-31", "2028-01-01"]);
  expect(component.getAllSubcomponents("valarm")).toHaveLength(1);
  expect(component.getFirstProperty("attendee")).toBeNull();
  expect(String(component.getFirstPropertyValue("dtstamp"))).toBe("2027-02-10T15:00:00Z");
});
