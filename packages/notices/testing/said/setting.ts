import { audienceFacts, type CalendarDate, daysBetween, localDate, type NoticeAudience } from "@avances/domain/round";
import { isEditable } from "@avances/domain/submission";
import type { Desk } from "@avances/settings/mail";
import type { NoticeToWrite } from "../../src/calendar/message.ts";
import type { Addressee } from "../../src/calendar/recipients.ts";
import { clockOf, countryWords, dateWords, weekdayWords } from "./words.ts";

/** The facts under which one message was written. */
export interface World {
  readonly item: NoticeToWrite;
  readonly reader: Addressee;
  readonly now: Date;
  readonly desk?: Desk;
}

/** Something that a notice may say, whether it is true in this world, and whether it must then be said. */
export interface Saying {
  readonly text: string;
  readonly holds: boolean;
  readonly required?: boolean;
}

/** What many sentences depend on, computed from the facts alone. */
export function settingOf(world: World) {
  const { item, reader, now } = world;
  const { state, step } = item;
  const { language } = reader;
  const say = (en: string, es: string, holds: boolean, required = false): Saying => ({
    text: { en, es }[language].replaceAll(/\.\.(?=$|\s)/g, "."),
    holds,
    required: required && holds,
  });
  const country = countryWords(state, language);
  const capital = state.capital[language];
  const zone = { en: `${capital} time`, es: `hora de ${capital}` }[language];
  const date = (day: CalendarDate) => dateWords(day, language);
  const wall = (instant: Date) => clockOf(state.timeZone).format(instant);
  const at = (instant: Date) =>
    ({
      en: `on ${date(localDate(instant, state.timeZone))} at ${wall(instant)}, ${zone}`,
      es: `el ${date(localDate(instant, state.timeZone))} a las ${wall(instant)}, ${zone}`,
    })[language];
  const end = (day: CalendarDate) =>
    ({ en: `${weekdayWords(day, "en")} at 23:59, ${zone}`, es: `${weekdayWords(day, "es")} a las 23:59, ${zone}` })[
      language
    ];
  const today = localDate(now, state.timeZone);
  const round = {
    en: `the ${state.roundYear} round (data for ${state.referenceYear})`,
    es: `la ronda ${state.roundYear} (datos de ${state.referenceYear})`,
  }[language];
  const isReporter = audienceFacts[reader.audience].reports;
  const isReturned = state.status === "returned";
  const isPrepared = state.status === "not_started" || state.status === "draft";
  const isAwaited = step !== "round_cancelled" && isPrepared && !state.exempt;
  const isUnsent = isAwaited && state.firstSubmittedAt === null;
  const isTakenBack = isAwaited && state.firstSubmittedAt !== null;
  const due = daysBetween(today, state.dueOn);
  const back = state.returnDueOn === null ? null : daysBetween(today, state.returnDueOn);
  const others = item.people.filter((person) => person.id !== reader.id);
  return {
    ...world,
    ...{ language, say, country, zone, date, at, end, today, round, state, step, due, back },
    ...{ isReporter, isReturned, isAwaited, isUnsent, isTakenBack, isOpen: isEditable(state.status) },
    /** Days to the date that counts at the time: of the report, or of its clarifications. */
    spoken: isReturned ? back : due,
    report: { en: `report of ${country} for ${round}`, es: `informe de ${country} para ${round}` }[language],
    asked: others.filter(({ audience }) => audienceFacts[audience].reports),
    told: others.filter(({ audience }) => !audienceFacts[audience].reports),
    unfilled: item.audience.filter(
      (audience: NoticeAudience) => !item.people.some((person) => person.audience === audience),
    ),
  };
}
export type Setting = ReturnType<typeof settingOf>;
