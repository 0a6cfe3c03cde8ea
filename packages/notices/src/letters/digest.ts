import type { Text } from "@avances/domain/catalogue";
import type { CalendarDate } from "@avances/domain/round";
import { type AccountFacts, englishReach, spanishReach } from "./account.ts";
import { dayInWords, seenFrom } from "./dates.ts";
import * as en from "./english.ts";
import { type Block, block, type Letters, letter } from "./letter.ts";
import * as es from "./spanish.ts";

/** A country in a round; null = the whole round, or no country. */
export interface OfRound {
  readonly roundYear: number;
  readonly country: { readonly code: string; readonly name: Text } | null;
}

/** A commitment of the Network, of whom it tells, and where it stands in the report of its meeting; neither its title nor a word of it (decision 14). */
export interface OfCommitment {
  /** Who answered, or who owes it. */
  readonly side: { readonly country: OfRound["country"]; readonly name: Text };
  readonly meetingOn: CalendarDate | null;
  /** May be empty. */
  readonly point: string;
}

/** A country of which something of its progress is awaited for a meeting. */
export interface OfProgress {
  readonly country: NonNullable<OfRound["country"]>;
  readonly meetingOn: CalendarDate;
}

interface DigestFacts extends AccountFacts {
  /** What happened since then is told. */
  readonly since: Date;
  readonly timeZone: string;
  /** The page that it leads to. */
  readonly link: string;
}

/** What changed in the rounds, for a person of the secretariat. */
export interface RoundsDigestFacts extends DigestFacts {
  readonly received: readonly (OfRound & { readonly version: number })[];
  /** By the link in a request. */
  readonly answers: readonly OfRound[];
  /** How many messages were given up, by the country they are about; null = about none. */
  readonly undelivered: readonly { readonly country: OfRound["country"]; readonly count: number }[];
  readonly endedHolds: readonly OfRound[];
  /** Of reminders that a person of the secretariat had set for a moment: written when it came, or not, because nothing was to be asked any more. */
  readonly remindersLeft: readonly OfRound[];
  readonly remindersNotNeeded: readonly OfRound[];
  /** Their date passed, and nothing was received. */
  readonly overdue: readonly OfRound[];
  /** What was answered to commitments that were sent. */
  readonly commitmentAnswers: readonly OfCommitment[];
  /** Of which something is owed: their day is today, or passed since then. */
  readonly commitmentsDue: readonly OfCommitment[];
  readonly commitmentsOverdue: readonly OfCommitment[];
  /** The day by which progress was awaited passed, and something of it is not filed. */
  readonly progressOverdue: readonly OfProgress[];
  /** How many reports wait for the review of the secretariat now. */
  readonly waiting: number;
}

/** What changed in one country's report, for those who make it. */
export interface ReportDigestFacts extends DigestFacts {
  readonly countryCode: string;
  readonly countryName: Text;
  readonly roundYear: number;
  readonly referenceYear: number;
  readonly answered: number;
  readonly expected: number;
  /** How many answers the last digest counted; null = this is the first. */
  readonly answeredBefore: number | null;
  /** Who proposed answers since then that nobody has decided on. */
  readonly proposers: readonly { readonly name: string; readonly count: number }[];
  /** How many questions the secretariat asked since then. */
  readonly questions: number;
  /** The date that counts now. */
  readonly dueOn: CalendarDate;
}

/** Is there anything to tell? */
export function hasNews(facts: RoundsDigestFacts): boolean {
  const { received, answers, undelivered, endedHolds, remindersLeft, remindersNotNeeded, overdue } = facts;
  const { commitmentAnswers, commitmentsDue, commitmentsOverdue, progressOverdue } = facts;
  const ofRounds = [received, answers, undelivered, endedHolds, remindersLeft, remindersNotNeeded, overdue];
  const all = [...ofRounds, commitmentAnswers, commitmentsDue, commitmentsOverdue, progressOverdue];
  return all.some((news) => news.length > 0);
}

/** The same for a country's report. */
export function hasChanged({ answered, answeredBefore, proposers, questions }: ReportDigestFacts): boolean {
  return answered !== (answeredBefore ?? 0) || proposers.length > 0 || questions > 0;
}

type Words = typeof en | typeof es;
const nameOf = (words: Words, { code, name }: NonNullable<OfRound["country"]>) =>
  capital(words.country({ countryCode: code, countryName: name }));
