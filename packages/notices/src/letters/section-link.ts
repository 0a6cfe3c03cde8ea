import type { Language, Text } from "@avances/domain/catalogue";
import type { CalendarDate } from "@avances/domain/round";
import { english, englishTime, spanish, spanishTime, type TicketFacts } from "./account.ts";
import { dateInWords, weekdayInWords } from "./dates.ts";
import * as en from "./english.ts";
import type { Letters } from "./letter.ts";
import { hasPassed, replyEn, replyEs, writableEn, writableEs } from "./section-reminder.ts";
import * as es from "./spanish.ts";
import { ticketPlace } from "./ticket.ts";

/** What the message with a link to a section may say. */
export interface SectionFacts extends TicketFacts {
  readonly countryCode: string;
  readonly countryName: Text;
  /** How many answers the section is about. */
  readonly asked: number;
  readonly dueOn: CalendarDate;
  /** Then nothing is awaited. */
  readonly isHandedIn: boolean;
  readonly referenceYear: number;
  /** In the words of whoever invited; may be empty. */
  readonly note: string;
  readonly invitedByName: string;
  /** Does a reply reach whoever asked? */
  readonly mayReply: boolean;
}

/** The answer that is given back, and what is to be looked at again. */
export interface GivenBackAnswer {
  readonly code: string;
  readonly name: Text;
  readonly byName: string;
}

const answers = (count: number) => (count === 1 ? "1 answer" : `${count} answers`);
const respuestas = (count: number) => (count === 1 ? "1 respuesta" : `${count} respuestas`);

/** A part of a country's report is asked for. It says what, by when and until when the link works; the request is the country's own. */
export const sectionLink: Letters<SectionFacts> = {
  en: (facts) =>
    english(
      facts,
      `${answers(facts.asked)} for the report of ${en.country(facts)}, data for ${facts.referenceYear}`,
      `${facts.invitedByName} asks you for ${answers(facts.asked)} for the report of ${en.country(facts)} on the implementation of the Palermo Protocols, with data for ${facts.referenceYear}. ${awaitedEn(facts)}`,
      facts.note,
      `This link opens the form with these answers, without a password. It is personal, works once and until ${englishTime(facts, facts.expiresAt)}; ${en.freshLink}:\n${ticketPlace}`,
      "What you write is a proposal. It becomes part of the report when those who report for the country take it.",
      replyEn(facts),
    ),
  es: (facts) =>
    spanish(
      facts,
      `${respuestas(facts.asked)} para el informe de ${es.country(facts)}, datos de ${facts.referenceYear}`,
      `${facts.invitedByName} le solicita ${respuestas(facts.asked)} para el informe de ${es.country(facts)} sobre la aplicación de los Protocolos de Palermo, con datos de ${facts.referenceYear}. ${awaitedEs(facts)}`,
      facts.note,
      `Este enlace abre el formulario con esas respuestas, sin contraseña. Es personal, sirve una sola vez y hasta el ${spanishTime(facts, facts.expiresAt)}; ${es.freshLink}:\n${ticketPlace}`,
      "Lo que usted escriba es una propuesta. Pasa a formar parte del informe cuando la acepten quienes informan por el país.",
      replyEs(facts),
    ),
};

/** One answer of a section is given back: which and by whom; the note to it stands in the portal, as everything said about answers (decision 14). The link is a fresh one, because the others may have been used. */
export const sectionGivenBack: Letters<SectionFacts & { readonly givenBack: GivenBackAnswer }> = {
  en: (facts) =>
    english(
      facts,
      `Your answer to ${facts.givenBack.code} was given back: report of ${en.country(facts)}, data for ${facts.referenceYear}`,
      `${facts.givenBack.byName} asks you to look at one of your answers again, for the report of ${en.country(facts)} with data for ${facts.referenceYear}: ${facts.givenBack.code}, ${facts.givenBack.name.en}`,
      "What it is about stands above the form.",
      `This link opens the form with your answers, without a password. It is personal, works once and until ${englishTime(facts, facts.expiresAt)}, and replaces earlier ones; ${en.freshLink}:\n${ticketPlace}`,
      replyEn(facts),
    ),
  es: (facts) =>
    spanish(
      facts,
      `Se le devuelve su respuesta a ${facts.givenBack.code}: informe de ${es.country(facts)}, datos de ${facts.referenceYear}`,
      `${facts.givenBack.byName} le pide revisar una de sus respuestas para el informe de ${es.country(facts)}, con datos de ${facts.referenceYear}: ${facts.givenBack.code}, ${facts.givenBack.name.es}`,
      "El motivo está encima del formulario.",
      `Este enlace abre el formulario con sus respuestas, sin contraseña. Es personal, sirve una sola vez y hasta el ${spanishTime(facts, facts.expiresAt)}, y reemplaza a los anteriores; ${es.freshLink}:\n${ticketPlace}`,
      replyEs(facts),
    ),
};

/** What changed in what is asked. */
export interface SectionChanges {
  readonly byName: string;
  /** The date before; null = it is the same. */
  readonly wasDueOn: CalendarDate | null;
  readonly added: readonly { readonly code: string; readonly name: Text }[];
  readonly removed: readonly { readonly code: string; readonly name: Text }[];
  /** It was handed in, and is open again. */
  readonly isReopened: boolean;
  /** Something was proposed for an answer that is no longer asked for. */
  readonly leavesProposals: boolean;
}

