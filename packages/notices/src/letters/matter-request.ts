import type { Text } from "@avances/domain/catalogue";
import {
  anchorOf,
  type BodyCode,
  type CommitmentStage,
  commitmentWords,
  type MatterStep,
} from "@avances/domain/network";
import type { CalendarDate } from "@avances/domain/round";
import type { Wording } from "@avances/domain/wording";
import { type AccountFacts, englishReach, englishTime, spanishReach, spanishTime } from "./account.ts";
import { dateInWords, dayInWords, seenFrom, weekdayInWords } from "./dates.ts";
import * as en from "./english.ts";
import { type Block, block, type Letters, letter } from "./letter.ts";
import { meetingOfBody } from "./network-words.ts";
import { markEn, markEs } from "./section-reminder.ts";
import * as es from "./spanish.ts";
import { type PlaceholderValues, writtenWords } from "./wording.ts";

/** What a message about a commitment may say: which one it is, days, and how many documents; neither its title nor a word of it (decision 14). */
export interface MatterRequestFacts extends AccountFacts {
  readonly step: MatterStep;
  /** Null = its reader acts for an organisation. */
  readonly country: { readonly countryCode: string; readonly countryName: Text } | null;
  readonly meeting: { readonly body: BodyCode; readonly heldOn: CalendarDate } | null;
  /** Of the report of the meeting, such as "3b"; may be empty. */
  readonly point: string;
  /** When it was last sent to the reader's side; null = it never was. */
  readonly sentAt: Date | null;
  /** How many documents were sent with it then. */
  readonly documents: number;
  readonly replyBy: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  readonly stage: CommitmentStage;
  /** Can the reader's side answer in the portal? Organisations read. */
  readonly mayAnswer: boolean;
  /** The words that the secretariat has written for such messages, with their placeholders; null or absent = the built-in ones. */
  readonly wording?: Wording | null;
  /** Its page. */
  readonly link: string;
}

const zoneOf = ({ place }: AccountFacts) => place?.timeZone ?? "UTC";
const greeted = ({ name, salutation = null }: AccountFacts) => ({
  ...{ reader: "reporter" as const, readerName: name, readerSalutation: salutation },
});
const capital = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
const isReminder = ({ step }: MatterRequestFacts) => step !== "matter_sent";
const isOwed = ({ step }: MatterRequestFacts) => anchorOf(step) === "due_on";
/** The day of which the message speaks. */
const dayOf = (facts: MatterRequestFacts) => (isOwed(facts) ? facts.dueOn : facts.replyBy);
const seen = (facts: MatterRequestFacts, day: CalendarDate) => seenFrom(facts.now, zoneOf(facts), day);

export const matterRequest: Letters<MatterRequestFacts, Block> = {
  en: (facts) =>
    letter<Block>(
      ownEn(facts)?.subject ??
        `${openingEn(facts)}: ${isReminder(facts) && !isOwed(facts) ? "answer to a " : ""}${namedEn(facts)}`,
      en.salutation(greeted(facts)),
      ownEn(facts)?.opening ?? null,
      isOwed(facts) ? owedEn(facts) : sentEn(facts),
      dateEn(facts),
      { action: "Open the commitment", address: facts.link },
      ownEn(facts)?.closing ?? null,
      isOwed(facts)
        ? facts.mayAnswer
          ? "On its page you can say how far it has come. If it has been done already, kindly record it there: the portal does not show it as done yet."
          : "If it has been done in the meantime, please disregard this message."
        : block(
            facts.mayAnswer ? "“No comment” is an answer too." : null,
            isReminder(facts) ? "If an answer has been given in the meantime, please disregard this message." : null,
          ),
      englishReach(facts),
      en.signature,
      { small: `Written on ${englishTime(facts, facts.now)}.` },
    ),
  es: (facts) =>
    letter<Block>(
      ownEs(facts)?.subject ??
        `${openingEs(facts)}: ${isReminder(facts) && !isOwed(facts) ? "respuesta a un " : ""}${namedEs(facts)}`,
      es.salutation(greeted(facts)),
      ownEs(facts)?.opening ?? null,
      isOwed(facts) ? owedEs(facts) : sentEs(facts),
      dateEs(facts),
      { action: "Abrir el compromiso", address: facts.link },
      ownEs(facts)?.closing ?? null,
      isOwed(facts)
        ? facts.mayAnswer
          ? "En su página puede indicar cómo va. Si ya se cumplió, le rogamos registrarlo allí: en el portal todavía no figura como cumplido."
          : "Si entretanto ya se cumplió, le rogamos no tener en cuenta este mensaje."
        : block(
            facts.mayAnswer ? "«Sin comentarios» también es una respuesta." : null,
            isReminder(facts) ? "Si entretanto ya se respondió, le rogamos no tener en cuenta este mensaje." : null,
          ),
      spanishReach(facts),
      es.signature,
      { small: `Escrito el ${spanishTime(facts, facts.now)}.` },
    ),
};