const capital = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
const line = (text: string) => `– ${text}`;
/** A heading with its lines; null = there are none. */
const list = (heading: string, lines: readonly string[]) =>
  lines.length === 0 ? null : [heading, ...lines.map(line)].join("\n");
const plural = (count: number, one: string, other: string) => `${count} ${count === 1 ? one : other}`;

export const roundsDigest: Letters<RoundsDigestFacts, Block> = {
  en: (facts) => {
    const round = ({ roundYear, country }: OfRound) =>
      country === null ? `the whole ${roundYear} round` : `${nameOf(en, country)}, ${roundYear} round`;
    return letter<Block>(
      `Digest of ${dayInWords(facts.now, facts.timeZone, "en")}: ${firstNews(facts, english)}`,
      en.salutation(greeted(facts)),
      `This has happened since ${dayInWords(facts.since, facts.timeZone, "en")}.`,
      list(
        "Reports received:",
        facts.received.map((one) => `${round(one)}, version ${one.version}`),
      ),
      list("Answered by the link in a request:", facts.answers.map(round)),
      list(
        "Messages that could not be delivered:",
        facts.undelivered.map(({ country, count }) =>
          country === null
            ? `${plural(count, "message", "messages")} about no particular country`
            : `${plural(count, "message", "messages")} about ${en.country({ countryCode: country.code, countryName: country.name })}`,
        ),
      ),
      list("Holds that have ended by themselves:", facts.endedHolds.map(round)),
      list("Reminders that had been set for a later moment, and were written:", facts.remindersLeft.map(round)),
      list(
        "Reminders that had been set for a later moment, and were not needed any more:",
        facts.remindersNotNeeded.map(round),
      ),
      list("The date has passed and no report was received:", facts.overdue.map(round)),
      list("Answers to commitments:", facts.commitmentAnswers.map(commitmentEn)),
      list("Commitments whose date is today:", facts.commitmentsDue.map(commitmentEn)),
      list(
        "Commitments whose date has passed, and that are not recorded as done:",
        facts.commitmentsOverdue.map(commitmentEn),
      ),
      list(
        "The date for progress before a meeting has passed, and not all of it is filed:",
        facts.progressOverdue.map(
          ({ country, meetingOn }) => `${nameOf(en, country)}, meeting of ${en.date(meetingOn)}`,
        ),
      ),
      facts.waiting === 0
        ? "No report waits for the review of the Technical Secretariat."
        : `${plural(facts.waiting, "report waits", "reports wait")} for the review of the Technical Secretariat.`,
      { action: "Open the board", address: facts.link },
      en.signature,
      {
        small:
          "At most one such message goes to you a working day, and only when there is news. Under “Your account” in the portal you can end it.",
      },
    );
  },
  es: (facts) => {
    const round = ({ roundYear, country }: OfRound) =>
      country === null ? `toda la ronda ${roundYear}` : `${nameOf(es, country)}, ronda ${roundYear}`;
    return letter<Block>(
      `Resumen del ${dayInWords(facts.now, facts.timeZone, "es")}: ${firstNews(facts, spanish)}`,
      es.salutation(greeted(facts)),
      `Esto sucedió desde el ${dayInWords(facts.since, facts.timeZone, "es")}.`,
      list(
        "Informes recibidos:",
        facts.received.map((one) => `${round(one)}, versión ${one.version}`),
      ),
      list("Respondieron con el enlace de una solicitud:", facts.answers.map(round)),
      list(
        "Mensajes que no se pudieron entregar:",
        facts.undelivered.map(({ country, count }) =>
          country === null
            ? `${plural(count, "mensaje que no trata", "mensajes que no tratan")} de un país`
            : `${plural(count, "mensaje", "mensajes")} sobre ${es.country({ countryCode: country.code, countryName: country.name })}`,
        ),
      ),
      list("Esperas que terminaron por sí solas:", facts.endedHolds.map(round)),
      list("Recordatorios programados que se escribieron:", facts.remindersLeft.map(round)),
      list("Recordatorios programados que ya no hicieron falta:", facts.remindersNotNeeded.map(round)),
      list("Pasó la fecha y no se recibió informe:", facts.overdue.map(round)),
      list("Respuestas a compromisos:", facts.commitmentAnswers.map(commitmentEs)),
      list("Compromisos cuya fecha es hoy:", facts.commitmentsDue.map(commitmentEs)),
      list("Compromisos cuya fecha pasó y que no constan como cumplidos:", facts.commitmentsOverdue.map(commitmentEs)),
      list(
        "Pasó la fecha para los avances antes de una reunión y no están todos presentados:",
        facts.progressOverdue.map(
          ({ country, meetingOn }) => `${nameOf(es, country)}, reunión del ${es.date(meetingOn)}`,
        ),
      ),
      facts.waiting === 0
        ? "Ningún informe espera la revisión de la Secretaría Técnica."
        : `${plural(facts.waiting, "informe espera", "informes esperan")} la revisión de la Secretaría Técnica.`,
      { action: "Abrir el tablero", address: facts.link },
      es.signature,
      {
        small:
          "Se le envía a lo sumo un mensaje así por día hábil, y solo si hay novedades. En «Su cuenta» del portal puede ponerle fin.",
      },
    );
  },
};

