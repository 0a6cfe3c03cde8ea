import type { Text } from "@avances/domain/catalogue";
import { addDays, type CalendarDate } from "@avances/domain/round";
import { type SectionCounts, sectionGraceDays } from "@avances/domain/submission";
import {
  english,
  englishClocks,
  englishTime,
  spanish,
  spanishClocks,
  spanishTime,
  type TicketFacts,
} from "./account.ts";
import { dateInWords, dayInWords, seenFrom, weekdayInWords } from "./dates.ts";
import * as en from "./english.ts";
import { block, type Letter, type Letters } from "./letter.ts";
import * as es from "./spanish.ts";
import { ticketPlace } from "./ticket.ts";

/** What a reminder of a section may say: no answer and no word about one, not even the note of whoever asked (decision 14). */
export interface SectionReminderFacts extends TicketFacts {
  readonly countryCode: string;
  readonly countryName: Text;
  readonly referenceYear: number;
  readonly dueOn: CalendarDate;
  readonly counts: SectionCounts;
  readonly invitedAt: Date;
  /** When what is asked was last changed; null = it is what was asked at first. */
  readonly changedAt: Date | null;
  readonly invitedByName: string;
  /** May be empty. */
  readonly invitedByInstitution: string;
  /** Does a reply reach whoever asked? */
  readonly mayReply: boolean;
}

/** The date of a section, and when it is spoken of. */
type Dated = Pick<SectionReminderFacts, "now" | "place" | "dueOn">;
type Replied = Pick<SectionReminderFacts, "mayReply" | "invitedByName">;

const zoneOf = ({ place }: Dated) => place?.timeZone ?? "UTC";
const seen = (facts: Dated) => seenFrom(facts.now, zoneOf(facts), facts.dueOn);
const lastDay = ({ dueOn }: Pick<Dated, "dueOn">) => addDays(dueOn, sectionGraceDays);
/** Until when it can be written, and by whose clocks: the form closes then. */
export const writableEn = (facts: Dated) =>
  `It can be written until the end of ${weekdayInWords(lastDay(facts), "en")} ${englishClocks(facts)}.`;
export const writableEs = (facts: Dated) =>
  `Se puede escribir hasta el final del ${weekdayInWords(lastDay(facts), "es")} ${spanishClocks(facts)}.`;
/** To whom a reply goes; empty where it reaches nobody who asked. */
export const replyEn = ({ mayReply, invitedByName }: Replied) =>
  mayReply ? `If you reply to this message, your reply goes to ${invitedByName}.` : "";
export const replyEs = ({ mayReply, invitedByName }: Replied) =>
  mayReply ? `Si responde a este mensaje, su respuesta llega a ${invitedByName}.` : "";
/** A proposal to clear an answer is one too. */
const proposedOf = ({ counts }: SectionReminderFacts) => counts.proposed + counts.taken;
export const hasPassed = (facts: Dated) => seen(facts).relation === "past";
const whoAsked = ({ invitedByName, invitedByInstitution }: SectionReminderFacts) =>
  invitedByInstitution === "" ? invitedByName : `${invitedByName} (${invitedByInstitution})`;

/** To the person of a section, before its date and after it: who asks, for what, by when, how far it is, and a fresh link. */
export const sectionReminder: Letters<SectionReminderFacts> = {
  en: (facts) => {
    const asked = answers(facts.counts.asked);
    return written(
      english(
        facts,
        `Reminder, ${markEn(facts)}: ${asked} for the report of ${en.country(facts)}, data for ${facts.referenceYear}`,
        block(
          `${askedEn(facts)} ${asked} for the report of ${en.country(facts)} on the implementation of the Palermo Protocols, with data for ${facts.referenceYear}.`,
          standingEn(facts),
        ) ?? "",
        block(countsEn(facts), "Your part is complete when you hand it in.") ?? "",
        `This link opens the form with your answers, without a password. It is personal, works once and until ${englishTime(facts, facts.expiresAt)}, and replaces earlier ones; ${en.freshLink}:\n${ticketPlace}`,
        block(
          replyEn(facts) || null,
          "If you have handed in your part in the meantime, please disregard this message.",
        ) ?? "",
      ),
      `Written on ${englishTime(facts, facts.now)}.`,
    );
  },
  es: (facts) => {
    const asked = respuestas(facts.counts.asked);
    return written(
      spanish(
        facts,
        `Recordatorio, ${markEs(facts)}: ${asked} para el informe de ${es.country(facts)}, datos de ${facts.referenceYear}`,
        block(
          `${askedEs(facts)} ${asked} para el informe de ${es.country(facts)} sobre la aplicación de los Protocolos de Palermo, con datos de ${facts.referenceYear}.`,
          standingEs(facts),
        ) ?? "",
        block(countsEs(facts), "Su parte queda completa cuando usted la entrega.") ?? "",
        `Este enlace abre el formulario con sus respuestas, sin contraseña. Es personal, sirve una sola vez y hasta el ${spanishTime(facts, facts.expiresAt)}, y reemplaza a los anteriores; ${es.freshLink}:\n${ticketPlace}`,
        block(
          replyEs(facts) || null,
          "Si entretanto ya entregó su parte, le rogamos no tener en cuenta este mensaje.",
        ) ?? "",
      ),
      `Escrito el ${spanishTime(facts, facts.now)}.`,
    );
  },
};

