import { languages } from "@avances/domain/catalogue";
import { meetingStates } from "@avances/domain/network";
import { expect, test } from "vitest";
import { formatsFor } from "#lib/format.ts";
import { meetingTexts } from "./meeting.texts.ts";
import { meetingSentence } from "./meeting-words.ts";

const meeting = { heldOn: "2026-12-16", timeZone: "America/Costa_Rica", place: "San José" };

/** Each sentence read back: by patterns that were written apart from the words. */
const grammar = {
  en: [
    /^Planned for (?<days>.+), San José(?<host> \(host: Costa Rica\))?: (?<when>in \d+ days|tomorrow)\.$/,
    /^Planned for (?<days>.+), San José(?<host> \(host: Costa Rica\))?; today is (?<today>one of its days)\.$/,
    /^Was planned for (?<days>.+), San José(?<host> \(host: Costa Rica\))?\. Whether it was held is (?<open>not on record)\.$/,
    /^Held: (?<days>.+), San José(?<host> \(host: Costa Rica\))?\.(?<held>)$/,
    /^Cancelled\. It was planned for (?<days>.+), San José(?<host> \(host: Costa Rica\))?\.(?<cancelled>)$/,
  ],
  es: [
    /^Prevista: (?<days>.+), San José(?<host> \(sede: Costa Rica\))?; (?<when>dentro de \d+ días|mañana|pasado mañana)\.$/,
    /^Prevista: (?<days>.+), San José(?<host> \(sede: Costa Rica\))?; hoy es (?<today>uno de sus días)\.$/,
    /^Estaba prevista: (?<days>.+), San José(?<host> \(sede: Costa Rica\))?\. (?<open>No hay constancia de si se realizó)\.$/,
    /^Realizada: (?<days>.+), San José(?<host> \(sede: Costa Rica\))?\.(?<held>)$/,
    /^Cancelada\. Estaba prevista: (?<days>.+), San José(?<host> \(sede: Costa Rica\))?\.(?<cancelled>)$/,
  ],
} as const;
const days = {
  en: ["Wednesday, 16 December 2026", "Wednesday, 16 December to Thursday, 17 December 2026"],
  es: ["miércoles, 16 de diciembre de 2026", "miércoles, 16 de diciembre al jueves, 17 de diciembre de 2026"],
} as const;

/** What a sentence must claim at each of these moments, reckoned by hand: days in Costa Rica begin at 06:00Z. */
const moments = [
  ["2026-12-01T12:00:00Z", "when"],
  ["2026-12-16T05:59:59Z", "when"],
  ["2026-12-16T06:00:00Z", "today"],
  ["2026-12-17T06:00:00Z", "today or open"],
  ["2026-12-18T06:00:00Z", "open"],
] as const;

test("every sentence says its days, its host, and where the meeting stands; every wording was met", () => {
  const met = new Set<string>();
  for (const lang of languages)
    for (const untilOn of [null, "2026-12-17"])
      for (const host of [null, "CRI"])
        for (const state of meetingStates)
          for (const [at, claim] of moments) {
            const sentence = meetingSentence(meetingTexts[lang], formatsFor(lang), {
              meeting: { ...meeting, untilOn, host, state },
              now: new Date(at),
              nameOf: () => "Costa Rica",
            });
            const place = grammar[lang].findIndex((pattern) => pattern.test(sentence));
            const read = grammar[lang][place]?.exec(sentence)?.groups ?? {};
            met.add(`${lang} ${place}`);
            const [one, two] = days[lang];
            expect([sentence, read.days]).toEqual([sentence, untilOn === null ? one : two]);
            expect([sentence, read.host !== undefined]).toEqual([sentence, host !== null]);
            const planned = claim === "today or open" ? (untilOn === null ? "open" : "today") : claim;
            expect(Object.keys(read), sentence).toContain(state === "planned" ? planned : state);
          }
  expect(met.size).toBe(10);
});

test.each([
  ["2026-12-01T12:00:00Z", "in 15 days", "dentro de 15 días"],
  ["2026-12-16T05:59:59Z", "tomorrow", "mañana"],
] as const)("at %s it is %s", (at, english, spanish) => {
  const said = (lang: "en" | "es") =>
    meetingSentence(meetingTexts[lang], formatsFor(lang), {
      meeting: { ...meeting, untilOn: null, host: null, state: "planned" },
      now: new Date(at),
      nameOf: String,
    });
  expect([said("en"), said("es")].map((one) => /(?:: |; )([^:;]+)\.$/.exec(one)?.[1])).toEqual([english, spanish]);
});
