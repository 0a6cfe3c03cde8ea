import type { getRoundStatus, ReplyOf } from "@avances/contracts";
import { type Language, languageFacts, type Text } from "@avances/domain/catalogue";
import { type CalendarDate, closesOn, localDate, referenceYear } from "@avances/domain/round";
import { roundFacts, roundSentence, roundState, statusWords } from "@avances/domain/submission";

type Board = ReplyOf<typeof getRoundStatus>;
type Row = Board["countries"][number];

/** What a meeting is told of a country in a round. */
export interface MeetingRow {
  readonly country: string;
  readonly state: string;
  readonly dueOn: CalendarDate;
  readonly receivedOn: CalendarDate | null;
  readonly asks: number;
  readonly lastAskOn: CalendarDate | null;
  /** In words, in the order of `years`. */
  readonly earlier: readonly string[];
}

/** The board for a meeting: who has reported and who has not, in neutral words, without reasons, people or addresses. */
export interface MeetingDocument {
  readonly language: Language;
  readonly title: string;
  /** Only on a demonstration: that nothing here is real. */
  readonly warning: string | null;
  readonly sentence: string;
  /** When it was made, by which clocks. */
  readonly asOf: string;
  readonly days: string;
  readonly heads: Readonly<Record<"country" | "state" | "dueOn" | "receivedOn" | "asks" | "lastAskOn", string>>;
  /** The earlier rounds, oldest first. */
  readonly years: readonly { readonly year: number; readonly head: string }[];
  readonly groups: readonly { readonly heading: string; readonly rows: readonly MeetingRow[] }[];
}

interface Words {
  readonly title: (round: number, data: number) => string;
  readonly warning: string;
  readonly asOf: (moment: string) => string;
  readonly days: string;
  readonly heads: MeetingDocument["heads"];
  readonly round: (year: number) => string;
  readonly obligated: (group: string) => string;
  readonly voluntary: string;
  readonly daysLate: (days: number) => string;
  readonly notReceived: string;
  readonly receivedLate: string;
  readonly withdrawn: string;
  readonly extendedTo: (date: string) => string;
  readonly exempt: string;
  readonly earlier: Readonly<
    Record<"on_time" | "received_late" | "overdue" | "exempt" | "received" | "open" | "none", string>
  >;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    title: (round, data) => `State of the ${round} round, data for ${data}`,
    warning: "Demonstration data, not real figures.",
    asOf: (moment) => `State at ${moment}.`,
    days: "Dates and days are those of each country's own calendar, by the clocks of its capital.",
    heads: {
      country: "Country",
      state: "State",
      dueOn: "Its date",
      receivedOn: "First received",
      asks: "Asked or invited",
      lastAskOn: "Last asked or invited",
    },
    round: (year) => `Round ${year}`,
    obligated: (group) => `${group}: expected to report`,
    voluntary: "Other Member Countries: may report voluntarily",
    daysLate: (days) => (days === 1 ? "1 day past its date" : `${days} days past its date`),
    notReceived: "not received",
    receivedLate: "received after its date",
    withdrawn: "taken back by the country to change it",
    extendedTo: (date) => `extended to ${date}`,
    exempt: "exempt, voluntary report",
    earlier: {
      on_time: "on time",
      received_late: "after date",
      overdue: "not received",
      exempt: "exempt",
      received: "received",
      open: "still open",
      none: "–",
    },
  },
  es: {
    title: (round, data) => `Situación de la ronda ${round}, datos de ${data}`,
    warning: "Datos de demostración, no son cifras reales.",
    asOf: (moment) => `Situación al ${moment}.`,
    days: "Las fechas y los días son los del calendario propio de cada país, según la hora de su capital.",
    heads: {
      country: "País",
      state: "Situación",
      dueOn: "Su fecha",
      receivedOn: "Recibido por primera vez",
      asks: "Solicitudes o invitaciones",
      lastAskOn: "Último pedido o invitación",
    },
    round: (year) => `Ronda ${year}`,
    obligated: (group) => `${group}: deben informar`,
    voluntary: "Otros Países Miembros: pueden informar voluntariamente",
    daysLate: (days) => (days === 1 ? "1 día después de su fecha" : `${days} días después de su fecha`),
    notReceived: "no recibido",
    receivedLate: "recibido después de su fecha",
    withdrawn: "retirado por el país para cambiarlo",
    extendedTo: (date) => `con prórroga hasta el ${date}`,
    exempt: "exento, informe voluntario",
    earlier: {
      on_time: "a tiempo",
      received_late: "tras su fecha",
      overdue: "no recibido",
      exempt: "exento",
      received: "recibido",
      open: "aún abierta",
      none: "–",
    },
  },
};

