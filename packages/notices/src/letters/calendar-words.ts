import type { Language, Text } from "@avances/domain/catalogue";
import type { ActivityStage, BodyCode } from "@avances/domain/network";
import {
  activityUid,
  type CalendarDate,
  type CalendarDay,
  type CalendarEntry,
  entrySequence,
  entryUid,
  meetingUid,
  progressUid,
} from "@avances/domain/round";
import * as en from "./english.ts";
import { pageLink } from "./portal-pages.ts";
import * as es from "./spanish.ts";

/** How a country stands to a date of a round: what its entry says, and whether it still is one. */
export type EntryStanding = "awaited" | "voluntary" | "received" | "not_asked" | "withdrawn";

/** How a country that is in a round stands to one of its dates. Clarifications are awaited of whoever must give them. */
export function entryStanding(
  report: { readonly exempt: boolean; readonly obligated: boolean; readonly firstSubmittedAt: Date | null },
  day: CalendarDay,
): Exclude<EntryStanding, "withdrawn"> {
  if (day === "return_due") return "awaited";
  if (report.firstSubmittedAt !== null) return "received";
  if (report.exempt) return "not_asked";
  return report.obligated ? "awaited" : "voluntary";
}

interface EntryOfRound {
  readonly roundYear: number;
  /** Year of the data that the round asks for. */
  readonly referenceYear: number;
  readonly date: CalendarDate;
  readonly roundRevision: number;
}

/** A date of one country. */
export interface CountryEntry extends EntryOfRound {
  readonly day: Extract<CalendarDay, "due" | "return_due">;
  readonly countryCode: string;
  readonly countryName: Text;
  readonly capital: Text;
  readonly reportRevision: number;
  readonly standing: EntryStanding;
  /** Null = it has no page that its reader may open (any more). */
  readonly submissionId: string | null;
}

/** A date of a round, for whoever runs it. */
export interface RoundEntry extends EntryOfRound {
  readonly day: Extract<CalendarDay, "opening" | "round_due">;
  readonly withdrawn: boolean;
}

interface Context {
  readonly language: Language;
  readonly publicUrl: string;
  /** Whoever runs the rounds is led to the round and is not reminded of each country's date. */
  readonly runsRounds: boolean;
}

type Words = Readonly<Record<Language, (facts: CountryEntry) => string>>;

const countryTitles: Readonly<Record<CountryEntry["day"], Words>> = {
  due: {
    en: (facts) => `Report due: ${facts.countryName.en}, ${facts.roundYear} round`,
    es: (facts) => `Fecha límite del informe: ${facts.countryName.es}, ronda ${facts.roundYear}`,
  },
  return_due: {
    en: (facts) => `Clarifications due: ${facts.countryName.en}, ${facts.roundYear} round`,
    es: (facts) => `Fecha para las aclaraciones: ${facts.countryName.es}, ronda ${facts.roundYear}`,
  },
};

const report: Words = {
  en: (facts) =>
    `the report of ${en.country(facts)} for the ${facts.roundYear} round (data for ${facts.referenceYear})`,
  es: (facts) =>
    `el informe de ${es.country(facts)} para la ronda ${facts.roundYear} (datos de ${facts.referenceYear})`,
};