/** The date or the answers of a section were changed: what is asked now, and what is no longer. */
export const sectionChanged: Letters<SectionFacts & { readonly changes: SectionChanges }> = {
  en: (facts) => {
    const { changes } = facts;
    return english(
      facts,
      `${changedEn(facts)}, report of ${en.country(facts)}, data for ${facts.referenceYear}`,
      `${changes.byName} changed what you are asked for the report of ${en.country(facts)}, with data for ${facts.referenceYear}. ${nowAskedEn(facts)}`,
      ...listed("New:", changes.added, "en"),
      ...listed("No longer asked for:", changes.removed, "en"),
      changes.leavesProposals ? "What you proposed there stays with those who report for the country." : "",
      changes.isReopened ? "Your part, which you had handed in, is open again." : "",
      `This link opens the form with your answers, without a password. It is personal, works once and until ${englishTime(facts, facts.expiresAt)}, and replaces earlier ones; ${en.freshLink}:\n${ticketPlace}`,
      replyEn(facts),
    );
  },
  es: (facts) => {
    const { changes } = facts;
    return spanish(
      facts,
      `${changedEs(facts)}, informe de ${es.country(facts)}, datos de ${facts.referenceYear}`,
      `${changes.byName} cambió lo que se le solicita para el informe de ${es.country(facts)}, con datos de ${facts.referenceYear}. ${nowAskedEs(facts)}`,
      ...listed("Se agrega:", changes.added, "es"),
      ...listed("Ya no se solicita:", changes.removed, "es"),
      changes.leavesProposals ? "Lo que usted propuso ahí queda con quienes informan por el país." : "",
      changes.isReopened ? "Su parte, que ya había entregado, está abierta de nuevo." : "",
      `Este enlace abre el formulario con sus respuestas, sin contraseña. Es personal, sirve una sola vez y hasta el ${spanishTime(facts, facts.expiresAt)}, y reemplaza a los anteriores; ${es.freshLink}:\n${ticketPlace}`,
      replyEs(facts),
    );
  },
};

type ChangedFacts = SectionFacts & { readonly changes: SectionChanges };

/*
 * These messages are of an act whose words nobody but the country may keep, so they are not written anew when they leave on another day, as a reminder is
 * (`calendar/fresh-words.ts`). They name dates, and count no days.
 */

/** By when it is awaited, as far as it still is: not what was handed in, and of a date that has passed, until when it can be written. */
function awaitedEn(facts: SectionFacts): string {
  if (facts.isHandedIn) return "You have handed in your part.";
  return hasPassed(facts) ? passedEn(facts) : `The answers are awaited by ${weekdayInWords(facts.dueOn, "en")}.`;
}

function awaitedEs(facts: SectionFacts): string {
  if (facts.isHandedIn) return "Usted ya entregó su parte.";
  return hasPassed(facts) ? passedEs(facts) : `Se esperan a más tardar el ${weekdayInWords(facts.dueOn, "es")}.`;
}

const passedEn = (facts: SectionFacts) =>
  `Your part was awaited by ${weekdayInWords(facts.dueOn, "en")}. ${writableEn(facts)}`;
const passedEs = (facts: SectionFacts) =>
  `Su parte se esperaba a más tardar el ${weekdayInWords(facts.dueOn, "es")}. ${writableEs(facts)}`;

/** For the subject: of what is handed in nothing is awaited, and of a date that has passed it is said that it has. */
function changedEn(facts: ChangedFacts): string {
  const what = answers(facts.asked);
  const day = dateInWords(facts.dueOn, "en");
  if (facts.isHandedIn) return `Your part has changed: ${what}`;
  return hasPassed(facts)
    ? `Your part has changed, after its date (${day}): ${what}`
    : `Your part has changed: ${what} by ${day}`;
}

function changedEs(facts: ChangedFacts): string {
  const what = respuestas(facts.asked);
  const day = dateInWords(facts.dueOn, "es");
  if (facts.isHandedIn) return `Su parte ha cambiado: ${what}`;
  return hasPassed(facts)
    ? `Su parte ha cambiado, después de su fecha (${day}): ${what}`
    : `Su parte ha cambiado: ${what} hasta el ${day}`;
}

function nowAskedEn(facts: ChangedFacts): string {
  const { asked, dueOn, isHandedIn } = facts;
  const { wasDueOn } = facts.changes;
  const instead = wasDueOn === null ? "" : ` instead of ${weekdayInWords(wasDueOn, "en")}`;
  const day = weekdayInWords(dueOn, "en");
  if (isHandedIn)
    return `Your part now comprises ${answers(asked)}${wasDueOn === null ? "" : `, with the date ${day}${instead}`}. It stays handed in.`;
  if (hasPassed(facts)) return `Your part now comprises ${answers(asked)}. ${passedEn(facts)}`;
  return `Your part now comprises ${answers(asked)}, awaited by ${day}${instead}.`;
}

function nowAskedEs(facts: ChangedFacts): string {
  const { asked, dueOn, isHandedIn } = facts;
  const { wasDueOn } = facts.changes;
  const now = `Su parte comprende ahora ${respuestas(asked)}`;
  const instead = wasDueOn === null ? "" : `, en vez del ${weekdayInWords(wasDueOn, "es")}`;
  const day = weekdayInWords(dueOn, "es");
  if (isHandedIn) return `${now}${wasDueOn === null ? "" : `, con fecha del ${day}${instead}`}. Sigue entregada.`;
  if (hasPassed(facts)) return `${now}. ${passedEs(facts)}`;
  return `${now}, que se ${asked === 1 ? "espera" : "esperan"} a más tardar el ${day}${instead}.`;
}

/** One block: a heading and the answers, each on its line; nothing when there are none. */
function listed(heading: string, indicators: SectionChanges["added"], language: Language): readonly string[] {
  if (indicators.length === 0) return [];
  return [[heading, ...indicators.map(({ code, name }) => `${code}, ${name[language]}`)].join("\n")];
}
