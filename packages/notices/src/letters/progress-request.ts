import { type Role, roleNames } from "@avances/domain/access";
import { type InstrumentCode, instrumentCodes, type Language, type Text } from "@avances/domain/catalogue";
import { type BodyCode, stillAwaited, type ToldByProtocol, type ToldStanding } from "@avances/domain/network";
import { type CalendarDate, daysBetween, localDate } from "@avances/domain/round";
import type { Wording } from "@avances/domain/wording";
import { type AccountFacts, englishReach, englishTime, spanishReach, spanishTime } from "./account.ts";
import { dateInWords, seenFrom, weekdayInWords } from "./dates.ts";
import * as en from "./english.ts";
import { type Block, block, type Letters, letter, strong, subjectOf, unmarked } from "./letter.ts";
import { meetingOfBody } from "./network-words.ts";
import { markEn, markEs } from "./section-reminder.ts";
import * as es from "./spanish.ts";
import { type PlaceholderValues, writtenWords } from "./wording.ts";

/** What a request for a country's progress may say: for which meeting, by when, and what is there and missing; not a word that a country tells (decision 14). */
export interface ProgressRequestFacts extends AccountFacts {
  readonly countryCode: string;
  readonly countryName: Text;
  /** As what its reader speaks for the country. */
  readonly role: Role;
  readonly meeting: {
    readonly body: BodyCode;
    readonly heldOn: CalendarDate;
    readonly place: string;
    /** Of its host. */
    readonly timeZone: string;
  };
  /** By which day it is awaited, by the clocks of the country; null = that day had come before the meeting's was known. */
  readonly dueOn: CalendarDate | null;
  readonly told: ToldByProtocol;
  /** Was this country asked for it before, for this meeting? */
  readonly isAgain: boolean;
  /** The first day of the meeting in the last message to this person, if it was another. */
  readonly toldOn: CalendarDate | null;
  /** What the person who sends it adds, as it was written; may be empty. */
  readonly ownText: string;
  /** The words that the secretariat has written for such messages, with their placeholders; null or absent = the built-in ones. */
  readonly wording?: Wording | null;
  /** The form. */
  readonly link: string;
}

const zoneOf = ({ place }: AccountFacts) => place?.timeZone ?? "UTC";
const greeted = ({ name, salutation = null }: AccountFacts) => ({
  ...{ reader: "reporter" as const, readerName: name, readerSalutation: salutation },
});
const dated = (facts: ProgressRequestFacts, dueOn: CalendarDate) => ({ ...facts, dueOn });
/** Whole days until the meeting begins, by its own clocks. */
const daysLeft = ({ now, meeting }: ProgressRequestFacts) =>
  daysBetween(localDate(now, meeting.timeZone), meeting.heldOn);

interface Words {
  readonly protocols: Readonly<Record<InstrumentCode, string>>;
  readonly standings: Readonly<Record<ToldStanding, string>>;
}
const words: Readonly<Record<Language, Words>> = {
  en: {
    protocols: { TIP: "trafficking in persons", SOM: "smuggling of migrants" },
    standings: {
      nothing: "nothing filed",
      withdrawn: "filed, and withdrawn since",
      secretariat: "filed, for the Technical Secretariat alone",
      shared: "filed and shared with the other delegations",
    },
  },
  es: {
    protocols: { TIP: "trata de personas", SOM: "tráfico ilícito de migrantes" },
    standings: {
      nothing: "sin presentar",
      withdrawn: "presentados, y retirados después",
      secretariat: "presentados, solo para la Secretaría Técnica",
      shared: "presentados y compartidos con las demás delegaciones",
    },
  },
};

