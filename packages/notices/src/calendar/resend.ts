import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { refusedAmong } from "@avances/db/queries/mail-reply-queries";
import { insertNoticeBatch, lockReminders } from "@avances/db/queries/notice-queries";
import type { Actor, Role } from "@avances/domain/access";
import { type Language, regionFirst } from "@avances/domain/catalogue";
import { DomainError } from "@avances/domain/domain-error";
import { readBody } from "../letters/mail-body.ts";
import { refuseAskedMeanwhile, type SeenCountry } from "./asked-meanwhile.ts";
import { messageFor, type NoticeToWrite, type OwnText, ordinalOf, type WritingConfig } from "./message.ts";
import { type Choice, chooseResend, type ResendCountry, type ResendRequest } from "./resend-choice.ts";
import { refuseOtherWords } from "./wordings.ts";
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
  /** Mail servers have refused the address: the message is given up when it leaves. */
  readonly isRefused: boolean;
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
  return resendOf(tx, await chooseResend(tx, actor, request, context), null, context);
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
  const resend = await resendOf(tx, chosen, batchId, context);
  refuseOtherWords(resend.wordings, seenWords);
  await insertNoticeBatch(tx, {
    id: batchId,
    roundYear: request.roundYear,
    groupCode: request.group ?? null,
    countries: [...countries],
    ...ownWords(request.text),
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

/** The secretariat's own words, as an act of resending keeps them. */
export function ownWords(texts: OwnText = {}): { readonly ownText: string; readonly ownTexts: OwnText } {
  const written = regionFirst.flatMap((language) => (texts[language]?.trim() ? [texts[language]] : []));
  return { ownText: written.join("\n\n"), ownTexts: texts };
}

async function resendOf<Batch extends string | null>(
  tx: Tx,
  { items, facts, leftOut }: Choice,
  batchId: Batch,
  context: ResendContext,
): Promise<Resend & { readonly batchId: Batch }> {
  const { messages, wordings } = await readable(tx, items, context);
  return { batchId, messages, countries: facts, leftOut, wordings };
}

/** `now`: when each is written. */
export type ReadingContext = Omit<ResendContext, "now"> & { readonly now: Date | ((item: NoticeToWrite) => Date) };

/** What would be written to each person, as it will be read; what only the country may read is left out. */
export async function readableMessages(
  tx: Tx,
  items: readonly NoticeToWrite[],
  context: ReadingContext,
): Promise<readonly ResendMessage[]> {
  return (await readable(tx, items, context)).messages;
}

/** The same, with the versions of the secretariat's own words that it is made with. */
async function readable(tx: Tx, items: readonly NoticeToWrite[], context: ReadingContext) {
  const addresses = new Set(items.flatMap(({ people }) => people.map(({ email }) => email)));
  const refused = await refusedAmong(tx, [...addresses]);
  const wordings = new Set<string>();
  const { now } = context;
  const messages = items.flatMap((item) =>
    item.people.map((person) => {
      const ids = { mailId: context.newId(), noticeId: context.newId() };
      const { subject, bodyText, wordingId } = messageFor(
        ...([item, person, ids] as const),
        typeof now === "function" ? now(item) : now,
        context.config,
      );
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
        isRefused: refused.has(person.email),
      };
    }),
  );
  return { messages, wordings: [...wordings].sort() };
}
