import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { insertNoticeBatch } from "@avances/db/queries/notice-queries";
import { countryGroupMember, submission } from "@avances/db/schema";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { eventAudience, localDate, type NoticeStep } from "@avances/domain/round";
import { eq } from "drizzle-orm";
import { loadLedger } from "./ledger.ts";
import { loadRecipients, peopleOf, type Recipient } from "./recipients.ts";
import { loadReportingStates, type ReportingState } from "./reporting-state.ts";
import { messageFor, type NoticeToWrite, type WritingConfig, writeNotices } from "./write-notices.ts";

export interface ResendRequest {
  readonly roundYear: number;
  readonly group?: string | undefined;
  readonly countries?: readonly string[] | undefined;
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
  readonly firstSentAt: Date | null;
}

export interface Resend {
  readonly batchId: string | null;
  readonly messages: readonly ResendMessage[];
  readonly leftOut: readonly { readonly country: string; readonly reason: LeftOutReason }[];
}

export interface ResendContext {
  readonly now: Date;
  readonly newId: () => string;
  readonly config: WritingConfig;
}

/** Every message that would go out, word by word and with its address, and who is left out and why. Sends nothing. */
export async function previewResend(tx: Tx, request: ResendRequest, context: ResendContext): Promise<Resend> {
  const { items, leftOut } = await itemsOf(tx, request, context);
  return { batchId: null, messages: messagesOf(items, context), leftOut };
}

/** Queues the same messages as one act of this person, with one line in the record per country. */
export async function sendResend(
  tx: Tx,
  actor: Actor,
  request: ResendRequest,
  context: ResendContext,
): Promise<Resend & { readonly batchId: string }> {
  const { items, leftOut, batchId, countries } = await itemsOf(tx, request, context);
  if (items.length === 0) throw new DomainError("nothing-to-send", { leftOut });
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
      detail: { round: request.roundYear, recipients: item.people.length, ordinal: item.ledger.asks + 1 },
    });
  }
  return { batchId, messages: messagesOf(items, context), leftOut };
}

async function itemsOf(tx: Tx, request: ResendRequest, { now, newId }: ResendContext) {
  const states = await loadReportingStates(tx, eq(submission.roundYear, request.roundYear));
  if (states.length === 0) throw new DomainError("not-found");
  const countries = await chosenCountries(tx, request, states);
  const ledger = await loadLedger(tx, [request.roundYear]);
  const everybody = await loadRecipients(tx);
  const byCountry = new Map(states.map((state) => [state.country, state]));
  const batchId = newId();
  const items: NoticeToWrite[] = [];
  const leftOut: { country: string; reason: LeftOutReason }[] = [];
  for (const country of countries) {
    const state = byCountry.get(country);
    const people = peopleOf(eventAudience.resend, country, everybody);
    const reason = reasonToLeaveOut(state, people);
    if (state === undefined || reason !== null) leftOut.push({ country, reason: reason ?? "not_expected" });
    else {
      items.push({
        state,
        step: "resend" satisfies NoticeStep,
        anchorDate: localDate(now, state.timeZone),
        batchId,
        scheduledFor: now,
        disposition: "send",
        people,
        ledger: ledger(request.roundYear, country),
        hasContact: true,
        ...(request.text && { ownText: request.text }),
      });
    }
  }
  return { items, leftOut, batchId, countries };
}

/** Group and countries together, each once; all that are expected to report when neither is named. */
async function chosenCountries(
  tx: Tx,
  { group, countries }: ResendRequest,
  states: readonly ReportingState[],
): Promise<readonly string[]> {
  if (group === undefined && countries === undefined) {
    return states.filter((state) => state.obligated).map((state) => state.country);
  }
  const members = group === undefined ? [] : await membersOf(tx, group);
  return [...new Set([...members, ...(countries ?? [])])].sort();
}

async function membersOf(tx: Tx, group: string): Promise<readonly string[]> {
  const rows = await tx
    .select({ country: countryGroupMember.countryCode })
    .from(countryGroupMember)
    .where(eq(countryGroupMember.groupCode, group));
  if (rows.length === 0) throw new DomainError("not-found");
  return rows.map((row) => row.country);
}

function reasonToLeaveOut(state: ReportingState | undefined, people: readonly Recipient[]): LeftOutReason | null {
  switch (state?.status) {
    case "submitted":
      return "received";
    case "accepted":
    case "published":
    case "exempt":
      return state.status;
    default:
      if (state === undefined || !state.obligated) return "not_expected";
      return people.length === 0 ? "nobody_to_write_to" : null;
  }
}

function messagesOf(items: readonly NoticeToWrite[], context: ResendContext): readonly ResendMessage[] {
  return items.flatMap((item) =>
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
        ordinal: item.ledger.asks + 1,
        firstSentAt: item.ledger.firstAskAt,
      };
    }),
  );
}