/** Before the day by which it is awaited and after it: for which meeting, by when, what is there and missing, and the form. */
export const progressRequest: Letters<ProgressRequestFacts, Block> = {
  en: (facts) =>
    letter<Block>(
      ownEn(facts)?.subject ?? subjectOf(openingEn(facts), `progress for the ${meetingEn(facts)}`),
      en.salutation(greeted(facts)),
      unmarked(facts.ownText.trim()),
      ownEn(facts)?.opening ?? null,
      block(askedEn(facts), movedEn(facts)),
      whenEn(facts),
      standing("On record in the portal:", facts, words.en),
      { action: "Open the form", address: facts.link },
      ownEn(facts)?.closing ?? null,
      "If it has been filed in the meantime, please disregard this message.",
      englishReach(facts),
      en.signature,
      {
        small: `You receive this message because you are ${roleNames.en.recipient[facts.role]} of ${en.country(facts)} in the portal. Nobody is asked once both Protocols are filed, or once the meeting has begun. Written on ${englishTime(facts, facts.now)}.`,
      },
    ),
  es: (facts) =>
    letter<Block>(
      ownEs(facts)?.subject ?? subjectOf(openingEs(facts), `avances para la ${meetingEs(facts)}`),
      es.salutation(greeted(facts)),
      unmarked(facts.ownText.trim()),
      ownEs(facts)?.opening ?? null,
      block(askedEs(facts), movedEs(facts)),
      whenEs(facts),
      standing("Situación en el portal:", facts, words.es),
      { action: "Abrir el formulario", address: facts.link },
      ownEs(facts)?.closing ?? null,
      "Si entretanto ya se presentaron, le rogamos no tener en cuenta este mensaje.",
      spanishReach(facts),
      es.signature,
      {
        small: `Recibe este mensaje porque en el portal figura como ${roleNames.es.recipient[facts.role]} de ${es.country(facts)}. No se solicita nada más una vez presentados los de ambos Protocolos, ni una vez comenzada la reunión. Escrito el ${spanishTime(facts, facts.now)}.`,
      },
    ),
};

const meetingEn = ({ meeting }: ProgressRequestFacts) => `meeting of ${dateInWords(meeting.heldOn, "en")}`;
const meetingEs = ({ meeting }: ProgressRequestFacts) => `reunión del ${dateInWords(meeting.heldOn, "es")}`;

function openingEn(facts: ProgressRequestFacts): string {
  const kind = facts.isAgain ? "Reminder" : "Request";
  return facts.dueOn === null ? kind : `${kind}, ${markEn(dated(facts, facts.dueOn))}`;
}

function openingEs(facts: ProgressRequestFacts): string {
  const kind = facts.isAgain ? "Recordatorio" : "Solicitud";
  return facts.dueOn === null ? kind : `${kind}, ${markEs(dated(facts, facts.dueOn))}`;
}

/** The words that the secretariat wrote. */
const ownEn = (facts: ProgressRequestFacts) => writtenWords(facts, valuesEn);
const ownEs = (facts: ProgressRequestFacts) => writtenWords(facts, valuesEs);

function valuesEn(facts: ProgressRequestFacts): PlaceholderValues<"progress"> {
  const { dueOn, isAgain } = facts;
  return {
    country: en.country(facts),
    meeting: meetingEn(facts),
    date: dueOn && dateInWords(dueOn, "en"),
    standing: dueOn && markEn(dated(facts, dueOn)),
    days: dueOn && en.days(seenFrom(facts.now, zoneOf(facts), dueOn).days),
    number: isAgain ? "reminder" : "request",
    inSubject: {},
  };
}

function valuesEs(facts: ProgressRequestFacts): PlaceholderValues<"progress"> {
  const { dueOn, isAgain } = facts;
  return {
    country: es.country(facts),
    meeting: meetingEs(facts),
    date: dueOn && dateInWords(dueOn, "es"),
    standing: dueOn && markEs(dated(facts, dueOn)),
    days: dueOn && es.days(seenFrom(facts.now, zoneOf(facts), dueOn).days),
    number: isAgain ? "recordatorio" : "solicitud",
    inSubject: {},
  };
}

/** Of one Protocol where the other is filed. */
function onOne({ told }: ProgressRequestFacts): InstrumentCode | null {
  const [one, ...others] = stillAwaited(told);
  return one !== undefined && others.length === 0 ? one : null;
}

