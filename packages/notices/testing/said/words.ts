import type { Language } from "@avances/domain/catalogue";
import type { CalendarDate, NoticeAudience } from "@avances/domain/round";
import type { NoticeToWrite } from "../../src/calendar/message.ts";

/** Words made once more, independently of the letters: the test compares the two. */

const months = {
  en: "January February March April May June July August September October November December".split(" "),
  es: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" "),
};
const weekdays = {
  en: "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" "),
  es: "domingo lunes martes miércoles jueves viernes sábado".split(" "),
};
export const roleNames: Readonly<Record<Language, Readonly<Record<NoticeAudience, string>>>> = {
  en: {
    focal_point: "focal point",
    alternate: "alternate",
    approver: "approver",
    liaison_officer: "liaison officer",
    national_focal_point: "national focal point of the Conference",
    presidency: "Presidency Pro Tempore",
    secretariat: "Technical Secretariat",
  },
  es: {
    focal_point: "punto focal",
    alternate: "suplente",
    approver: "persona que aprueba",
    liaison_officer: "enlace",
    national_focal_point: "punto focal nacional de la Conferencia",
    presidency: "Presidencia Pro Témpore",
    secretariat: "Secretaría Técnica",
  },
};
export const toRole: Readonly<Record<NoticeAudience, string>> = {
  focal_point: "al punto focal",
  alternate: "al punto focal suplente",
  approver: "a la persona que aprueba",
  liaison_officer: "al enlace del país",
  national_focal_point: "al punto focal nacional de la Conferencia",
  presidency: "a la Presidencia Pro Témpore",
  secretariat: "a la Secretaría Técnica",
};

const said = new Map<string, string>();
/** Made once for each: some twenty thousand letters name few days. */
function once(key: string, make: () => string): string {
  const words = said.get(key) ?? make();
  said.set(key, words);
  return words;
}

export const dateWords = (date: CalendarDate, language: Language) =>
  once(`${date} ${language}`, () => dateIn(date, language));
export const weekdayWords = (date: CalendarDate, language: Language) =>
  once(`day ${date} ${language}`, () => weekdayIn(date, language));

function dateIn(date: CalendarDate, language: Language): string {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const name = months[language][month - 1];
  return { en: `${day} ${name} ${year}`, es: `${day} de ${name} de ${year}` }[language];
}

function weekdayIn(date: CalendarDate, language: Language): string {
  const name = weekdays[language][new Date(`${date}T00:00:00Z`).getUTCDay()];
  return { en: `${name}, ${dateWords(date, "en")}`, es: `${name} ${dateWords(date, "es")}` }[language];
}

export const dayWords = (count: number, language: Language) =>
  ({ en: count === 1 ? "1 day" : `${count} days`, es: count === 1 ? "1 día" : `${count} días` })[language];

export function countryWords({ countryName, country }: NoticeToWrite["state"], language: Language): string {
  const articles = { DOM: { en: "the ", es: "la " }, USA: { en: "the ", es: "los " } } as const;
  return `${country in articles ? articles[country as "DOM"][language] : ""}${countryName[language]}`;
}

const clocks = new Map<string, Intl.DateTimeFormat>();
export function clockOf(timeZone: string): Intl.DateTimeFormat {
  const clock = clocks.get(timeZone) ?? new Intl.DateTimeFormat("en-GB", { timeZone, timeStyle: "short" });
  clocks.set(timeZone, clock);
  return clock;
}

export const joined = (items: readonly string[], and: string) =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${and} ${items.at(-1)}`;

export const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The first day after five full working days. */
export function afterFiveWorkingDays(from: CalendarDate): CalendarDate {
  let day = Date.parse(`${from}T00:00:00Z`);
  for (let left = 5; left > 0; ) {
    day += 86_400_000;
    if (![0, 6].includes(new Date(day).getUTCDay())) left -= 1;
  }
  day += 86_400_000;
  return new Date(day).toISOString().slice(0, 10);
}
