import { createHash } from "node:crypto";
import type { Tx } from "@avances/db";
import { insertMails } from "@avances/db/queries/mail-queries";
import { wakeScheduler } from "@avances/db/queries/notice-queries";
import type { SectionRow, UserRow } from "@avances/db/queries/rows";
import { countFailure } from "@avances/db/queries/throttle-queries";
import { DomainError } from "@avances/domain/domain-error";
import { sectionEndsAt, sectionLinkDays } from "@avances/domain/submission";
import { type GivenBackAnswer, type SectionChanges, sectionLinkMail } from "@avances/notices";
import { insertNewTicket } from "#accounts/queue-account-mail.ts";
import type { Deps } from "#deps.ts";

interface Ticket {
  readonly id: string;
  readonly expiresAt: Date;
}

/** A fresh link to a section; older ones stop working. It never works longer than the section is open. */
export async function newSectionTicket(
  tx: Tx,
  deps: Pick<Deps, "config" | "newId">,
  { section, user, now, timeZone }: { section: SectionRow; user: UserRow; now: Date; timeZone: string },
): Promise<Ticket> {
  const expiresAt = new Date(
    Math.min(now.valueOf() + sectionLinkDays * 86_400_000, sectionEndsAt(section, timeZone).valueOf()),
  );
  const { id } = await insertNewTicket(tx, deps, "section_link", user.id, now, expiresAt);
  return { id, expiresAt };
}

/** Queues a message with a link to a section, to the stored address. Replies go to `inviter`, where it is known. */
export async function queueSectionMail(
  tx: Tx,
  { newId, config }: Pick<Deps, "config" | "newId">,
  {
    section,
    user,
    ticket,
    inviter,
    referenceYear,
    now,
    givenBack,
    changes,
  }: {
    readonly section: SectionRow;
    readonly user: UserRow;
    readonly ticket: Ticket;
    readonly inviter: Pick<UserRow, "email" | "endedAt"> | undefined;
    readonly referenceYear: number;
    readonly now: Date;
    /** The answer that is given back; absent when the section is asked for. */
    readonly givenBack?: GivenBackAnswer;
    /** What was changed in what is asked. */
    readonly changes?: SectionChanges;
  },
): Promise<void> {
  const { mailFrom, demonstration } = config;
  await insertMails(tx, [
    await sectionLinkMail(tx, {
      ...{ id: newId(), user, now, mailFrom, demonstration },
      ...{ ticketId: ticket.id, expiresAt: ticket.expiresAt, referenceYear },
      asked: section.indicators.length,
      dueOn: section.dueOn,
      isHandedIn: section.handedInAt !== null,
      note: section.note,
      invitedByName: section.invitedByName,
      ...(givenBack && { givenBack }),
      ...(changes && { changes }),
      replyTo: inviter === undefined || inviter.endedAt !== null ? null : inviter.email,
    }),
  ]);
  await wakeScheduler(tx);
}

const windowMs = 86_400_000;
const linksADay = 5;

/** Counts a link that somebody sends to a section, as `app_auth`. Throws `too-many-attempts` beyond five in one day. */
export async function takeSectionLink(tx: Tx, actorId: string, sectionId: string, now: Date): Promise<void> {
  const left = await untilNextLink(tx, actorId, sectionId, now);
  if (left > 0) throw new DomainError("too-many-attempts", { retryAfterSeconds: Math.ceil(left / 1000) });
}

/** The same for a message that is left out when there were too many: is there one left? */
export async function hasSectionLinkLeft(tx: Tx, actorId: string, sectionId: string, now: Date): Promise<boolean> {
  return (await untilNextLink(tx, actorId, sectionId, now)) === 0;
}

/** Milliseconds until the next link may be sent; 0 = now. */
async function untilNextLink(tx: Tx, actorId: string, sectionId: string, now: Date): Promise<number> {
  const key = `section:${createHash("sha256").update(`${actorId} ${sectionId}`).digest("base64url")}`;
  const { failures, windowStartedAt } = await countFailure(tx, key, now, windowMs);
  return failures > linksADay ? Math.max(1, windowStartedAt.valueOf() + windowMs - now.valueOf()) : 0;
}