const pointEn = ({ point }: MatterRequestFacts) => (point === "" ? "" : ` (point ${point})`);
const pointEs = ({ point }: MatterRequestFacts) => (point === "" ? "" : ` (punto ${point})`);

/** Which commitment it is, in a subject. */
const namedEn = (facts: MatterRequestFacts) =>
  `commitment${facts.meeting === null ? "" : `, meeting of ${dateInWords(facts.meeting.heldOn, "en")}`}${pointEn(facts)}`;
const namedEs = (facts: MatterRequestFacts) =>
  `compromiso${facts.meeting === null ? "" : `, reunión del ${dateInWords(facts.meeting.heldOn, "es")}`}${pointEs(facts)}`;

/** The words that the secretariat wrote. */
const ownEn = (facts: MatterRequestFacts) => writtenWords(facts, valuesEn);
const ownEs = (facts: MatterRequestFacts) => writtenWords(facts, valuesEs);

function valuesEn(facts: MatterRequestFacts): PlaceholderValues<"commitment"> {
  const day = dayOf(facts);
  return {
    country: facts.country && en.country(facts.country),
    commitment: meantEn(facts),
    date: day && dateInWords(day, "en"),
    standing: day && markEn({ ...facts, dueOn: day }),
    days: day && en.days(seen(facts, day).days),
    number: null,
    inSubject: { commitment: namedEn(facts) },
  };
}

function valuesEs(facts: MatterRequestFacts): PlaceholderValues<"commitment"> {
  const day = dayOf(facts);
  return {
    country: facts.country && es.country(facts.country),
    commitment: meantEs(facts),
    date: day && dateInWords(day, "es"),
    standing: day && markEs({ ...facts, dueOn: day }),
    days: day && es.days(seen(facts, day).days),
    number: null,
    inSubject: { commitment: namedEs(facts) },
  };
}

function openingEn(facts: MatterRequestFacts): string {
  if (!isReminder(facts)) return facts.mayAnswer ? "For your answer" : "For your information";
  const day = dayOf(facts);
  return day === null ? "Reminder" : `Reminder, ${markEn({ ...facts, dueOn: day })}`;
}

function openingEs(facts: MatterRequestFacts): string {
  if (!isReminder(facts)) return facts.mayAnswer ? "Para su respuesta" : "Para su información";
  const day = dayOf(facts);
  return day === null ? "Recordatorio" : `Recordatorio, ${markEs({ ...facts, dueOn: day })}`;
}

/** Which commitment it is, in a text: after "the", "a"; "el", "un". */
const meantEn = (facts: MatterRequestFacts) =>
  facts.meeting === null
    ? `commitment that is recorded in the portal${pointEn(facts)}`
    : `commitment of the meeting ${meetingOfBody[facts.meeting.body].en} of ${dateInWords(facts.meeting.heldOn, "en")}${pointEn(facts)}`;
const meantEs = (facts: MatterRequestFacts) =>
  facts.meeting === null
    ? `compromiso que consta en el portal${pointEs(facts)}`
    : `compromiso de la reunión ${meetingOfBody[facts.meeting.body].es} del ${dateInWords(facts.meeting.heldOn, "es")}${pointEs(facts)}`;

const aboutEn = (facts: MatterRequestFacts) => `a ${meantEn(facts)}`;
const aboutEs = (facts: MatterRequestFacts) => `un ${meantEs(facts)}`;

const sideEn = ({ country }: MatterRequestFacts) => (country === null ? "your organisation" : en.country(country));
const sideEs = ({ country }: MatterRequestFacts) => (country === null ? "su organización" : es.country(country));
const withEn = ({ documents }: MatterRequestFacts) =>
  documents === 0 ? "" : documents === 1 ? ", with 1 document" : `, with ${documents} documents`;