export interface MeetingFacts {
  readonly board: Board;
  /** The round's group in words. */
  readonly group: Text;
  /** IANA zone in which the time of the file is told. */
  readonly timeZone: string;
  /** The same in words. */
  readonly clocks: string;
  readonly isDemonstration: boolean;
}

/** The board in words of the meeting. Alphabetical in the language, never by lateness. */
export function meetingDocument(
  { board, group, timeZone, clocks, isDemonstration }: MeetingFacts,
  language: Language,
): MeetingDocument {
  const t = words[language];
  const { round, countries, generatedAt } = board;
  const days = { ...round, closesOn: closesOn(round, timeZone) };
  const today = localDate(new Date(generatedAt), timeZone);
  const isClosed = roundState(days, today) === "closed";
  const years = [...new Set(countries.flatMap(({ history }) => history.map(({ year }) => year)))].sort(
    (one, other) => one - other,
  );
  const { compare } = new Intl.Collator(language);
  const sorted = [...countries].sort((one, other) => compare(one.name[language], other.name[language]));
  const rowOf = (row: Row): MeetingRow => ({
    country: row.name[language],
    state: stateWords(row, isClosed, language),
    dueOn: row.dueOn,
    receivedOn: dayOf(row.firstSubmittedAt, row.timeZone),
    asks: row.desk?.asks ?? 0,
    lastAskOn: row.desk?.lastAskOn ?? null,
    earlier: years.map((year) =>
      earlierWords(
        row.history.find((one) => one.year === year),
        t,
      ),
    ),
  });
  return {
    language,
    title: t.title(round.year, referenceYear(round)),
    warning: isDemonstration ? t.warning : null,
    sentence: roundSentence(language, roundFacts(days, countries, today), (day) => dateInWords(day, language)),
    asOf: t.asOf(`${momentInWords(new Date(generatedAt), timeZone, language)} (${clocks})`),
    days: t.days,
    heads: t.heads,
    years: years.map((year) => ({ year, head: t.round(year) })),
    groups: [
      { heading: t.obligated(group[language]), rows: sorted.filter(({ obligated }) => obligated).map(rowOf) },
      { heading: t.voluntary, rows: sorted.filter(({ obligated }) => !obligated).map(rowOf) },
    ].filter(({ rows }) => rows.length > 0),
  };
}

function stateWords(row: Row, isClosed: boolean, language: Language): string {
  const t = words[language];
  const { status, exempt, timeliness, firstSubmittedAt, extended } = row;
  const said = [statusWords[language][status]];
  if (exempt && status !== "exempt") said.push(t.exempt);
  if (status === "draft" && firstSubmittedAt !== null) said.push(t.withdrawn);
  if (timeliness.kind === "overdue") said.push(isClosed ? t.notReceived : t.daysLate(timeliness.daysLate));
  if (timeliness.kind === "received_late") said.push(t.receivedLate);
  if (extended) said.push(t.extendedTo(dateInWords(row.dueOn, language)));
  return said.join("; ");
}

function earlierWords(report: Row["history"][number] | undefined, t: Words): string {
  if (report === undefined) return t.earlier.none;
  const { timeliness: kind } = report;
  switch (kind) {
    case "on_time":
    case "received_late":
    case "overdue":
    case "exempt":
      return t.earlier[kind];
    case "not_due":
    case "due_today":
      return t.earlier.open;
    case "voluntary":
      return report.status === "not_started" || report.status === "draft" ? t.earlier.none : t.earlier.received;
  }
}

function dayOf(instant: string | null, timeZone: string): CalendarDate | null {
  return instant === null ? null : localDate(new Date(instant), timeZone);
}

/** `30 April 2027`. */
function dateInWords(day: CalendarDate, language: Language): string {
  return written(day, language, "long");
}

/** `30 Apr 2027`. */
export function shortDate(day: CalendarDate, language: Language): string {
  return written(day, language, "medium");
}

function written(day: CalendarDate, language: Language, dateStyle: "long" | "medium"): string {
  return new Intl.DateTimeFormat(languageFacts[language].dates, { dateStyle, timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** `30 April 2027, 14:05`. */
function momentInWords(at: Date, timeZone: string, language: Language): string {
  const time = new Intl.DateTimeFormat("en-GB", { timeStyle: "short", hourCycle: "h23", timeZone }).format(at);
  return `${dateInWords(localDate(at, timeZone), language)}, ${time}`;
}