const countryTexts: Readonly<Record<EntryStanding, Words>> = {
  awaited: {
    en: (facts) =>
      facts.day === "due"
        ? `The Technical Secretariat awaits ${report.en(facts)} by the end of this day, ${facts.capital.en} time.`
        : `The Technical Secretariat awaits the clarifications on ${report.en(facts)} by the end of this day, ${facts.capital.en} time.`,
    es: (facts) =>
      facts.day === "due"
        ? `La Secretaría Técnica espera ${report.es(facts)} hasta el final de este día, hora de ${facts.capital.es}.`
        : `La Secretaría Técnica espera las aclaraciones sobre ${report.es(facts)} hasta el final de este día, hora de ${facts.capital.es}.`,
  },
  voluntary: {
    en: (facts) =>
      `In this round the report of ${en.country(facts)} is voluntary. The round (data for ${facts.referenceYear}) asks for reports by the end of this day, ${facts.capital.en} time.`,
    es: (facts) =>
      `En esta ronda el informe de ${es.country(facts)} es voluntario. La ronda (datos de ${facts.referenceYear}) pide los informes hasta el final de este día, hora de ${facts.capital.es}.`,
  },
  received: {
    en: (facts) => `${capital(en.country(facts))} has already sent its report for the ${facts.roundYear} round.`,
    es: (facts) => `El informe de ${es.country(facts)} para la ronda ${facts.roundYear} ya se ha enviado.`,
  },
  not_asked: {
    en: (facts) => `No report is expected of ${en.country(facts)} in the ${facts.roundYear} round.`,
    es: (facts) => `No se espera ningún informe de ${es.country(facts)} en la ronda ${facts.roundYear}.`,
  },
  withdrawn: {
    en: (facts) => `The ${facts.roundYear} round was cancelled: nothing is asked by this date.`,
    es: (facts) => `La ronda ${facts.roundYear} se canceló: no se solicita nada para esta fecha.`,
  },
};

const capital = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

type RoundWords = Readonly<Record<Language, (facts: RoundEntry) => string>>;
const roundTitles: Readonly<Record<RoundEntry["day"], RoundWords>> = {
  opening: {
    en: (facts) => `The ${facts.roundYear} round opens`,
    es: (facts) => `Se abre la ronda ${facts.roundYear}`,
  },
  round_due: {
    en: (facts) => `Due date of the ${facts.roundYear} round`,
    es: (facts) => `Fecha límite de la ronda ${facts.roundYear}`,
  },
};
const roundTexts: Readonly<Record<RoundEntry["day"] | "withdrawn", RoundWords>> = {
  opening: {
    en: (facts) => `The round asks for data for ${facts.referenceYear}. It opens with this day in each capital.`,
    es: (facts) => `La ronda pide datos de ${facts.referenceYear}. Se abre con este día en cada capital.`,
  },
  round_due: {
    en: () => "It ends with this day in each capital. A country may have a date of its own.",
    es: () => "Termina con este día en cada capital. Un país puede tener una fecha propia.",
  },
  withdrawn: {
    en: (facts) => `The ${facts.roundYear} round was cancelled.`,
    es: (facts) => `La ronda ${facts.roundYear} se canceló.`,
  },
};

/** The entry of a country's date. In mails and in the calendar that is fetched it has the same `uid`, so that each replaces the other. */
export function countryEntry(facts: CountryEntry, { language, publicUrl, runsRounds }: Context): CalendarEntry {
  const { day, roundYear, countryCode: country, standing, submissionId } = facts;
  return {
    uid: entryUid(day, { roundYear, country }, new URL(publicUrl).hostname),
    sequence: entrySequence(facts),
    date: facts.date,
    language,
    title: countryTitles[day][language](facts),
    text: countryTexts[standing][language](facts),
    address: runsRounds
      ? pageLink(publicUrl, language, "round", { year: roundYear }, { country })
      : submissionId === null
        ? pageLink(publicUrl, language, "home")
        : pageLink(publicUrl, language, "report", { submissionId }),
    reminds: !runsRounds && standing === "awaited",
    cancelled: standing === "withdrawn" || standing === "not_asked",
  };
}

/** The entry of a date of a whole round. */
export function roundEntry(
  facts: RoundEntry,
  { language, publicUrl }: Pick<Context, "language" | "publicUrl">,
): CalendarEntry {
  const { day, roundYear, withdrawn } = facts;
  return {
    uid: entryUid(day, { roundYear, country: null }, new URL(publicUrl).hostname),
    sequence: facts.roundRevision,
    date: facts.date,
    language,
    title: roundTitles[day][language](facts),
    text: roundTexts[withdrawn ? "withdrawn" : day][language](facts),
    address: withdrawn
      ? pageLink(publicUrl, language, "home")
      : pageLink(publicUrl, language, "round", { year: roundYear }),
    reminds: false,
    cancelled: withdrawn,
  };
}