const withEs = ({ documents }: MatterRequestFacts) =>
  documents === 0 ? "" : documents === 1 ? ", con 1 documento" : `, con ${documents} documentos`;

/** What was sent, and of a reminder that nothing has been answered to it. */
function sentEn(facts: MatterRequestFacts): string {
  const what = `${aboutEn(facts)}${withEn(facts)}`;
  if (!isReminder(facts) || facts.sentAt === null)
    return `The Technical Secretariat has sent ${sideEn(facts)} ${what}.`;
  const on = dayInWords(facts.sentAt, zoneOf(facts), "en");
  return `On ${on} the Technical Secretariat sent ${sideEn(facts)} ${what}. No answer from ${sideEn(facts)} has been recorded since then.`;
}

function sentEs(facts: MatterRequestFacts): string {
  const what = `${aboutEs(facts)}${withEs(facts)}`;
  if (!isReminder(facts) || facts.sentAt === null)
    return `La Secretaría Técnica ha enviado a ${sideEs(facts)} ${what}.`;
  const on = dayInWords(facts.sentAt, zoneOf(facts), "es");
  return `El ${on} la Secretaría Técnica envió a ${sideEs(facts)} ${what}. Desde entonces no consta ninguna respuesta de ${sideEs(facts)}.`;
}

const owedEn = (facts: MatterRequestFacts) =>
  `${capital(sideEn(facts))} is named as responsible for ${aboutEn(facts)}; it is recorded as ${commitmentWords.en.stages[facts.stage]}.`;
const owedEs = (facts: MatterRequestFacts) =>
  `Se registró a ${sideEs(facts)} como responsable de ${aboutEs(facts)}; el compromiso figura como ${commitmentWords.es.stages[facts.stage]}.`;

/** Until which minute an answer is awaited, and by whose clocks: those of its reader's capital, of an organisation those of the desk. */
const endEn = ({ place }: MatterRequestFacts, day: CalendarDate) =>
  `${weekdayInWords(day, "en")} at 23:59, ${place === null ? "UTC" : `${place.capital.en} time`}`;
const endEs = ({ place }: MatterRequestFacts, day: CalendarDate) =>
  `${weekdayInWords(day, "es")} a las 23:59, ${place === null ? "UTC" : `hora de ${place.capital.es}`}`;

function dateEn(facts: MatterRequestFacts): string | null {
  const day = dayOf(facts);
  const owed = isOwed(facts);
  if (!owed && !facts.mayAnswer) return null;
  if (day === null) return "No day was set for an answer.";
  const { relation, days, date } = seen(facts, day);
  const on = owed ? weekdayInWords(date, "en") : endEn(facts, date);
  switch (relation) {
    case "ahead": {
      const left = days === 1 ? "1 day remains" : `${days} days remain`;
      return `${owed ? `Its date is ${on}` : `An answer is awaited by ${on}`}; ${left}.`;
    }
    case "today":
      return owed ? `Its date is today, ${on}.` : `An answer is awaited by today, ${on}.`;
    case "past":
      return `${owed ? `Its date was ${on}` : `An answer was awaited by ${on}`}, ${en.days(days)} ago.`;
  }
}

function dateEs(facts: MatterRequestFacts): string | null {
  const day = dayOf(facts);
  const owed = isOwed(facts);
  if (!owed && !facts.mayAnswer) return null;
  if (day === null) return "No se fijó un día para responder.";
  const { relation, days, date } = seen(facts, day);
  const on = owed ? weekdayInWords(date, "es") : endEs(facts, date);
  switch (relation) {
    case "ahead": {
      const left = days === 1 ? "falta 1 día" : `faltan ${days} días`;
      return `${owed ? `Su fecha es el ${on}` : `La respuesta se espera a más tardar el ${on}`}; ${left}.`;
    }
    case "today":
      return owed ? `Su fecha es hoy, ${on}.` : `La respuesta se espera a más tardar hoy, ${on}.`;
    case "past":
      return `${owed ? `Su fecha era el ${on}` : `La respuesta se esperaba a más tardar el ${on}`}, hace ${es.days(days)}.`;
  }
}