function askedEn(facts: ProgressRequestFacts): string {
  const { meeting, isAgain } = facts;
  const one = onOne(facts);
  const about = `the progress of ${en.country(facts)}${one === null ? "" : ` on ${words.en.protocols[one]}`} since the last meeting`;
  const view = `With a view to the meeting ${meetingOfBody[meeting.body].en} that begins on ${weekdayInWords(meeting.heldOn, "en")} (${meeting.place})`;
  return isAgain
    ? `${view}, this is a kind reminder that ${about} is awaited.`
    : `${view}, you are kindly asked to share ${about}.`;
}

function askedEs(facts: ProgressRequestFacts): string {
  const { meeting, isAgain } = facts;
  const one = onOne(facts);
  const about = `los avances de ${es.country(facts)}${one === null ? "" : ` en materia de ${words.es.protocols[one]}`} desde la última reunión`;
  const view = `Con miras a la reunión ${meetingOfBody[meeting.body].es} que comienza el ${weekdayInWords(meeting.heldOn, "es")} (${meeting.place})`;
  return isAgain
    ? `${view}, se recuerda atentamente que se esperan ${about}.`
    : `${view}, se solicita atentamente compartir ${about}.`;
}

const movedEn = ({ toldOn }: ProgressRequestFacts) =>
  toldOn === null
    ? null
    : `The date of the meeting has changed: in the last message to you it was ${dateInWords(toldOn, "en")}.`;
const movedEs = ({ toldOn }: ProgressRequestFacts) =>
  toldOn === null
    ? null
    : `La fecha de la reunión cambió: en el último mensaje a usted era el ${dateInWords(toldOn, "es")}.`;

/** `Wednesday, 24 February 2027 at 23:59, San José time`: the last minute of the day. */
const endEn = ({ place }: ProgressRequestFacts, day: CalendarDate) =>
  strong(`${weekdayInWords(day, "en")} at 23:59, ${place === null ? "UTC" : `${place.capital.en} time`}`);
const endEs = ({ place }: ProgressRequestFacts, day: CalendarDate) =>
  strong(`${weekdayInWords(day, "es")} a las 23:59, ${place === null ? "UTC" : `hora de ${place.capital.es}`}`);

function whenEn(facts: ProgressRequestFacts): string {
  const { dueOn } = facts;
  if (dueOn === null)
    return `The meeting begins in ${en.days(daysLeft(facts))}: the sooner it is shared, the longer the other delegations have to read it.`;
  const { relation, days, date } = seenFrom(facts.now, zoneOf(facts), dueOn);
  const end = endEn(facts, date);
  switch (relation) {
    case "ahead":
      return `It is awaited by ${end}; ${days === 1 ? "1 day remains" : `${days} days remain`}. The other delegations can then read it before the meeting.`;
    case "today":
      return `It is awaited by today, ${end}. The other delegations can then read it before the meeting.`;
    case "past":
      return `It was awaited by ${end}, ${en.days(days)} ago. It can still be filed.`;
  }
}

function whenEs(facts: ProgressRequestFacts): string {
  const { dueOn } = facts;
  if (dueOn === null)
    return `La reunión comienza dentro de ${es.days(daysLeft(facts))}: cuanto antes se compartan, más tiempo tienen las demás delegaciones para leerlos.`;
  const { relation, days, date } = seenFrom(facts.now, zoneOf(facts), dueOn);
  const end = endEs(facts, date);
  switch (relation) {
    case "ahead":
      return `Se esperan a más tardar el ${end}; ${days === 1 ? "falta 1 día" : `faltan ${days} días`}. Así las demás delegaciones pueden leerlos antes de la reunión.`;
    case "today":
      return `Se esperan a más tardar hoy, ${end}. Así las demás delegaciones pueden leerlos antes de la reunión.`;
    case "past":
      return `Se esperaban a más tardar el ${end}, hace ${es.days(days)}. Todavía se pueden presentar.`;
  }
}

/** How each Protocol stands. */
function standing(heading: string, { told }: ProgressRequestFacts, { protocols, standings }: Words): string {
  const lines = instrumentCodes.map((code) => {
    const name = protocols[code];
    return `– ${name.charAt(0).toUpperCase()}${name.slice(1)}: ${standings[told[code]]}`;
  });
  return [heading, ...lines].join("\n");
}
