import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { insertNoticeBatch, lockReminders } from "@avances/db/queries/notice-queries";
import { countryGroupMember, submission } from "@avances/db/schema";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import {
  type CalendarDate,
  eventRules,
  localDate,
  type NoticeStep,
  nextNotice,
  spokenDate,
} from "@avances/domain/round";
import { type SubmissionStatus, statusAsExpected } from "@avances/domain/submission";
import { eq } from "drizzle-orm";
import { refuseAskedMeanwhile, type SeenCountry } from "./asked-meanwhile.ts";
import { type LedgerOfCountry, loadLedger } from "./ledger.ts";
import { withLedger } from "./plan-notices.ts";
import { contactOf, loadRecipients, peopleOf, type Recipient } from "./recipients.ts";
import { loadReportingStates, type ReportingState } from "./reporting-state.ts";
import { messageFor, type NoticeToWrite, ordinalOf, type WritingConfig, writeNotices } from "./write-notices.ts";

export interface ResendRequest {
  readonly roundYear: number;
  readonly group?: string | undefined;
  readonly countries?: readonly string[] | undefined;
  /** Countries of the group that are passed over this time. */
  readonly except?: readonly string[] | undefined;
  /** Added above the standard text, to readers of that language only. */
  readonly text?: { readonly en?: string | undefined; readonly es?: string | undefined } | undefined;
}

export type LeftOutReason = "received" | "accepted" | "published" | "exempt" | "nobody_to_write_to" | "not_expected";

export interface ResendMessage {
  readonly country: string;
  readonly recipient: string;
  readonly role: string;
  readonly address: string;
  readonly language: "en" | "es";
  readonly subject: string;
  readonly bodyText: string;
  readonly ordinal: number;
}

/** What whoever sends should know of a country before. */
export interface ResendCountry {
  readonly country: string;
  readonly status: SubmissionStatus;
  readonly dueOn: CalendarDate;
  readonly extended: boolean;
  /** Date of returned work, else null. */
  readonly returnDueOn: CalendarDate | null;
  /** Asks of this round that reached somebody. */
  readonly asks: number;
  readonly firstAskAt: Date | null;
  readonly lastAskAt: Date | null;
  /** Asks of this round that were ever written; whoever sends names it, so that nobody is asked twice for one wish. */
  readonly asksWritten: number;
  /** The notice that goes out by itself on this day in the country, or has gone. */
  readonly automaticToday: { readonly step: NoticeStep; readonly at: Date; readonly hasGone: boolean } | null;
}

export interface Resend {
  readonly batchId: string | null;
  readonly messages: readonly ResendMessage[];
  readonly countries: readonly ResendCountry[];
  readonly leftOut: readonly { readonly country: string; readonly reason: LeftOutReason }[];
}

export interface ResendContext {
  readonly now: Date;
  readonly newId: () => string;
  readonly config: WritingConfig;
}

/** Every message that would go out, word by word and with its address, and who is left out and why. Sends nothing. */
export async function previewResend(
  tx: Tx,
  actor: Actor,
  request: ResendRequest,
  context: ResendContext,
): Promise<Resend> {
  return resendOf(await itemsOf(tx, actor, request, context), null, context);
}

/**
 * Queues the same messages as one act of this person, with one line in the record per country. `seen` is what the preview said of each
 * country; one that it does not name counts as never asked. Throws `nothing-to-send`, and `asked-meanwhile` where a country has been
 * asked since.
 */
export async function sendResend(
  tx: Tx,
  actor: Actor,
  request: ResendRequest,
  seen: readonly SeenCountry[],
  context: ResendContext,
): Promise<Resend & { readonly batchId: string }> {
  await lockReminders(tx, request.roundYear);
  const chosen = await itemsOf(tx, actor, request, context);
  const { items, leftOut, batchId, countries } = chosen;
  if (items.length === 0) throw new DomainError("nothing-to-send", { leftOut });
  await refuseAskedMeanwhile(tx, items, seen);
  await insertNoticeBatch(tx, {
    id: batchId,
    roundYear: request.roundYear,
    groupCode: request.group ?? null,
    countries: [...countries],
    ownText: [request.text?.es, request.text?.en].filter((text) => text?.trim()).join("\n\n"),
    createdAt: context.now,
    createdBy: actor.userId,
    createdByName: actor.displayName,
  });
  await writeNotices(tx, items, context);
  for (const item of items) {
    await appendAuditEvent(tx, {
      at: context.now,
      actor,
      action: "notices.resent",
      objectType: "notice_batch",
      objectId: batchId,
      countryCode: item.state.country,
      detail: { round: request.roundYear, recipients: item.people.length, ordinal: ordinalOf(item) },
    });
  }
  return { ...resendOf(chosen, batchId, context), batchId };
}

