import { randomBytes } from "node:crypto";
import type { getOwnSettings, makeCalendar as makeContract, ReplyOf } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { endFeed, findFeedOf, setWantsDigest, writeFeed } from "@avances/db/queries/calendar-queries";
import { findUser } from "@avances/db/queries/user-queries";
import type { Actor } from "@avances/domain/access";
import { digestOf } from "@avances/domain/round";
import { ticketHash } from "@avances/notices";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { feedOf, showsMeetings } from "./calendar-feed.ts";

type Need = Pick<Deps, "db" | "clock" | "config">;
type Settings = ReplyOf<typeof getOwnSettings>;

/** What the person has chosen about calendar and mails. */
export async function ownSettings(deps: Pick<Deps, "db">, actor: Actor): Promise<Settings> {
  allow(actor, "session.own");
  return deps.db.asAuth((tx) => settingsOf(tx, actor));
}

/** Wants the digest, or not. */
export async function chooseDigest(deps: Need, actor: Actor, wanted: boolean): Promise<Settings> {
  allow(actor, "own-digest.choose");
  return deps.db.asAuth(async (tx) => {
    await setWantsDigest(tx, actor.userId, wanted);
    await record(tx, deps, actor, wanted ? "digest.wanted" : "digest.ended");
    return settingsOf(tx, actor);
  });
}

/** Makes the own calendar, or gives it another address. Only its hash is kept, so the address is said once. */
export async function makeCalendar(deps: Need, actor: Actor): Promise<ReplyOf<typeof makeContract>> {
  allow(actor, "own-calendar.make");
  const token = randomBytes(32).toString("base64url");
  return deps.db.asAuth(async (tx) => {
    const before = await findFeedOf(tx, actor.userId);
    await writeFeed(tx, { userId: actor.userId, tokenHash: ticketHash(token), createdAt: deps.clock.now() });
    await record(tx, deps, actor, before === undefined ? "calendar.made" : "calendar.renewed");
    return {
      address: `${deps.config.publicUrl}/calendar/${token}.ics`,
      settings: await settingsOf(tx, actor),
    };
  });
}

/** Ends the own calendar; nothing happens when there is none. */
export async function endCalendar(deps: Need, actor: Actor): Promise<Settings> {
  allow(actor, "session.own");
  return deps.db.asAuth(async (tx) => {
    if (await endFeed(tx, actor.userId)) await record(tx, deps, actor, "calendar.ended");
    return settingsOf(tx, actor);
  });
}

async function settingsOf(tx: Tx, { userId, role }: Actor): Promise<Settings> {
  const [person, feed] = [found(await findUser(tx, userId)), await findFeedOf(tx, userId)];
  return {
    calendar: {
      ...{ offered: feedOf(role), showsMeetings: showsMeetings(role) },
      feed: feed === undefined ? null : { since: feed.createdAt.toISOString() },
    },
    digest: { offered: digestOf(role), wanted: person.wantsDigest },
  };
}

async function record(tx: Tx, { clock }: Need, actor: Actor, action: string): Promise<void> {
  const { userId: objectId, country: countryCode } = actor;
  await appendAuditEvent(tx, { at: clock.now(), actor, action, objectType: "user", objectId, countryCode });
}