/** A meeting, for whoever reads the Network. */
export interface MeetingEntry {
  readonly id: string;
  readonly body: BodyCode;
  readonly heldOn: CalendarDate;
  readonly untilOn: CalendarDate | null;
  readonly place: string;
  readonly host: Text | null;
  readonly revision: number;
  readonly cancelled: boolean;
}

const meetingTitles: Readonly<Record<BodyCode, Text>> = {
  LON: { en: "Meeting: Liaison Officer Network", es: "Reunión: Red de Funcionarios de Enlace" },
  RCGM: {
    en: "Meeting: Regional Consultation Group on Migration",
    es: "Reunión: Grupo Regional de Consulta sobre Migración",
  },
  COALITION: { en: "Meeting: Regional Coalition", es: "Reunión: Coalición Regional" },
};

const meetingTexts: Readonly<Record<Language, (facts: MeetingEntry) => string>> = {
  en: ({ cancelled, host }) => (cancelled ? "This meeting was cancelled." : host === null ? "" : `Host: ${host.en}.`),
  es: ({ cancelled, host }) => (cancelled ? "Esta reunión se canceló." : host === null ? "" : `Sede: ${host.es}.`),
};

/** The entry of a meeting: the same in the calendar that is fetched and in the file of one meeting, so that each replaces the other. */
export function meetingEntry(
  facts: MeetingEntry,
  { language, publicUrl }: Pick<Context, "language" | "publicUrl">,
): CalendarEntry {
  const { id, body, heldOn, untilOn, place, revision, cancelled } = facts;
  return {
    uid: meetingUid(id, new URL(publicUrl).hostname),
    sequence: revision,
    date: heldOn,
    language,
    title: meetingTitles[body][language],
    text: meetingTexts[language](facts),
    address: pageLink(publicUrl, language, "meeting", { meetingId: id }),
    reminds: false,
    cancelled,
    meeting: { until: untilOn ?? heldOn, place },
  };
}

/** The day by which a country's progress is awaited for a meeting, for those who tell of it. */
export interface ProgressEntry {
  readonly meetingId: string;
  readonly countryCode: string;
  readonly countryName: Text;
  readonly capital: Text;
  readonly meetingOn: CalendarDate;
  readonly dueOn: CalendarDate;
  /** Grows whenever the meeting changes. */
  readonly revision: number;
  /** `over`: the meeting has begun, and nobody is asked any more. */
  readonly standing: "awaited" | "filed" | "over" | "withdrawn";
}

const progressTitles: Readonly<Record<Language, (facts: ProgressEntry) => string>> = {
  en: ({ countryName, meetingOn }) => `Date for progress: ${countryName.en}, meeting of ${en.date(meetingOn)}`,
  es: ({ countryName, meetingOn }) => `Fecha para los avances: ${countryName.es}, reunión del ${es.date(meetingOn)}`,
};
const progressEntryTexts: Readonly<
  Record<ProgressEntry["standing"], Readonly<Record<Language, (facts: ProgressEntry) => string>>>
> = {
  awaited: {
    en: (facts) =>
      `The progress of ${en.country(facts)} since the last meeting is awaited by the end of this day, ${facts.capital.en} time.`,
    es: (facts) =>
      `Los avances de ${es.country(facts)} desde la última reunión se esperan hasta el final de este día, hora de ${facts.capital.es}.`,
  },
  filed: {
    en: (facts) => `The progress of ${en.country(facts)} for both Protocols is filed.`,
    es: (facts) => `Los avances de ${es.country(facts)} de ambos Protocolos están presentados.`,
  },
  over: {
    en: (facts) =>
      `The progress of ${en.country(facts)} since the last meeting was awaited by the end of this day, ${facts.capital.en} time. The meeting has begun since: nothing is asked any more.`,
    es: (facts) =>
      `Los avances de ${es.country(facts)} desde la última reunión se esperaban hasta el final de este día, hora de ${facts.capital.es}. La reunión ya comenzó: no se solicita nada más.`,
  },
  withdrawn: {
    en: () => "The meeting was cancelled: nothing is asked by this date.",
    es: () => "La reunión se canceló: no se solicita nada para esta fecha.",
  },
};

