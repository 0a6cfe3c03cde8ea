import { type Role, scopeOf } from "@avances/domain/access";
import { languages } from "@avances/domain/catalogue";
import {
  addDays,
  audienceFacts,
  calendarRuleOf,
  dateRelation,
  eventSteps,
  isAsk,
  localTime,
  type NoticeStep,
  noticeSteps,
  spokenDate,
} from "@avances/domain/round";
import { describe, expect, test } from "vitest";
import { formFaults } from "../../testing/form.ts";
import type { World } from "../../testing/said/setting.ts";
import { countryWords, dateWords, dayWords } from "../../testing/said/words.ts";
import { sayingsOf } from "../../testing/said.ts";
import { worlds, write } from "../../testing/worlds.ts";
import { portalPages } from "./portal-pages.ts";

/*
 * Every notice, read back word by word. `testing/said.ts` and the files below `said` are the closed list of what a notice may say. A sentence that is not in it
 * fails here, and each sentence in it is checked against the facts of the moment: who gets the message, what day it is, what can be done.
 */

/** Removes the known sentences one by one. Throws when a sentence is not in the list, or is not true. */
function readLetter(world: World, body: string): { readonly links: readonly string[] } {
  const sayings = sayingsOf(world);
  const links: string[] = [];
  const said = new Set<string>();
  let rest = body.trim();
  while (rest !== "") {
    const [link] = /^https:\/\/\S+/.exec(rest) ?? [];
    const saying = sayings.find(({ text }) => rest.startsWith(text));
    if (saying !== undefined) {
      if (!saying.holds) throw new Error(`This is not so: ${saying.text}`);
      said.add(saying.text);
      rest = rest.slice(saying.text.length).trimStart();
    } else if (link !== undefined) {
      links.push(link);
      rest = rest.slice(link.length).trimStart();
    } else throw new Error(`This may not be said, or is not so: ${rest.split("\n")[0]}`);
  }
  const unsaid = sayings.find(({ text, required }) => required && text !== "–" && !said.has(text));
  if (unsaid !== undefined) throw new Error(`This is so and is not said: ${unsaid.text}`);
  return { links };
}

const pages = Object.entries(portalPages).map(([page, path]) => ({
  page,
  pattern: new RegExp(
    `^https://avances\\.example/(${languages.join("|")})${path.replaceAll(/\$\w+/g, "[\\w-]+")}(\\?[a-z]+=[\\w-]+)?$`,
  ),
}));
const openTo: Readonly<Record<string, (role: Role) => boolean>> = {
  report: (role) => scopeOf(role, "submission.read") !== null,
  check: (role) => scopeOf(role, "submission.submit") !== null || scopeOf(role, "submission.sign") !== null,
  receipt: (role) => scopeOf(role, "submission.read") !== null,
  publication: (role) => scopeOf(role, "publication.preview") !== null,
  home: (role) => scopeOf(role, "session.own") !== null,
  round: (role) => scopeOf(role, "status-board.read") !== null,
  country: () => true,
};

describe.each([...noticeSteps, ...eventSteps])("the letter %s", (step) => {
  test("says nothing untrue, to anybody, on any day, in any language", () => {
    let count = 0;
    const formed = new Set<string>();
    for (const world of worlds(step)) {
      const mail = write(world);
      const { links } = readLetter(world, mail.bodyText.replace(/^DEMO[^\n]*\n\n/, ""));
      const [link] = links;
      is(links.length, 1);
      const page = pages.find(({ pattern }) => pattern.test(link ?? ""));
      is(openTo[page?.page ?? ""]?.(world.reader.role), true, link);
      is(link?.includes(`/${world.reader.language}/`), true, link);
      is(mail.replyTo, world.desk?.replyTo ?? world.item.contact?.address ?? null);
      // Of mails that differ in their figures alone, one shows the form of all.
      const words = mail.bodyText.replaceAll(/\d+/g, "");
      if (!formed.has(words)) expect(formFaults(mail)).toEqual([]);
      formed.add(words);
      checkSubject(world, mail.subject);
      count += 1;
    }
    expect(count).toBeGreaterThan(10);
  });
});

