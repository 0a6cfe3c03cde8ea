import { setTimeout as wait } from "node:timers/promises";
import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import type { UserRow } from "@avances/db/queries/rows";
import { findSectionOfPerson, type LinkableSection, listSectionsByAddress } from "@avances/db/queries/section-queries";
import { insertSession } from "@avances/db/queries/session-queries";
import { consumeTicket, findOpenTicket, findOpenTicketOf } from "@avances/db/queries/ticket-queries";
import { findUser, recordSignIn } from "@avances/db/queries/user-queries";
import { DomainError } from "@avances/domain/domain-error";
import { addDays, localDate, referenceYear } from "@avances/domain/round";
import { sectionEndsAt, sectionGraceDays } from "@avances/domain/submission";
import { ticketHash } from "@avances/notices";
import { normaliseAddress } from "#accounts/normalise-address.ts";
import type { Deps } from "#deps.ts";
import { newSectionTicket, queueSectionMail } from "#features/shared/section-mail.ts";
import { timeZoneOf } from "#features/shared/submission-summary.ts";
import { issueRefreshToken, type SessionGrant, sessionHours } from "./session-tokens.ts";
import { takeLinkMail, takeResetRequest } from "./throttle.ts";

const kind = "section_link";
const alwaysMs = 250;

export interface OpenedSection extends SessionGrant {
  readonly user: UserRow;
  readonly submissionId: string;
}

/**
 * Uses a link to a section, which works once: opens a session that is limited to it and ends with it. Throws `ticket-refused` for a link that is
 * used, void or expired, and for a section that was taken back or is closed.
 */
export async function openSectionLink(
  deps: Pick<Deps, "db" | "clock" | "newId" | "reference">,
  { token }: { readonly token: string },
): Promise<OpenedSection> {
  const now = deps.clock.now();
  const tokenHash = ticketHash(token);
  const sessionId = deps.newId();
  return deps.db.asAuth(async (tx) => {
    const user = await findOpenTicket(tx, tokenHash, kind, now);
    const section = user?.sectionId == null ? undefined : await findSectionOfPerson(tx, user.sectionId);
    if (user === undefined || section === undefined) throw new DomainError("ticket-refused");
    const endsAt = sectionEndsAt(section, timeZoneOf(deps, section.countryCode));
    // Of two simultaneous requests, the second finds it used.
    if (now >= endsAt || !(await consumeTicket(tx, tokenHash, kind, now))) throw new DomainError("ticket-refused");
    const longest = now.valueOf() + sessionHours * 3_600_000;
    await insertSession(tx, {
      id: sessionId,
      userId: user.id,
      createdAt: now,
      lastUsedAt: now,
      absoluteExpiresAt: new Date(Math.min(longest, endsAt.valueOf())),
    });
    await recordSignIn(tx, user.id, now);
    await appendAuditEvent(tx, {
      at: now,
      actor: { userId: user.id, role: user.role, country: user.countryCode },
      action: "section.opened",
      objectType: "section",
      objectId: section.id,
      countryCode: section.countryCode,
    });
    const refreshToken = await issueRefreshToken(tx, sessionId, now);
    return { user, submissionId: section.submissionId, sessionId, userId: user.id, refreshToken };
  });
}

/**
 * Queues a link to each section that this address was asked for and that is still open. While an earlier link works, that one is sent again, so
 * that nobody can spoil a link on its way. The caller learns nothing: the reply is the same and takes the same time, whether or not the
 * address is known. Throws `too-many-attempts` for a network address that asks too often.
 */
export async function requestSectionLink(
  deps: Pick<Deps, "db" | "clock" | "config" | "newId" | "reference">,
  { email, ip }: { readonly email: string; readonly ip: string },
): Promise<void> {
  const end = wait(alwaysMs);
  const now = deps.clock.now();
  await takeResetRequest(deps, ip, now);
  await deps.db.asAuth(async (tx) => {
    // A day more than needed, whatever the zone; what is closed is left out by its own clocks below.
    const since = addDays(localDate(now, "UTC"), -sectionGraceDays - 2);
    for (const each of await listSectionsByAddress(tx, normaliseAddress(email), since))
      await sendLink(tx, deps, each, now);
  });
  await end;
}

async function sendLink(
  tx: Tx,
  deps: Pick<Deps, "config" | "newId" | "reference">,
  { section, user, round }: LinkableSection,
  now: Date,
): Promise<void> {
  const timeZone = timeZoneOf(deps, section.countryCode);
  if (now >= sectionEndsAt(section, timeZone)) return;
  const ticket =
    (await findOpenTicketOf(tx, user.id, kind, now)) ??
    (await newSectionTicket(tx, deps, { section, user, now, timeZone }));
  if (!(await takeLinkMail(tx, ticket.id, now))) return;
  const inviter = await findUser(tx, section.invitedBy);
  await queueSectionMail(tx, deps, { section, user, ticket, inviter, referenceYear: referenceYear(round), now });
  await appendAuditEvent(tx, {
    at: now,
    actor: null,
    action: "section.link-requested",
    objectType: "section",
    objectId: section.id,
    countryCode: section.countryCode,
  });
}