export const reportDigest: Letters<ReportDigestFacts, Block> = {
  en: (facts) => {
    const seen = seenFrom(facts.now, facts.timeZone, facts.dueOn);
    return letter<Block>(
      `Weekly digest: report of ${en.country(facts)}, ${facts.roundYear} round`,
      en.salutation(greeted(facts)),
      `This is new in the report of ${en.country(facts)} for the ${facts.roundYear} round (data for ${facts.referenceYear}) since ${dayInWords(facts.since, facts.timeZone, "en")}.`,
      [
        line(`Answers: ${facts.answered} of ${facts.expected}${comparedEn(facts)}.`),
        ...facts.proposers.map(({ name, count }) =>
          line(`${plural(count, "answer", "answers")} proposed by ${name}, to be taken or given back.`),
        ),
        ...(facts.questions === 0
          ? []
          : [line(`${plural(facts.questions, "question", "questions")} of the Technical Secretariat.`)]),
      ].join("\n"),
      seen.relation === "past"
        ? null
        : seen.relation === "today"
          ? "Its date is today."
          : `Its date is ${en.date(facts.dueOn)}.`,
      { action: "Open the report", address: facts.link },
      block(englishReach(facts) === "" ? null : englishReach(facts)),
      en.signature,
      {
        small:
          "This message asks for nothing. It goes to you at most once a week, and only when something has changed. Under “Your account” in the portal you can end it.",
      },
    );
  },
  es: (facts) => {
    const seen = seenFrom(facts.now, facts.timeZone, facts.dueOn);
    return letter<Block>(
      `Resumen semanal: informe de ${es.country(facts)}, ronda ${facts.roundYear}`,
      es.salutation(greeted(facts)),
      `Esto es nuevo en el informe de ${es.country(facts)} para la ronda ${facts.roundYear} (datos de ${facts.referenceYear}) desde el ${dayInWords(facts.since, facts.timeZone, "es")}.`,
      [
        line(`Respuestas: ${facts.answered} de ${facts.expected}${comparedEs(facts)}.`),
        ...facts.proposers.map(({ name, count }) =>
          line(
            `${plural(count, "respuesta propuesta", "respuestas propuestas")} por ${name}, para aceptar o devolver.`,
          ),
        ),
        ...(facts.questions === 0
          ? []
          : [line(`${plural(facts.questions, "pregunta", "preguntas")} de la Secretaría Técnica.`)]),
      ].join("\n"),
      seen.relation === "past"
        ? null
        : seen.relation === "today"
          ? "Su fecha es hoy."
          : `Su fecha es el ${es.date(facts.dueOn)}.`,
      { action: "Abrir el informe", address: facts.link },
      block(spanishReach(facts) === "" ? null : spanishReach(facts)),
      es.signature,
      {
        small:
          "Este mensaje no pide nada. Se le envía a lo sumo una vez por semana, y solo si algo cambió. En «Su cuenta» del portal puede ponerle fin.",
      },
    );
  },
};

function commitmentEn({ side, meetingOn, point }: OfCommitment): string {
  const who = side.country === null ? side.name.en : nameOf(en, side.country);
  const of = meetingOn === null ? "no meeting on record" : `meeting of ${en.date(meetingOn)}`;
  return `${who}, ${of}${point === "" ? "" : ` (point ${point})`}`;
}