/** The entry of that day. */
export function progressEntry(
  facts: ProgressEntry,
  { language, publicUrl }: Pick<Context, "language" | "publicUrl">,
): CalendarEntry {
  const { meetingId, countryCode: country, dueOn, revision, standing } = facts;
  return {
    uid: progressUid({ meetingId, country }, new URL(publicUrl).hostname),
    sequence: revision,
    date: dueOn,
    language,
    title: progressTitles[language](facts),
    text: progressEntryTexts[standing][language](facts),
    address: pageLink(publicUrl, language, "meeting", { meetingId }),
    reminds: standing === "awaited",
    cancelled: standing === "withdrawn",
  };
}

/** An activity that somebody proposes, for whoever reads it. */
export interface ActivityEntry {
  readonly id: string;
  /** In the reader's language, where it was translated. */
  readonly title: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly place: string;
  readonly proposer: Text | null;
  readonly stage: ActivityStage;
  readonly sequence: number;
  readonly withdrawn: boolean;
}

const activityTitles: Readonly<Record<Language, (facts: ActivityEntry) => string>> = {
  en: ({ stage, title }) =>
    `${stage === "proposed" || stage === "not_endorsed" ? "Proposed activity" : "Activity"}: ${title}`,
  es: ({ stage, title }) =>
    `${stage === "proposed" || stage === "not_endorsed" ? "Actividad propuesta" : "Actividad"}: ${title}`,
};
const activityTexts: Readonly<Record<Language, Readonly<Record<ActivityStage | "withdrawn", string>>>> = {
  en: {
    proposed: "No endorsement by a meeting is on record.",
    endorsed: "A meeting endorsed it.",
    not_endorsed: "A meeting did not endorse it.",
    held: "It was held.",
    evaluated: "It was held, and what came of it is on record.",
    withdrawn: "It was withdrawn.",
  },
  es: {
    proposed: "No hay constancia de que una reunión la haya avalado.",
    endorsed: "Una reunión la avaló.",
    not_endorsed: "Una reunión no la avaló.",
    held: "Se realizó.",
    evaluated: "Se realizó, y consta qué resultó de ella.",
    withdrawn: "Se retiró.",
  },
};
const proposedBy: Readonly<Record<Language, (name: string) => string>> = {
  en: (name) => `Proposed by: ${name}.`,
  es: (name) => `La propone: ${name}.`,
};

/** The entry of an activity: the same in the calendar that is fetched and in the file of one, so that each replaces the other. */
export function activityEntry(
  facts: ActivityEntry,
  { language, publicUrl }: Pick<Context, "language" | "publicUrl">,
): CalendarEntry {
  const { id, startsOn, endsOn, place, proposer, stage, sequence, withdrawn } = facts;
  return {
    uid: activityUid(id, new URL(publicUrl).hostname),
    sequence,
    date: startsOn,
    language,
    title: activityTitles[language](facts),
    text: [
      ...(proposer === null ? [] : [proposedBy[language](proposer[language])]),
      activityTexts[language][withdrawn ? "withdrawn" : stage],
    ].join(" "),
    address: pageLink(publicUrl, language, "activity", { matterId: id }),
    reminds: false,
    cancelled: withdrawn || stage === "not_endorsed",
    activity: { until: endsOn, place, isTentative: stage === "proposed" },
  };
}

/** What the calendar that is fetched is called, the file that goes along with a message, and that of a meeting or an activity (its day follows). */
export const calendarNames: Readonly<
  Record<
    Language,
    { readonly feed: string; readonly file: string; readonly meeting: string; readonly activity: string }
  >
> = {
  en: { feed: "Avances dates", file: "due-date.ics", meeting: "meeting", activity: "activity" },
  es: { feed: "Fechas de Avances", file: "fecha-limite.ics", meeting: "reunion", activity: "actividad" },
};