/** `expect(said).toBe(wanted)`, which takes longer than to write the letter: so it is asked only of what is wrong. */
function is(said: unknown, wanted: unknown, where?: string): void {
  if (said !== wanted) expect(said, where).toBe(wanted);
}

/** Names of months with the day before them, as subjects have them: the year goes without saying. */
const shortDates = /\d{1,2} (?:de )?(?:[A-Z][a-z]+|[a-z]{4,10})(?= *[:)])/g;

/** A subject begins with the step, names country and round, and no date or number of days that is not true. */
function checkSubject({ item, reader, now }: World, subject: string): void {
  const { language } = reader;
  const { state } = item;
  const said = subject.replace(/^\[[^\]]+\] /, "");
  is(said.includes({ en: "2027 round", es: "ronda 2027" }[language]), true, said);
  is(said.includes(countryWords(state, language)), true, said);
  const isAsked = audienceFacts[reader.audience].reports && item.step !== "resend";
  is([...said].length <= (isAsked ? 78 : 94) + (state.country === "CRI" ? 0 : 18), true, said);
  const spoken = spokenDate(item.step, state);
  const relation = spoken === null ? null : dateRelation(spoken, now, state.timeZone);
  const past = /not yet received|aún no recibid|listed as|consignado|good offices|uenos oficios/i.test(said);
  if (/ left|faltan?|\)$/i.test(said)) is(relation === "ahead" || relation === "today", true, said);
  if (/today|hoy/.test(said)) is(relation, "today", said);
  if (past) is(relation, "past", said);
  // A report that was received is not awaited by a date that has passed.
  if (past && state.status !== "returned") is(state.firstSubmittedAt, null, said);
  if (past && state.status !== "returned") is(state.obligated, true, said);
  if (/withdrawn report|informe retirado/.test(said)) is(state.withdrawn === null, false, said);
  if (/expected again|se espera de nuevo/i.test(said)) is(state.obligated, true, said);
  for (const [day] of said.matchAll(shortDates))
    is(day, dateWords(spoken ?? "", language).replace(/( de)? 2027$/, ""), said);
  const counted = /(\d+) (days?|días?)/.exec(said);
  if (counted !== null && spoken !== null) {
    const days = Math.abs(Math.round((Date.parse(spoken) - Date.parse(now.toISOString().slice(0, 10))) / 86_400_000));
    is(counted[0], dayWords(days, language), said);
  }
}

test("no two messages of a round have the same subject to the same reader, each on its own day", () => {
  for (const language of languages) {
    const subjects = [...noticeSteps, ...eventSteps].map((step) => {
      const days = calendarRuleOf(step)?.anchor === "opening" ? -88 : (calendarRuleOf(step)?.offsetDays ?? -3);
      const now = (world: World) => localTime(addDays(world.item.anchorDate, days), "09:00", world.item.state.timeZone);
      const [world] = [...worlds(step)].filter(
        ({ reader }) => reader.audience === "focal_point" && reader.language === language,
      );
      return world === undefined ? step : write({ ...world, now: now(world) }).subject;
    });
    expect(new Set(subjects).size).toBe(subjects.length);
  }
});

test("of four reminders no two share their text", () => {
  const bodies = ["before_30", "before_14", "before_7", "before_1"].map((step) => {
    const [world] = worlds(step as NoticeStep);
    return world === undefined ? step : write(world).bodyText.replaceAll(/\d+/g, "");
  });
  expect(new Set(bodies).size).toBe(4);
});

test("every step that asks has a reader who is asked", () => {
  for (const step of [...noticeSteps, ...eventSteps].filter(isAsk)) {
    expect([...worlds(step)].some(({ reader }) => audienceFacts[reader.audience].reports)).toBe(true);
  }
});