function commitmentEs({ side, meetingOn, point }: OfCommitment): string {
  const who = side.country === null ? side.name.es : nameOf(es, side.country);
  const of = meetingOn === null ? "sin reunión registrada" : `reunión del ${es.date(meetingOn)}`;
  return `${who}, ${of}${point === "" ? "" : ` (punto ${point})`}`;
}

const greeted = ({ name, salutation = null }: AccountFacts) => ({
  ...{ reader: "reporter" as const, readerName: name, readerSalutation: salutation },
});

/** `; 12 more than in the digest before`; nothing in the first one. */
function comparedEn({ answered, answeredBefore }: ReportDigestFacts): string {
  if (answeredBefore === null) return "";
  const more = answered - answeredBefore;
  if (more === 0) return ", as in the digest before";
  return more > 0 ? `, ${more} more than in the digest before` : `, ${-more} fewer than in the digest before`;
}

function comparedEs({ answered, answeredBefore }: ReportDigestFacts): string {
  if (answeredBefore === null) return "";
  const more = answered - answeredBefore;
  if (more === 0) return ", como en el resumen anterior";
  return more > 0 ? `, ${more} más que en el resumen anterior` : `, ${-more} menos que en el resumen anterior`;
}

type Counted = Readonly<
  Record<
    | ("received" | "answers" | "undelivered" | "endedHolds" | "remindersLeft" | "remindersNotNeeded" | "overdue")
    | ("commitmentAnswers" | "commitmentsDue" | "commitmentsOverdue" | "progressOverdue"),
    (n: number) => string
  >
>;
const english: Counted = {
  received: (n) => plural(n, "report received", "reports received"),
  answers: (n) => plural(n, "answer to a request", "answers to requests"),
  undelivered: (n) => plural(n, "message not delivered", "messages not delivered"),
  endedHolds: (n) => plural(n, "hold ended", "holds ended"),
  remindersLeft: (n) => plural(n, "set reminder written", "set reminders written"),
  remindersNotNeeded: (n) => plural(n, "set reminder not needed", "set reminders not needed"),
  overdue: (n) => plural(n, "date passed without a report", "dates passed without a report"),
  commitmentAnswers: (n) => plural(n, "answer to a commitment", "answers to commitments"),
  commitmentsDue: (n) => plural(n, "commitment due today", "commitments due today"),
  commitmentsOverdue: (n) => plural(n, "commitment past its date", "commitments past their date"),
  progressOverdue: (n) => plural(n, "country whose progress is awaited", "countries whose progress is awaited"),
};
const spanish: Counted = {
  received: (n) => plural(n, "informe recibido", "informes recibidos"),
  answers: (n) => plural(n, "respuesta a una solicitud", "respuestas a solicitudes"),
  undelivered: (n) => plural(n, "mensaje no entregado", "mensajes no entregados"),
  endedHolds: (n) => plural(n, "espera de recordatorios terminada", "esperas de recordatorios terminadas"),
  remindersLeft: (n) => plural(n, "recordatorio programado escrito", "recordatorios programados escritos"),
  remindersNotNeeded: (n) =>
    plural(n, "recordatorio programado que no hizo falta", "recordatorios programados que no hicieron falta"),
  overdue: (n) => plural(n, "fecha vencida sin informe", "fechas vencidas sin informe"),
  commitmentAnswers: (n) => plural(n, "respuesta a un compromiso", "respuestas a compromisos"),
  commitmentsDue: (n) => plural(n, "compromiso con fecha de hoy", "compromisos con fecha de hoy"),
  commitmentsOverdue: (n) => plural(n, "compromiso con fecha vencida", "compromisos con fecha vencida"),
  progressOverdue: (n) => plural(n, "país cuyos avances se esperan", "países cuyos avances se esperan"),
};

/** The first of what is told, for the subject: what could not be delivered needs somebody most. */
function firstNews(facts: RoundsDigestFacts, words: Counted): string {
  const undelivered = facts.undelivered.reduce((sum, { count }) => sum + count, 0);
  if (undelivered > 0) return words.undelivered(undelivered);
  const kinds = [
    ...(["received", "overdue", "answers", "commitmentAnswers", "commitmentsOverdue", "commitmentsDue"] as const),
    ...(["progressOverdue", "endedHolds", "remindersLeft", "remindersNotNeeded"] as const),
  ];
  const first = kinds.find((kind) => facts[kind].length > 0) ?? "received";
  return words[first](facts[first].length);
}
