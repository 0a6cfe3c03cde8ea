import type { Tx } from "@avances/db";
import { settledKind } from "@avances/db/queries/instance-queries";
import { insertMails, listMailedSince } from "@avances/db/queries/mail-queries";
import { listDaysOff } from "@avances/db/queries/quiet-queries";
import { type ContactToCheck, listContactsToCheck, markContactAsked } from "@avances/db/queries/recipient-queries";
import { listCountries } from "@avances/db/queries/reference-queries";
import { insertTicket } from "@avances/db/queries/ticket-queries";
import { contactCheckDays, contactCheckDue, contactCheckLinkDays } from "@avances/domain/access";
import { secretariatSeat } from "@avances/domain/network";
import { localDate, maySend } from "@avances/domain/round";
import { ticketMail } from "../letters/account-mails.ts";
import { ticketHash, ticketToken } from "../letters/ticket.ts";
import { reasonOf } from "../reason-of.ts";
import type { DigestDeps } from "./digests.ts";
import type { SectionDeps } from "./section-reminders.ts";

const day = 86_400_000;

interface CheckDeps extends SectionDeps {
  readonly config: SectionDeps["config"] & Pick<DigestDeps["config"], "secretariatCountry">;
}

/** So many in one run; the others follow a minute later. */
const atOnce = 50;

/**
 * Asks everybody whose entry nobody has confirmed for a year whether it is still right, each with an own link. In the sending hours and on working
 * days of the person's country (of the secretariat's without one), and never on a day on which the person got another message. As safe to run as
 * `planRound`: of two schedulers one writes down that it asked, and the other finds that.
 */
export async function planContactChecks(deps: CheckDeps): Promise<{ readonly queued: number }> {
  const now = deps.clock.now();
  const [due, kind] = await deps.db.asWorker((tx) =>
    Promise.all([dueContacts(tx, deps.config.secretariatCountry ?? secretariatSeat, now), settledKind(tx)]),
  );
  const demonstration = kind === "demonstration";
  let queued = 0;
  for (const contact of due) {
    try {
      queued += Number(await deps.db.asWorker((tx) => ask(tx, { ...deps, demonstration, now }, contact)));
    } catch (error) {
      deps.log.error({ user: contact.user.id, reason: reasonOf(error) }, "a person could not be asked");
    }
  }
  return { queued };
}

async function dueContacts(tx: Tx, seat: string, now: Date): Promise<readonly ContactToCheck[]> {
  const contacts = await listContactsToCheck(tx, new Date(now.getTime() - contactCheckDays * day), atOnce);
  if (contacts.length === 0) return [];
  const daysOff = await listDaysOff(tx, now);
  const office = (await listCountries(tx)).find(({ alpha3 }) => alpha3 === seat)?.timeZone;
  const mailed = await listMailedSince(
    tx,
    contacts.map(({ user }) => user.id),
    new Date(now.getTime() - 2 * day),
  );
  return contacts.filter(({ user, timeZone: own }) => {
    const timeZone = own ?? office;
    if (timeZone === undefined) throw new Error(`The secretariat works in no known country: ${seat}`);
    const days = { timeZone, daysOff: daysOff(user.countryCode ?? seat) };
    const last = mailed.get(user.id);
    const isFree = last === undefined || localDate(last, timeZone) < localDate(now, timeZone);
    return contactCheckDue(user, now) && isFree && maySend(now, days);
  });
}

interface Asking extends SectionDeps {
  readonly demonstration: boolean;
  readonly now: Date;
}

async function ask(tx: Tx, { newId, config, demonstration, now }: Asking, { user }: ContactToCheck): Promise<boolean> {
  if (!(await markContactAsked(tx, user, now))) return false;
  const ticketId = newId();
  const expiresAt = new Date(now.getTime() + contactCheckLinkDays * day);
  const tokenHash = ticketHash(ticketToken(config.ticketKey, ticketId));
  await insertTicket(tx, {
    id: ticketId,
    kind: "contact_check",
    userId: user.id,
    tokenHash,
    createdAt: now,
    expiresAt,
  });
  const { mailFrom, desk } = config;
  await insertMails(tx, [
    await ticketMail(tx, "contact_check", {
      ...{ id: newId(), user, now, mailFrom, demonstration, desk, ticketId, expiresAt },
    }),
  ]);
  return true;
}
