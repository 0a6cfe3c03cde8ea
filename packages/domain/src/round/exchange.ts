import { addDays, type CalendarDate } from "./calendar-date.ts";

/**
 * How the secretariat and a country spoke of a report otherwise than by a message of the portal. `message`: from an own mailbox, or a chat.
 * `answer_link`: a recipient of a request answered by the link in it.
 */
export const exchangeChannels = ["telephone", "letter", "in_person", "message", "answer_link"] as const;
export type ExchangeChannel = (typeof exchangeChannels)[number];
/** The ways that a person of the secretariat notes. */
export type NotedChannel = Exclude<ExchangeChannel, "answer_link">;
export const notedChannels: readonly NotedChannel[] = exchangeChannels.filter((one) => one !== "answer_link");

/**
 * What the country said of its report. `by_date`: it sends it by a day. `waits_for`: it waits for an institution. `other_person`: somebody else
 * is to be asked. `no_answer`: nobody was reached, or nobody has answered so far.
 */
export const countryAnswers = [
  "by_date",
  "waits_for",
  "nothing_to_report",
  "other_person",
  "other",
  "no_answer",
] as const;
export type CountryAnswer = (typeof countryAnswers)[number];

/** What the link in a request offers. */
export const linkAnswers = [
  "by_date",
  "waits_for",
  "nothing_to_report",
  "other_person",
] as const satisfies readonly CountryAnswer[];
export type LinkAnswer = (typeof linkAnswers)[number];

/** What is noted of an exchange. */
export interface ExchangeFacts {
  readonly channel: ExchangeChannel;
  readonly happenedOn: CalendarDate;
  readonly isAsk: boolean;
  readonly said: CountryAnswer;
  /** The day by which the report will be sent; only with `by_date`. */
  readonly promisedOn: CalendarDate | null;
  /** The institution, who is to be asked, or what was said. */
  readonly detail: string;
}

/** Days that a country can give itself: a longer time is a matter for an extension. */
export const longestPromiseDays = 60;
/** How long the link in a request can be used. */
export const answerLinkDays = 60;
/** Until when the link of a request that is written now works. */
export const answerLinkEnd = (now: Date) => new Date(now.getTime() + answerLinkDays * 86_400_000);
/** And is then kept so many days longer, of no use to anybody, before it is deleted. */
export const answerLinkKeptDays = 30;
/** A talk may be noted from so long before its round opens: longer ago it was about another. */
const notedBeforeOpeningDays = 366;

export type ExchangeFault = "day" | "promise" | "detail" | "ask_reached_nobody";

/** The days that may be promised by somebody who speaks on this day. */
export function promiseRange(spokenOn: CalendarDate): {
  readonly earliest: CalendarDate;
  readonly latest: CalendarDate;
} {
  return { earliest: spokenOn, latest: addDays(spokenOn, longestPromiseDays) };
}

/** The days on which something may be noted: what is to come has not happened. `today`: by the clocks of the capital. */
export function notedRange({ opensOn, today }: { readonly opensOn: CalendarDate; readonly today: CalendarDate }): {
  readonly earliest: CalendarDate;
  readonly latest: CalendarDate;
} {
  return { earliest: addDays(opensOn, -notedBeforeOpeningDays), latest: today };
}

/** Does this answer need words besides its name? */
export function needsDetail(said: CountryAnswer): boolean {
  return said === "waits_for" || said === "other";
}

/** May it be a request for the report? A call that reached nobody asked nobody; a letter on its way asks. */
export function mayBeAsk({ channel, said }: Pick<ExchangeFacts, "channel" | "said">): boolean {
  if (channel === "answer_link") return false;
  return said !== "no_answer" || channel === "letter" || channel === "message";
}

/** What is wrong with what somebody wants to note; empty = nothing. */
export function exchangeFaults(
  facts: ExchangeFacts,
  days: { readonly earliest: CalendarDate; readonly latest: CalendarDate },
): readonly ExchangeFault[] {
  const { happenedOn, said, promisedOn, detail, isAsk } = facts;
  const promise = promiseRange(happenedOn);
  const isPromiseGood =
    said === "by_date"
      ? promisedOn !== null && promisedOn >= promise.earliest && promisedOn <= promise.latest
      : promisedOn === null;
  const faults: (ExchangeFault | null)[] = [
    happenedOn < days.earliest || happenedOn > days.latest ? "day" : null,
    isPromiseGood ? null : "promise",
    needsDetail(said) && detail.trim() === "" ? "detail" : null,
    isAsk && !mayBeAsk(facts) ? "ask_reached_nobody" : null,
  ];
  return faults.filter((fault) => fault !== null);
}

/** Of an answer: when it was given, by the day of the talk first. */
interface Spoken {
  readonly happenedOn: CalendarDate;
  readonly notedAt: Date;
  readonly said: CountryAnswer;
  readonly isWithdrawn: boolean;
}

/** What the country said last; what was withdrawn, and where nobody answered, says nothing. Null = it has said nothing. */
export function lastAnswer<Said extends Spoken>(exchanges: readonly Said[]): Said | null {
  return exchanges.reduce<Said | null>((last, one) => {
    if (one.isWithdrawn || one.said === "no_answer") return last;
    return last === null || isLater(one, last) ? one : last;
  }, null);
}

function isLater(one: Spoken, other: Spoken): boolean {
  if (one.happenedOn !== other.happenedOn) return one.happenedOn > other.happenedOn;
  return one.notedAt.getTime() >= other.notedAt.getTime();
}