async function itemsOf(tx: Tx, actor: Actor, request: ResendRequest, { now, newId }: ResendContext) {
  const states = await loadReportingStates(tx, eq(submission.roundYear, request.roundYear));
  if (states.length === 0) throw new DomainError("not-found");
  const countries = await chosenCountries(tx, request, states);
  const ledger = await loadLedger(tx, [request.roundYear]);
  const everybody = await loadRecipients(tx);
  const byCountry = new Map(states.map((state) => [state.country, state]));
  const batchId = newId();
  const items: NoticeToWrite[] = [];
  const facts: ResendCountry[] = [];
  const leftOut: { country: string; reason: LeftOutReason }[] = [];
  const { audience } = eventRules.resend;
  for (const country of countries) {
    const state = byCountry.get(country);
    const people = peopleOf(audience, country, everybody);
    const reason = reasonToLeaveOut(state, people, request.countries?.includes(country) ?? false);
    if (state === undefined || reason !== null) leftOut.push({ country, reason: reason ?? "not_expected" });
    else {
      const own = ledger(request.roundYear, country);
      items.push({
        state,
        step: "resend",
        anchorDate: spokenDate("resend", state) ?? state.dueOn,
        batchId,
        scheduledFor: now,
        disposition: "send",
        audience,
        people,
        ledger: own,
        contact: contactOf(everybody, actor.userId, state.roundOpenedBy),
        ...(request.text && { ownText: request.text }),
      });
      facts.push(countryOf(state, own, automaticToday(withLedger(state, ledger), own, now)));
    }
  }
  return { items, facts, leftOut, batchId, countries };
}

/** Group and countries together, each once and without those passed over; all that are expected to report when neither is named. */
async function chosenCountries(
  tx: Tx,
  { group, countries, except = [] }: ResendRequest,
  states: readonly ReportingState[],
): Promise<readonly string[]> {
  const members = group === undefined ? [] : await membersOf(tx, group);
  const isUnnamed = group === undefined && countries === undefined;
  const chosen = isUnnamed
    ? states.filter((state) => state.obligated).map((state) => state.country)
    : [...new Set([...members, ...(countries ?? [])])].sort();
  return chosen.filter((country) => !except.includes(country));
}

async function membersOf(tx: Tx, group: string): Promise<readonly string[]> {
  const rows = await tx
    .select({ country: countryGroupMember.countryCode })
    .from(countryGroupMember)
    .where(eq(countryGroupMember.groupCode, group));
  if (rows.length === 0) throw new DomainError("not-found");
  return rows.map((row) => row.country);
}

/**
 * Whoever has sent, or need not, is not asked. Countries that report voluntarily are asked when they were named, or for work that was
 * returned to them; never because a group holds them.
 */
function reasonToLeaveOut(
  state: ReportingState | undefined,
  people: readonly Recipient[],
  isNamed: boolean,
): LeftOutReason | null {
  if (state === undefined) return "not_expected";
  const status = statusAsExpected(state);
  switch (status) {
    case "submitted":
      return "received";
    case "accepted":
    case "published":
    case "exempt":
      return status;
    default:
      if (!(state.obligated || isNamed || state.status === "returned")) return "not_expected";
      return people.length === 0 ? "nobody_to_write_to" : null;
  }
}

function automaticToday(
  state: ReturnType<typeof withLedger>,
  { lastCalendarNotice, lastActNotice }: LedgerOfCountry,
  now: Date,
): ResendCountry["automaticToday"] {
  const today = localDate(now, state.timeZone);
  const isToday = (at: Date) => localDate(at, state.timeZone) === today;
  if (lastCalendarNotice !== null && isToday(lastCalendarNotice.at)) return { ...lastCalendarNotice, hasGone: true };
  const next = nextNotice(state, now);
  if (next !== null && isToday(next.goesAt)) return { step: next.step, at: next.goesAt, hasGone: false };
  // A decision of today is told all the same, whatever the calendar says.
  return lastActNotice !== null && isToday(lastActNotice.at) ? { ...lastActNotice, hasGone: true } : null;
}

function countryOf(
  state: ReportingState,
  { asks, asksWritten, firstAskAt, lastAskAt }: LedgerOfCountry,
  today: ResendCountry["automaticToday"],
): ResendCountry {
  const { country, status, dueOn, roundDueOn, extensionGrantedAt, returnDueOn } = state;
  return {
    country,
    status,
    dueOn,
    extended: extensionGrantedAt !== null && dueOn !== roundDueOn,
    returnDueOn: status === "returned" ? returnDueOn : null,
    asks,
    firstAskAt,
    lastAskAt,
    asksWritten,
    automaticToday: today,
  };
}

function resendOf(
  { items, facts, leftOut }: Awaited<ReturnType<typeof itemsOf>>,
  batchId: string | null,
  context: ResendContext,
): Resend {
  const messages = items.flatMap((item) =>
    item.people.map((person) => {
      const ids = { mailId: context.newId(), noticeId: context.newId() };
      const { subject, bodyText } = messageFor(item, person, ids, context.now, context.config);
      return {
        country: item.state.country,
        recipient: person.displayName,
        role: person.role,
        address: person.email,
        language: person.language,
        subject,
        bodyText,
        ordinal: ordinalOf(item),
      };
    }),
  );
  return { batchId, messages, countries: facts, leftOut };
}
