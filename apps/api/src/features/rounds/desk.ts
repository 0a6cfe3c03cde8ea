import type { CountryStatus } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { listActiveHolds } from "@avances/db/queries/hold-queries";
import { deadLettersByCountry } from "@avances/db/queries/mail-queries";
import { lastNotices } from "@avances/db/queries/notice-queries";
import { accountsWithPassword } from "@avances/db/queries/password-queries";
import { listDaysOff } from "@avances/db/queries/quiet-queries";
import { listDatesTold } from "@avances/db/queries/reporting-state-queries";
import type { ReportOfRound } from "@avances/db/queries/round-status-queries";
import type { RoundRow } from "@avances/db/queries/rows";
import { type ContactRow, listContacts } from "@avances/db/queries/user-queries";
import { contactRoles } from "@avances/domain/access";
import type { Country } from "@avances/domain/reference";
import { holdOf, localDate, readResult } from "@avances/domain/round";
import { isExempt } from "@avances/domain/submission";
import { loadLedger } from "@avances/notices";
import type { Deps } from "#deps.ts";
import { rememberedNextNotice } from "./remembered-next-notice.ts";

type Desk = NonNullable<CountryStatus["desk"]>;
type DeskReader = (row: ReportOfRound, country: Country, round: RoundRow) => Desk;

/** Contact, asks and delivery of every country, for the secretariat: read in eight statements, returned per country. */
export async function deskReader(deps: Pick<Deps, "db">, tx: Tx, year: number, now: Date): Promise<DeskReader> {
  const [people, ledger, told, last, deadLetters, daysOff, holds, withPassword] = await Promise.all([
    listContacts(tx, contactRoles),
    loadLedger(tx, [year]),
    listDatesTold(tx, year),
    lastNotices(tx, year),
    deadLettersByCountry(tx),
    listDaysOff(tx, now),
    listActiveHolds(tx, now),
    // Only another role may read passwords, so this uses another connection; it waits for nothing that is read here.
    deps.db.authQuery((auth) => accountsWithPassword(auth, contactRoles)),
  ]);
  const byCountry = Map.groupBy(people, (person) => person.countryCode);

  return (row, country, round) => {
    const own = byCountry.get(country.alpha3) ?? [];
    const focalPoints = own.filter((person) => person.role === contactRoles[0]);
    const contact = focalPoints.find((person) => withPassword.has(person.id)) ?? focalPoints[0] ?? own[0];
    const { asks, handled, lastCalendarNotice } = ledger(year, country.alpha3);
    const notice = last.get(country.alpha3);
    const { status, obligated, firstSubmittedAt, dueOn, returnDueOn } = row;
    const today = localDate(now, country.timeZone);
    const held = holdOf(holds, { roundYear: year, country: country.alpha3, today });
    const state = {
      status,
      obligated,
      exempt: isExempt(row),
      firstSubmittedAt,
      dueOn,
      returnDueOn,
      opensOn: round.opensOn,
      timeZone: country.timeZone,
      daysOff: daysOff(country.alpha3),
      heldUntil: held?.lastDay ?? null,
      handled,
      lastSentAt: lastCalendarNotice?.at ?? null,
      dueToldAt: told.get(row.id)?.due ?? row.extensionGrantedAt,
      returnToldAt: told.get(row.id)?.returned ?? row.returnedAt,
    };
    const next = rememberedNextNotice(row.id, state, now);
    return {
      focalPoint: contact === undefined ? null : { name: contact.displayName, address: contact.email },
      invitation: invitationOf(contact, withPassword),
      lastSignedInAt: latest(own.map((person) => person.lastSignedInAt)),
      asks,
      lastNotice: notice
        ? {
            step: notice.step,
            ordinal: notice.ordinal,
            sentAt: (notice.settledAt ?? notice.createdAt).toISOString(),
            state: notice.state,
            result: readResult(notice.result),
          }
        : null,
      nextNotice: next && { step: next.step, at: next.goesAt.toISOString() },
      hold: held
        ? { lastDay: held.lastDay, reason: held.reason, byName: held.createdByName, ofRound: held.countryCode === null }
        : null,
      deadLetters: deadLetters.get(country.alpha3) ?? 0,
    };
  };
}

function invitationOf(contact: ContactRow | undefined, withPassword: ReadonlySet<string>): Desk["invitation"] {
  if (contact === undefined) return "none";
  if (withPassword.has(contact.id) || contact.lastSignedInAt !== null) return "used";
  return contact.confirmedAt === null ? "awaiting_second_person" : "sent_not_used";
}

function latest(instants: readonly (Date | null)[]): string | null {
  const times = instants.flatMap((instant) => (instant === null ? [] : [instant.getTime()]));
  return times.length === 0 ? null : new Date(Math.max(...times)).toISOString();
}