/** When it was written: what it says is so at that time. */
function written(letter: Letter, when: string): Letter {
  return { ...letter, paragraphs: [...letter.paragraphs, when] };
}

const answers = (count: number) => (count === 1 ? "1 answer" : `${count} answers`);
const respuestas = (count: number) => (count === 1 ? "1 respuesta" : `${count} respuestas`);
const days = (count: number) => (count === 1 ? "1 day" : `${count} days`);
const dias = (count: number) => (count === 1 ? "1 día" : `${count} días`);

export function markEn(facts: Dated): string {
  const { relation, days: count, date } = seen(facts);
  const day = dateInWords(date, "en");
  switch (relation) {
    case "ahead":
      return `${days(count)} left (${day})`;
    case "today":
      return `due today (${day})`;
    case "past":
      return `${days(count)} after its date (${day})`;
  }
}

export function markEs(facts: Dated): string {
  const { relation, days: count, date } = seen(facts);
  const day = dateInWords(date, "es");
  switch (relation) {
    case "ahead":
      return `${count === 1 ? "falta" : "faltan"} ${dias(count)} (${day})`;
    case "today":
      return `vence hoy (${day})`;
    case "past":
      return `${dias(count)} después de su fecha (${day})`;
  }
}

/** Who asks, and since when: of what was changed, it was not asked so at first. */
function askedEn(facts: SectionReminderFacts): string {
  const { invitedAt, changedAt } = facts;
  const day = (at: Date) => dayInWords(at, zoneOf(facts), "en");
  return changedAt === null
    ? `On ${day(invitedAt)}, ${whoAsked(facts)} asked you for`
    : `With the changes of ${day(changedAt)}, ${whoAsked(facts)} asks you for`;
}

function askedEs(facts: SectionReminderFacts): string {
  const { invitedAt, changedAt } = facts;
  const day = (at: Date) => dayInWords(at, zoneOf(facts), "es");
  return changedAt === null
    ? `El ${day(invitedAt)}, ${whoAsked(facts)} le solicitó`
    : `Con los cambios del ${day(changedAt)}, ${whoAsked(facts)} le solicita`;
}

/** By when the answers are awaited, and until when they can be written. */
function standingEn(facts: Dated): string {
  const { relation, days: count, date } = seen(facts);
  const day = weekdayInWords(date, "en");
  switch (relation) {
    case "ahead":
      return `Your part is awaited by ${day}; ${count === 1 ? "1 day remains" : `${count} days remain`}.`;
    case "today":
      return `Your part is awaited by today, ${day}.`;
    case "past":
      return `Your part was awaited by ${day}, ${days(count)} ago. ${writableEn(facts)}`;
  }
}

function standingEs(facts: Dated): string {
  const { relation, days: count, date } = seen(facts);
  const day = weekdayInWords(date, "es");
  switch (relation) {
    case "ahead":
      return `Su parte se espera a más tardar el ${day}; ${count === 1 ? "falta 1 día" : `faltan ${count} días`}.`;
    case "today":
      return `Su parte se espera a más tardar hoy, ${day}.`;
    case "past":
      return `Su parte se esperaba a más tardar el ${day}, hace ${dias(count)}. ${writableEs(facts)}`;
  }
}

/**
 * What the person proposed, and what was given back. Of the other answers nothing is said: those who report may have filled them in, and the
 * scheduler does not know.
 */
function countsEn(facts: SectionReminderFacts): string {
  const { asked, givenBack } = facts.counts;
  const proposed = proposedOf(facts);
  if (asked === 1) {
    if (proposed === 1) return "There is a proposal of yours.";
    return givenBack === 1 ? "Your proposal was given back to you." : "There is no proposal of yours yet.";
  }
  if (proposed === asked) return `There is a proposal of yours for each of the ${asked} answers.`;
  const back = givenBack === 0 ? "" : `, and ${givenBack} ${givenBack === 1 ? "was" : "were"} given back to you`;
  return proposed === 0
    ? `There is no proposal of yours for the ${asked} answers${back}.`
    : `There is a proposal of yours for ${proposed} of ${asked} answers${back}.`;
}

function countsEs(facts: SectionReminderFacts): string {
  const { asked, givenBack } = facts.counts;
  const proposed = proposedOf(facts);
  if (asked === 1) {
    if (proposed === 1) return "Hay una propuesta suya.";
    return givenBack === 1 ? "Se le devolvió su propuesta." : "Todavía no hay una propuesta suya.";
  }
  if (proposed === asked) return `Hay una propuesta suya para cada una de las ${asked} respuestas.`;
  const back = givenBack === 0 ? "" : `, y ${givenBack === 1 ? "se le devolvió" : "se le devolvieron"} ${givenBack}`;
  return proposed === 0
    ? `No hay ninguna propuesta suya para las ${asked} respuestas${back}.`
    : `Hay una propuesta suya para ${proposed} de ${asked} respuestas${back}.`;
}
