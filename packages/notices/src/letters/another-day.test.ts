import { languages } from "@avances/domain/catalogue";
import {
  accountMailKinds,
  digestKinds,
  everyStep,
  isDigest,
  isEventOf,
  isMatterNews,
  isMatterRequest,
  isProgressRequest,
  isSectionReminder,
  type MailKind,
  mailKinds,
  type NoticeStep,
  speaksOf,
  testMailKind,
} from "@avances/domain/round";
import { describe, expect, test } from "vitest";
import { everyLetter, expiresAt, now, ofSection, places } from "../../testing/account-letters.ts";
import { worlds, write } from "../../testing/worlds.ts";
import { sectionReminder } from "./section-reminder.ts";

/*
 * A message may leave days after it was written: the mail server is away, a country is held, an address is corrected. What it says must be so then too. What
 * counts days is written anew (`calendar/fresh-words.ts`) or does not leave (`delivery/recheck.ts`); all the rest counts none.
 */

/** What becomes of a message of this kind that leaves on another day than it was written. */
function onAnotherDay(kind: MailKind): "anew" | "stopped" | "same" {
  if (isDigest(kind)) return "stopped";
  if (isSectionReminder(kind) || isMatterRequest(kind) || isProgressRequest(kind) || isMatterNews(kind)) return "anew";
  if (!isNotice(kind)) return "same";
  if (isEventOf(kind, "question")) return "stopped";
  return speaksOf(kind) === null ? "same" : "anew";
}

const isNotice = (kind: MailKind): kind is NoticeStep => (everyStep as readonly MailKind[]).includes(kind);
const notices = (become: ReturnType<typeof onAnotherDay>) => everyStep.filter((step) => onAnotherDay(step) === become);

const dayMs = 86_400_000;
/** When it was written stands at its end, and stays so. */
const withoutWhen = (text: string) => text.replaceAll(/(Written on|Escrito el) [^\n]*/g, "");
/** Words that are so on one day alone. */
const ofItsDay = /\b(today|tomorrow|yesterday|hoy|ayer)\b|\b\d+ (days?|días?)\b|\b(hace|faltan?) \d/i;

test("the words by which a day is missed are found", () => {
  for (const said of [
    "due today",
    "3 days left",
    "1 day ago",
    "faltan 3 días",
    "hace 1 día",
    "2 días después de su fecha",
  ])
    expect(said).toMatch(ofItsDay);
});

describe.each(notices("same"))("the notice %s", (step) => {
  test("says the same on whichever day it leaves", () => {
    let compared = 0;
    for (const world of worlds(step)) {
      const mail = write(world);
      for (const days of [1, 40]) {
        const later = write({ ...world, now: new Date(world.now.getTime() + days * dayMs) });
        expect([later.subject, withoutWhen(later.bodyText)]).toEqual([mail.subject, withoutWhen(mail.bodyText)]);
      }
      expect(withoutWhen(`${mail.subject}\n${mail.bodyText}`)).not.toMatch(ofItsDay);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(10);
  });
});

test.each(notices("anew"))("the notice %s is written anew because its words are of its day", (step) => {
  const differs = [...worlds(step)].some((world) => {
    const later = write({ ...world, now: new Date(world.now.getTime() + dayMs) });
    const mail = write(world);
    return withoutWhen(later.bodyText) !== withoutWhen(mail.bodyText) || later.subject !== mail.subject;
  });
  expect(differs).toBe(true);
});

test("a mail about an account, or with a link to a section, names days and counts none", () => {
  const about = { person: "María Núñez", isOfSecretariat: false, lapsesAt: expiresAt };
  let read = 0;
  for (const [name, letters] of everyLetter)
    for (const language of languages)
      for (const dueOn of ["2027-03-15", "2027-02-10", "2027-02-07"])
        for (const { place } of places) {
          const facts = { name: "Ana Mora", contact: null, now, expiresAt, place, ...about, ...ofSection, dueOn };
          const { subject, paragraphs } = letters[language](facts);
          const text = [subject, ...paragraphs].join("\n");
          if (letters === (sectionReminder as unknown)) continue;
          expect([name, ofItsDay.exec(text)?.[0]]).toEqual([name, undefined]);
          read += 1;
        }
  expect(read).toBeGreaterThan(100);
});

test("every kind of mail is one of these", () => {
  const same = new Set<MailKind>([...notices("same"), ...accountMailKinds, testMailKind]);
  const others = mailKinds.filter((kind) => !same.has(kind));
  expect(others.map(onAnotherDay).filter((become) => become === "same")).toEqual([]);
  expect(mailKinds.filter((kind) => onAnotherDay(kind) === "same").sort()).toEqual([...same].sort());
  expect(digestKinds.every((kind) => onAnotherDay(kind) === "stopped")).toBe(true);
});
