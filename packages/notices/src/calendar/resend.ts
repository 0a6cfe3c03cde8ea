import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { insertNoticeBatch, lockReminders } from "@avances/db/queries/notice-queries";
import type { Actor, Role } from "@avances/domain/access";
import { type Language, regionFirst } from "@avances/domain/catalogue";
import { DomainError } from "@avances/domain/domain-error";
import { readBody } from "../letters/mail-body.ts";
import { refuseAskedMeanwhile, type SeenCountry } from "./asked-meanwhile.ts";
import { messageFor, type NoticeToWrite, ordinalOf, type WritingConfig } from "./message.ts";
import { type Choice, chooseResend, type ResendCountry, type ResendRequest } from "./resend-choice.ts";
import { writeNotices } from "./write.ts";

export interface ResendMessage {
  readonly country: string;
  readonly recipient: string;
  readonly role: Role;
  readonly address: string;
  readonly language: Language;
  readonly subject: string;
  readonly bodyText: string;
  readonly ordinal: number;
}

export interface Resend {
  readonly batchId: string | null;
  readonly messages: readonly ResendMessage[];
  readonly countries: readonly ResendCountry[];
  readonly leftOut: Choice["leftOut"];
  /** The versions of the secretariat's words in these messages, each once, in a fixed order; built-in words are none. */
  readonly wordings: readonly string[];
}

/** What the preview showed. */
export interface Seen {
  readonly countries: readonly SeenCountry[];
  /** `wordings` of the preview; undefined = whoever sends does not compare. */
  readonly wordings: readonly string[] | undefined;
}

export interface ResendContext {
  readonly now: Date;
  readonly newId: () => string;
  readonly config: WritingConfig;
}

/** Every message that would be sent, with its full text and address, and who is left out and why. Sends nothing. */
export async function previewResend(
  tx: Tx,
  actor: Actor,
  request: ResendRequest,
  context: ResendContext,
): Promise<Resend> {
  return resendOf(await chooseResend(tx, actor, request, context), null, context);
}

/**
 * Queues the same messages as one act of this person, with one audit event per country. `seen` is what the preview showed; a country missing
 * there counts as never asked. Throws `nothing-to-send`, `asked-meanwhile` if a country has been asked since, and `words-changed` if the
 * words of the messages have been edited since.
 */
export async function sendResend(
  tx: Tx,
  actor: Actor,
  request: ResendRequest,
  { countries: seen, wordings: seenWords }: Seen,
  context: ResendContext,
): Promise<Resend & { readonly batchId: string }> {
  await lockReminders(tx, request.roundYear);
  const chosen = await chooseResend(tx, actor, request, context);
  const { items, leftOut, batchId, countries } = chosen;
  if (items.length === 0) throw new DomainError("nothing-to-send", { leftOut });
  await refuseAskedMeanwhile(tx, items, seen);
  const resend = resendOf(chosen, batchId, context);
  if (seenWords !== undefined && [...seenWords].sort().join() !== resend.wordings.join())
    throw new DomainError("words-changed");
  await insertNoticeBatch(tx, {
    id: batchId,
    roundYear: request.roundYear,
    groupCode: request.group ?? null,
    countries: [...countries],
    ownText: regionFirst
      .map((language) => request.text?.[language])
      .filter((text) => text?.trim())
      .join("\n\n"),
    createdAt: context.now,
    createdBy: actor.userId,
    createdByName: actor.displayName,
  });
  await writeNotices(tx, items, context);
  // Sent one after another without waiting: a reminder to every country of the world is two hundred events.
  await Promise.all(
    items.map((item) =>
      appendAuditEvent(tx, {
        at: context.now,
        actor,
        action: "notices.resent",
        objectType: "notice_batch",
        objectId: batchId,
        countryCode: item.state.country,
        detail: { round: request.roundYear, recipients: item.people.length, ordinal: ordinalOf(item) },
      }),
    ),
  );
  return { ...resend, batchId };
}

function resendOf({ items, facts, leftOut }: Choice, batchId: string | null, context: ResendContext): Resend {
  const { messages, wordings } = readable(items, context);
  return { batchId, messages, countries: facts, leftOut, wordings };
}

/** What would be written to each person, as it will be read; what only the country may read is left out. */
export function readableMessages(items: readonly NoticeToWrite[], context: ResendContext): readonly ResendMessage[] {
  return readable(items, context).messages;
}

/** The same, with the versions of the secretariat's own words that it is made with. */
function readable(items: readonly NoticeToWrite[], context: ResendContext) {
  const wordings = new Set<string>();
  const messages = items.flatMap((item) =>
    item.people.map((person) => {
      const ids = { mailId: context.newId(), noticeId: context.newId() };
      const { subject, bodyText, wordingId } = messageFor(item, person, ids, context.now, context.config);
      if (wordingId) wordings.add(wordingId);
      return {
        country: item.state.country,
        recipient: person.displayName,
        role: person.role,
        address: person.email,
        language: person.language,
        subject,
        bodyText: readBody(bodyText, person.language),
        ordinal: ordinalOf(item),
      };
    }),
  );
  return { messages, wordings: [...wordings].sort() };
}
