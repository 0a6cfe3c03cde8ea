import { languages } from "@avances/domain/catalogue";
import type { AboutAccount } from "../src/letters/account-acts.ts";
import { reportDigest, roundsDigest } from "../src/letters/digest.ts";
import type { Block, Letter } from "../src/letters/letter.ts";
import { matterNews } from "../src/letters/matter-news.ts";
import { matterRequest } from "../src/letters/matter-request.ts";
import { newMail } from "../src/letters/new-mail.ts";
import { progressRequest } from "../src/letters/progress-request.ts";
import { contacts, everyLetter, expiresAt, now, ofSection, places } from "./account-letters.ts";
import { isWritten, matterWorlds } from "./matter-worlds.ts";
import { newsWorlds } from "./news-worlds.ts";
import { progressWorlds } from "./progress-worlds.ts";

/** A mail as a file of its own: its name, and what the outbox keeps. */
export interface Rendered {
  readonly name: string;
  readonly mail: ReturnType<typeof newMail>;
}

/** Every mail that is no notice of a round, in each language: accounts, sections on both sides of their date, requests about commitments and for progress, news of the Network, and digests. */
export function* otherMails(): Generator<Rendered> {
  const [, place = null] = places.map((one) => one.place);
  const [, contact = null] = contacts;
  for (const language of languages) {
    const written = (name: string, { subject, paragraphs }: Letter<Block>): Rendered => {
      const user = { id: "1", email: "ana@example.org", displayName: "Ana Mora", language, countryCode: "CRI" };
      const mail = { id: "2", kind: "security" as const, user, subject, paragraphs, now, demonstration: true };
      const file = [name.replaceAll(" ", "-"), language].join("_");
      return { name: file, mail: newMail({ ...mail, mailFrom: "Avances <avances@example.org>" }) };
    };
    for (const [name, letters] of everyLetter) {
      const isOfSection = name.startsWith("section");
      for (const dueOn of isOfSection ? ["2027-03-15", "2027-02-10", "2027-02-07"] : ["2027-03-15"])
        for (const isHandedIn of isOfSection && name !== "section reminder" ? [false, true] : [false])
          for (const isOfSecretariat of [false, true]) {
            if (isOfSection && isOfSecretariat) continue;
            const about: AboutAccount = { person: "María Núñez", isOfSecretariat, lapsesAt: expiresAt, count: 3 };
            const facts = {
              name: "Ana Mora",
              contact,
              now,
              expiresAt,
              place,
              ...about,
              ...ofSection,
              dueOn,
              isHandedIn,
              // What is open again is not handed in.
              changes: { ...ofSection.changes, isReopened: !isHandedIn },
            };
            const side = dueOn > "2027-02-10" ? "ahead" : dueOn === "2027-02-10" ? "today" : "past";
            const what = isOfSection
              ? [side, ...(isHandedIn ? ["handed-in"] : [])]
              : [isOfSecretariat ? "office" : "country"];
            yield written([name, ...what].join("_"), letters[language](facts));
          }
    }
    for (const world of matterWorlds()) {
      if (!isWritten(world)) continue;
      const side = world.left === null ? "no-date" : world.left > 0 ? "ahead" : world.left === 0 ? "today" : "past";
      const who = world.country === null ? "organisation" : "country";
      const where = world.meeting === null ? "no-meeting" : "meeting";
      const of = [world.left ?? "none", world.point || "no-point", `${world.documents}-documents`];
      yield written([world.step, side, who, where, ...of].join("_"), matterRequest[language](world));
    }
    for (const world of progressWorlds()) {
      const side =
        world.dueOn === null ? "short-notice" : world.left > 0 ? "ahead" : world.left === 0 ? "today" : "past";
      const { told, countryCode, left, isAgain } = world;
      const of = [left, told.TIP, told.SOM, isAgain ? "again" : "first"];
      yield written(["progress", side, countryCode, ...of].join("_"), progressRequest[language](world));
    }
    for (const { file, step, ...facts } of newsWorlds()) yield written(file, matterNews[step][language](facts));
    const one = { roundYear: 2027, country: { code: "CRI", name: { en: "Costa Rica", es: "Costa Rica" } } };
    const base = { name: "Ana Mora", contact, place: null, timeZone: "America/Costa_Rica", now };
    const since = new Date("2027-02-09T15:00:00Z");
    const rounds = {
      ...{ ...base, since, link: "https://avances.example/es/rounds/2027", received: [{ ...one, version: 2 }] },
      ...{ answers: [one], undelivered: [{ country: one.country, count: 2 }], endedHolds: [one], waiting: 3 },
      ...{ remindersLeft: [one], remindersNotNeeded: [one], overdue: [one] },
      commitmentAnswers: [
        { side: { country: one.country, name: one.country.name }, meetingOn: "2027-02-18", point: "3b" },
      ],
      commitmentsDue: [{ side: { country: null, name: { en: "IOM", es: "OIM" } }, meetingOn: null, point: "" }],
      progressOverdue: [{ country: one.country, meetingOn: "2027-02-24" }],
      commitmentsOverdue: [
        { side: { country: one.country, name: one.country.name }, meetingOn: "2027-02-18", point: "" },
      ],
    };
    yield written("digest-secretariat", roundsDigest[language](rounds));
    for (const dueOn of ["2027-03-15", "2027-02-10", "2027-02-07"])
      yield written(
        `digest-country_${dueOn}`,
        reportDigest[language]({
          ...{ ...base, since, dueOn, roundYear: 2027, referenceYear: 2026, countryCode: "CRI" },
          ...{ countryName: one.country.name, answered: 45, expected: 60, answeredBefore: 40, questions: 1 },
          ...{ proposers: [{ name: "Rosa Vargas", count: 2 }], link: "https://avances.example/es/reports/1" },
        }),
      );
  }
}
