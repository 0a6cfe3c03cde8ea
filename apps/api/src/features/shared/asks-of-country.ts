import type { AskEntry, AsksOfCountry } from "@avances/contracts";
import type { AskedReport, AskMessage } from "@avances/db/queries/exchange-queries";
import type { ReplyFacts } from "@avances/db/queries/mail-reply-queries";
import type { ExchangeRow, UserRow } from "@avances/db/queries/rows";
import { contactRoles, type Role } from "@avances/domain/access";
import type { Country } from "@avances/domain/reference";
import {
  audienceFacts,
  inAskOrder,
  isAsk,
  lastAnswer,
  localDate,
  noticeAudiences,
  readResult,
  referenceYear,
  reportingRoles,
} from "@avances/domain/round";
import { isExempt, statusAsExpected } from "@avances/domain/submission";
import { exchangeView } from "./exchange-view.ts";
import { replyOf } from "./mail-reply-view.ts";

/** What is stored about the requests to one country. */
export interface StoredAsks {
  readonly reports: readonly AskedReport[];
  readonly messages: readonly AskMessage[];
  readonly exchanges: readonly ExchangeRow[];
  /** Only of the secretariat's readers. */
  readonly repliesTo: RepliesTo;
  /** The country's active people of the contact roles. */
  readonly contacts: readonly Pick<UserRow, "displayName" | "role" | "phone" | "isShared">[];
}

type RepliesTo = (noticeId: string) => readonly ReplyFacts[];

/** A message (all its recipients), or an exchange, with what its number depends on. */
interface Entry {
  readonly round: number;
  readonly day: string;
  readonly at: Date;
  readonly counts: boolean;
  view(nth: number | null): AskEntry;
}

/** Every request to a country since its first round and what it answered, in order, each with its number in its round. */
export function asksOfCountry(country: Country, stored: StoredAsks, now: Date): AsksOfCountry {
  const { reports, exchanges } = stored;
  const openedAt = new Map(reports.map((report) => [report.roundYear, report]));
  /** What was written before a round of this year was cancelled, or opened again, asked for a report that nobody waits for. */
  const isOfCancelled = (round: number, at: Date) => {
    const report = openedAt.get(round);
    return report === undefined || report.cancelledAt !== null || at < report.openedAt;
  };
  const messages = messagesOf(stored.messages, country, { isOfCancelled, repliesTo: stored.repliesTo });
  const idOfNotice = new Map(messages.flatMap(({ id, noticeIds }) => noticeIds.map((notice) => [notice, id] as const)));
  const spoken = exchanges.map((row): Entry => {
    const ofCancelledRound = isOfCancelled(row.roundYear, row.notedAt);
    return {
      round: row.roundYear,
      day: row.happenedOn,
      at: row.notedAt,
      counts: row.isAsk && row.withdrawnAt === null && !ofCancelledRound,
      view: (nth) =>
        exchangeView(row, {
          nth,
          answersId: row.noticeId === null ? null : (idOfNotice.get(row.noticeId) ?? null),
          ofCancelledRound,
        }),
    };
  });
  const byRound = Map.groupBy([...messages, ...spoken], ({ round }) => round);
  const ordered = new Map([...byRound].map(([round, entries]) => [round, inAskOrder(entries)]));
  return {
    country: country.alpha3,
    name: country.name,
    capital: country.capital,
    timeZone: country.timeZone,
    today: localDate(now, country.timeZone),
    rounds: reports.map((report) => {
      const counted = (ordered.get(report.roundYear) ?? []).filter(({ nth }) => nth !== null);
      const said = lastAnswer(
        exchanges
          .filter((row) => row.roundYear === report.roundYear && !isOfCancelled(row.roundYear, row.notedAt))
          .map((row) => ({ ...row, isWithdrawn: row.withdrawnAt !== null })),
      );
      return {
        year: report.roundYear,
        referenceYear: referenceYear(report),
        opensOn: report.opensOn,
        dueOn: report.dueOn,
        // Nobody waits for what an exempt country prepares.
        status: statusAsExpected({ status: report.status, exempt: isExempt(report) }),
        isCancelled: report.cancelledAt !== null,
        asks: counted.length,
        lastAskOn: counted.at(-1)?.day ?? null,
        lastAnswerId: said?.id ?? null,
      };
    }),
    entries: [...ordered.keys()]
      .sort((one, other) => one - other)
      .flatMap((round) => (ordered.get(round) ?? []).map(({ nth, view }) => view(nth))),
    contacts: contactRoles.flatMap((wanted) =>
      stored.contacts
        .filter(({ role }) => role === wanted)
        .map(({ displayName: name, role, phone, isShared }) => ({ name, role, phone, isShared })),
    ),
  };
}

/** Those who are asked come first, then those who are informed, in the order in which they are written to. */
function placeOf(role: Role): number {
  return noticeAudiences.findIndex((audience) => audienceFacts[audience].role === role);
}

/** The messages of one step, date and act are one request, however many people got it. */
function messagesOf(
  rows: readonly AskMessage[],
  { timeZone }: Country,
  {
    isOfCancelled,
    repliesTo,
  }: { readonly isOfCancelled: (round: number, at: Date) => boolean; readonly repliesTo: RepliesTo },
): readonly (Entry & { readonly id: string; readonly noticeIds: readonly string[] })[] {
  const groups = Map.groupBy(rows, ({ notice: { roundYear, step, anchorDate, batchId } }) =>
    [roundYear, step, anchorDate, batchId].join(" "),
  );
  return [...groups.values()].flatMap((own) => {
    // Readers who may not know a recipient (somebody of the secretariat) are not told of that message.
    const known = own
      .flatMap(({ recipient, ...message }) => (recipient === null ? [] : [{ ...message, recipient }]))
      .sort((one, other) => placeOf(one.recipient.role) - placeOf(other.recipient.role));
    const [first] = known;
    if (first === undefined || !isAsk(first.notice.step)) return [];
    const { id, roundYear: round, step, createdAt } = first.notice;
    const reached = known.filter(({ hasLeft, recipient: { role } }) => reportingRoles.includes(role) && hasLeft);
    const times = reached.map(({ notice }) => notice.settledAt ?? notice.createdAt);
    const at = times.length === 0 ? createdAt : new Date(Math.min(...times.map((time) => time.getTime())));
    const ofCancelledRound = isOfCancelled(round, createdAt);
    const day = localDate(at, timeZone);
    return [
      {
        ...{ id, round, day, at, noticeIds: own.map(({ notice }) => notice.id) },
        counts: reached.length > 0 && !ofCancelledRound,
        view: (nth): AskEntry => ({
          kind: "message",
          ...{ id, round, step, nth, day, ofCancelledRound },
          at: at.toISOString(),
          byName: own[0]?.byName ?? null,
          recipients: known.map(({ notice, recipient }) => ({
            name: recipient.displayName,
            role: recipient.role,
            state: notice.state,
            settledAt: notice.settledAt?.toISOString() ?? null,
            result: readResult(notice.result),
            reply: replyOf(repliesTo(notice.id)),
          })),
        }),
      },
    ];
  });
}
