import type { AsksOfCountry, ExchangeView } from "@avances/contracts";
import type { Language } from "#i18n/language.ts";
import type { Formats } from "#lib/format.ts";
import { roundOf, roundWords } from "#lib/round-words.ts";
import { dayAt } from "#ui/mail-reply-words.ts";
import { asksTexts } from "./asks.texts.ts";

type RoundAsks = AsksOfCountry["rounds"][number];

/** What the sentence above the list is made from. */
export interface AskFacts {
  readonly round: RoundAsks;
  /** What the country said last in it. */
  readonly answer: ExchangeView | null;
  /** When a reply to one of its requests last came by mail; null = none did, or the reader is not told. */
  readonly repliedAt: string | null;
  /** The day by which it was going to send has passed. */
  readonly hasPassed: boolean;
  /** All rounds together, when there is more than this one. */
  readonly ever: { readonly since: RoundAsks; readonly asks: number } | null;
}

/** The round that the address names, else the newest that was not withdrawn, else the newest; null = the country has no report. */
export function askFacts(data: AsksOfCountry, year: number | undefined): AskFacts | null {
  const { rounds, entries, today } = data;
  const round = rounds.find((one) => one.year === year) ?? rounds.find((one) => !one.isCancelled) ?? rounds[0];
  const since = rounds.at(-1);
  if (round === undefined || since === undefined) return null;
  const answer = entries.find(({ id }) => id === round.lastAnswerId);
  const spoken = answer?.kind === "exchange" ? answer : null;
  return {
    round,
    answer: spoken,
    repliedAt: lastReply(data, round.year),
    hasPassed: spoken !== null && spoken.promisedOn !== null && spoken.promisedOn < today,
    ever: rounds.length > 1 ? { since, asks: rounds.reduce((sum, { asks }) => sum + asks, 0) } : null,
  };
}

function lastReply({ entries }: AsksOfCountry, year: number): string | null {
  const came = entries.flatMap((entry) =>
    entry.kind === "message" && entry.round === year
      ? entry.recipients.flatMap(({ reply }) => (reply?.kind === "replied" ? [reply.at] : []))
      : [],
  );
  return came.sort().at(-1) ?? null;
}

/** Countries that take an article in the middle of a sentence. */
const articles: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { DOM: "the ", USA: "the " },
  es: { DOM: "la ", USA: "los " },
};

/** The country's name as it stands in the middle of a sentence. */
export function inSentence({ country, name }: Pick<AsksOfCountry, "country" | "name">, language: Language): string {
  return `${articles[language][country] ?? ""}${name[language]}`;
}

/** How often the country was asked, when last, and what it said: every part from the facts. */
export function asksSentence(data: AsksOfCountry, facts: AskFacts, language: Language, f: Formats): string {
  const t = asksTexts[language].sentence;
  const { round, answer, repliedAt, hasPassed, ever } = facts;
  const country = inSentence(data, language);
  const name = roundWords[language].round(roundOf(round));
  const { asks, lastAskOn } = round;
  const asked =
    asks === 0 || lastAskOn === null
      ? t.never(country, name)
      : asks === 1
        ? t.once(country, name, f.date(lastAskOn))
        : t.times(country, name, f.number(asks), f.date(lastAskOn));
  return [
    asked,
    ...(round.isCancelled ? [t.cancelled] : [...answered(), standing(round, t)]),
    ever === null ? "" : t.ever(roundWords[language].name({ roundYear: ever.since.year }), ever.asks),
  ]
    .filter(Boolean)
    .join(" ");

  function answered(): readonly string[] {
    if (answer === null || answer.said === "no_answer") {
      if (repliedAt !== null) return [t.repliedByMail(f.date(dayAt(new Date(repliedAt), data.timeZone)))];
      return asks > 0 && isAwaited(round) ? [t.silent] : [];
    }
    const said = t.said[answer.said](f.date(answer.day), f.date(answer.promisedOn ?? answer.day));
    return hasPassed && isAwaited(round) ? [said, t.passed] : [said];
  }
}

function isAwaited({ status }: RoundAsks): boolean {
  return status === "not_started" || status === "draft";
}

function standing({ status }: RoundAsks, t: (typeof asksTexts)["en"]["sentence"]): string {
  switch (status) {
    case "submitted":
    case "accepted":
    case "published":
      return t.received;
    case "returned":
      return t.returned;
    case "exempt":
      return t.exempt;
    case "not_started":
    case "draft":
      return "";
  }
}
