import type { BodyOf, ReplyOf, showAnswerLink, useAnswerLink } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import {
  findAnswerLink,
  findAnswerOfNotice,
  insertExchange,
  listAskedReports,
} from "@avances/db/queries/exchange-queries";
import { findNotice } from "@avances/db/queries/notice-queries";
import type { ExchangeRow, UserRow } from "@avances/db/queries/rows";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import {
  exchangeFaults,
  type LinkAnswer,
  linkAnswers,
  localDate,
  promiseRange,
  referenceYear,
} from "@avances/domain/round";
import { isExempt, statusAsExpected } from "@avances/domain/submission";
import { ticketHash } from "@avances/notices";
import type { Deps } from "#deps.ts";

type Need = Pick<Deps, "db" | "clock" | "newId" | "reference">;
type View = ReplyOf<typeof showAnswerLink>;

/** What the link in a request is about, for whoever holds it. Changes nothing, so that a scanner of mails that opens it uses nothing up. */
export async function showLink(deps: Need, token: string): Promise<View> {
  const link = await openLink(deps, token);
  return deps.db.asActor(link.actor, async (tx) => viewOf(await standing(tx, deps, link), link));
}

/**
 * Answers a request by its link, once: one row in the ledger of requests, in the name of its recipient, and nothing of the report. The same
 * answer sent again, because the reply was lost, gets the same reply. Throws
 * `ticket-refused` for a link that is unknown, used or over, or whose person no longer reports; `transition-refused` when nothing is awaited any
 * more; `exchange-refused` with what cannot be noted.
 */
export async function answerByLink(deps: Need, body: BodyOf<typeof useAnswerLink>): Promise<View> {
  const { token, said, promisedOn, detail } = body;
  const link = await openLink(deps, token);
  const { actor, now } = link;
  return deps.db.asActor(actor, async (tx) => {
    const asked = await standing(tx, deps, link);
    const facts = {
      ...({ channel: "answer_link", happenedOn: asked.today, isAsk: false, said, promisedOn } as const),
      detail: detail.trim(),
    };
    if (asked.answer !== undefined) return viewOf({ ...asked, answer: sameAnswer(asked.answer, facts) }, link);
    if (!asked.isAwaited) throw new DomainError("transition-refused");
    const faults = exchangeFaults(facts, { earliest: asked.today, latest: asked.today });
    if (faults.length > 0) throw new DomainError("exchange-refused", { faults });
    const id = deps.newId();
    const { roundYear, countryCode } = asked.report;
    const isFirst = await insertExchange(tx, {
      ...facts,
      ...{ id, roundYear, countryCode, noticeId: link.noticeId },
      ...{ notedAt: now, notedBy: actor.userId, notedByName: actor.displayName },
    });
    // Of two simultaneous answers the second finds the link used.
    if (!isFirst) {
      const answer = sameAnswer(await findAnswerOfNotice(tx, link.noticeId), facts);
      return viewOf({ ...asked, answer }, link);
    }
    await appendAuditEvent(tx, {
      at: now,
      actor,
      action: "exchange.answered-by-link",
      objectType: "exchange",
      objectId: id,
      countryCode,
      detail: { round: roundYear, said },
    });
    return viewOf({ ...asked, answer: await findAnswerOfNotice(tx, link.noticeId) }, link);
  });
}

/** What was answered by the link before, if it is what is said now; else the link is used. */
function sameAnswer(
  answer: ExchangeRow | undefined,
  { said, promisedOn, detail }: Pick<ExchangeRow, "said" | "promisedOn" | "detail">,
): ExchangeRow {
  const isSame = answer?.said === said && answer.promisedOn === promisedOn && answer.detail === detail;
  if (answer === undefined || !isSame) throw new DomainError("ticket-refused");
  return answer;
}

interface OpenLink {
  readonly noticeId: string;
  /** Its recipient, by whose rights everything is read and written. There is no session. */
  readonly actor: Actor;
  readonly now: Date;
}

async function openLink({ db, clock, newId }: Need, token: string): Promise<OpenLink> {
  const now = clock.now();
  const found = await db.authQuery((tx) => findAnswerLink(tx, ticketHash(token), now));
  if (found === undefined) throw new DomainError("ticket-refused");
  const { noticeId, user } = found;
  return { noticeId, now, actor: recipient(user, newId()) };
}

function recipient({ id: userId, role, countryCode: country, displayName }: UserRow, sessionId: string): Actor {
  return { userId, role, country, organisation: null, assignedIndicators: null, sessionId, displayName };
}

/** How the report stands that was asked for, as its recipient may know it. */
async function standing(tx: Tx, { reference }: Need, { noticeId, actor, now }: OpenLink) {
  const notice = await findNotice(tx, noticeId);
  const country = reference.countries.find(({ alpha3 }) => alpha3 === actor.country);
  const reports = country === undefined ? [] : await listAskedReports(tx, country.alpha3);
  const report = reports.find(({ roundYear }) => roundYear === notice?.roundYear);
  if (notice === undefined || country === undefined || report === undefined) throw new DomainError("ticket-refused");
  const status = statusAsExpected({ status: report.status, exempt: isExempt(report) });
  return {
    ...{ notice, country, report },
    today: localDate(now, country.timeZone),
    isAwaited:
      report.cancelledAt === null &&
      notice.createdAt >= report.openedAt &&
      (status === "not_started" || status === "draft" || status === "returned"),
    answer: await findAnswerOfNotice(tx, noticeId),
  };
}

function viewOf(
  { notice, country, report, today, isAwaited, answer }: Awaited<ReturnType<typeof standing>>,
  { actor }: OpenLink,
): View {
  const isReturned = report.status === "returned";
  const said = answer === undefined ? undefined : linkAnswers.find((one) => one === answer.said);
  return {
    country: country.alpha3,
    name: country.name,
    capital: country.capital,
    round: report.roundYear,
    referenceYear: referenceYear(report),
    dueOn: (isReturned ? report.returnDueOn : null) ?? report.dueOn,
    isReturned,
    recipient: actor.displayName,
    askedOn: localDate(notice.settledAt ?? notice.createdAt, country.timeZone),
    isAwaited,
    ...promiseRange(today),
    answered: answer === undefined || said === undefined ? null : answeredOf(answer, said),
  };
}

function answeredOf({ promisedOn, detail, notedAt }: ExchangeRow, said: LinkAnswer): View["answered"] {
  return { said, promisedOn, detail, at: notedAt.toISOString() };
}
