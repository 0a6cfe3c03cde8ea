import type { getReceipt, ReplyOf } from "@avances/contracts";
import { type Language, languageFacts, type Text } from "@avances/domain/catalogue";
import type { TimelinessKind } from "@avances/domain/submission";

/** What the file says: a title, a sentence, and facts under each other. */
export interface ReceiptDocument {
  readonly language: Language;
  readonly title: string;
  /** Only on a demonstration: that nothing here is real. */
  readonly warning: string | null;
  readonly lead: string;
  readonly facts: readonly { readonly term: string; readonly value: string }[];
  readonly hash: { readonly term: string; readonly groups: readonly string[]; readonly help: string };
  /** Where the receipt stands in the portal. */
  readonly page: { readonly words: string; readonly address: string };
}

export interface ReceiptFacts {
  readonly receipt: ReplyOf<typeof getReceipt>;
  readonly country: { readonly name: Text; readonly capital: Text };
  readonly isDemonstration: boolean;
  readonly address: string;
}

interface Words {
  readonly title: string;
  readonly warning: string;
  readonly lead: (country: string, round: string, version: number) => string;
  readonly round: (year: number, referenceYear: number) => string;
  readonly number: string;
  readonly receivedIn: (city: string) => string;
  readonly receivedUtc: string;
  readonly by: string;
  readonly signed: string;
  readonly timeliness: string;
  readonly kind: Readonly<Record<TimelinessKind, (days: number) => string>>;
  readonly content: string;
  readonly contentWords: (reported: number, noValue: number, missing: number) => string;
  /** Of the Secretariat, when the version was sent. */
  readonly questionsLeft: string;
  readonly wholeReport: string;
  readonly hash: string;
  readonly hashHelp: string;
  readonly page: string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    title: "Receipt",
    warning: "Demonstration data, not real figures.",
    lead: (country, round, version) => `The report of ${country} for ${round} was received as version ${version}.`,
    round: (year, referenceYear) => `the ${year} round (data for ${referenceYear})`,
    number: "Receipt number",
    receivedIn: (city) => `Received, time in ${city}`,
    receivedUtc: "Received, universal time (UTC)",
    by: "Submitted by",
    signed: "Signed by",
    timeliness: "Against the due date",
    kind: {
      on_time: () => "On time",
      received_late: (days) =>
        `The country's first report of the round came ${days === 1 ? "1 day" : `${days} days`} after the date`,
      not_due: () => "Before the date",
      due_today: () => "On the date",
      overdue: () => "After the date",
      exempt: () => "Exempt",
      voluntary: () => "Voluntary report",
    },
    content: "Content",
    contentWords: (reported, noValue, missing) =>
      `${reported} with a value, ${noValue} without a value but with a reason, ${missing} without an answer`,
    questionsLeft: "Questions left without an answer",
    wholeReport: "the whole report",
    hash: "Fingerprint of the content (SHA-256)",
    hashHelp: "Whoever holds the same content gets the same fingerprint.",
    page: "The receipt in the portal, for people of the country",
  },
  es: {
    title: "Constancia de recepción",
    warning: "Datos de demostración, no son cifras reales.",
    lead: (country, round, version) => `El informe de ${country} para ${round} se recibió como versión ${version}.`,
    round: (year, referenceYear) => `la ronda ${year} (datos de ${referenceYear})`,
    number: "Número de constancia",
    receivedIn: (city) => `Recibido, hora de ${city}`,
    receivedUtc: "Recibido, hora universal (UTC)",
    by: "Enviado por",
    signed: "Firmado por",
    timeliness: "Respecto de la fecha límite",
    kind: {
      on_time: () => "A tiempo",
      received_late: (days) =>
        `El primer informe del país en la ronda llegó ${days === 1 ? "1 día" : `${days} días`} después de la fecha`,
      not_due: () => "Antes de la fecha",
      due_today: () => "En la fecha",
      overdue: () => "Después de la fecha",
      exempt: () => "Exento",
      voluntary: () => "Informe voluntario",
    },
    content: "Contenido",
    contentWords: (reported, noValue, missing) =>
      `${reported} con valor, ${noValue} sin valor pero con motivo, ${missing} sin respuesta`,
    questionsLeft: "Preguntas sin respuesta",
    wholeReport: "todo el informe",
    hash: "Huella del contenido (SHA-256)",
    hashHelp: "Quien tenga el mismo contenido obtiene la misma huella.",
    page: "La constancia en el portal, para las personas del país",
  },
};

/** Countries that take an article in the middle of a sentence. */
const articles: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { DOM: "the ", USA: "the " },
  es: { DOM: "la ", USA: "los " },
};

/** The receipt in words. Everything in it is fixed with the version, so the file is always the same. */
export function receiptDocument(
  { receipt, country, isDemonstration, address }: ReceiptFacts,
  language: Language,
): ReceiptDocument {
  const t = words[language];
  const { year, referenceYear, version, progress, timeliness, questionsLeft } = receipt;
  const name = `${articles[language][receipt.country] ?? ""}${country.name[language]}`;
  const at = (instant: string, timeZone: string) => momentInWords(new Date(instant), timeZone, language);
  const signature =
    receipt.signedByName === null || receipt.signedAt === null
      ? []
      : [{ term: t.signed, value: `${receipt.signedByName}, ${at(receipt.signedAt, receipt.timeZone)}` }];
  return {
    language,
    title: t.title,
    warning: isDemonstration ? t.warning : null,
    lead: t.lead(name, t.round(year, referenceYear), version),
    facts: [
      { term: t.number, value: `${receipt.country}-${year}-${version}` },
      { term: t.receivedIn(country.capital[language]), value: at(receipt.submittedAt, receipt.timeZone) },
      { term: t.receivedUtc, value: at(receipt.submittedAt, "UTC") },
      { term: t.by, value: receipt.submittedByName },
      ...signature,
      { term: t.timeliness, value: t.kind[timeliness.kind](timeliness.daysLate) },
      {
        term: t.content,
        value: t.contentWords(
          progress.reported,
          progress.notAvailable + progress.notApplicable,
          progress.expected - progress.answered,
        ),
      },
      ...(questionsLeft.length === 0
        ? []
        : [
            {
              term: t.questionsLeft,
              value: `${questionsLeft.length}: ${questionsAbout(questionsLeft, t.wholeReport).join(", ")}`,
            },
          ]),
    ],
    hash: { term: t.hash, groups: receipt.contentHash.match(/.{1,8}/g) ?? [], help: t.hashHelp },
    page: { words: t.page, address },
  };
}

/** What the questions are about, each once: `TIP-JUS-02 (2)` when two are about one answer. */
function questionsAbout(questions: ReceiptFacts["receipt"]["questionsLeft"], wholeReport: string): readonly string[] {
  const byCode = Map.groupBy(questions, ({ indicatorCode }) => indicatorCode ?? wholeReport);
  return [...byCode].map(([about, { length }]) => (length === 1 ? about : `${about} (${length})`));
}

/** `30 April 2027, 14:05:09`, by the clocks of the zone. */
function momentInWords(at: Date, timeZone: string, language: Language): string {
  const day = new Intl.DateTimeFormat(languageFacts[language].dates, { dateStyle: "long", timeZone }).format(at);
  const time = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium", hourCycle: "h23", timeZone }).format(at);
  return `${day}, ${time}`;
}
