import type { CountryStatus } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { listLastAnswers } from "@avances/db/queries/exchange-queries";
import { deadLettersByCountry } from "@avances/db/queries/mail-queries";
import { lastNotices } from "@avances/db/queries/notice-queries";
import { accountsWithPassword } from "@avances/db/queries/password-queries";
import { listDatesTold } from "@avances/db/queries/reporting-state-queries";
import type { ReportOfRound } from "@avances/db/queries/round-status-queries";
import type { RoundRow } from "@avances/db/queries/rows";
import { type ContactRow, listContacts } from "@avances/db/queries/user-queries";
import { contactRoles } from "@avances/domain/access";
import type { Country } from "@avances/domain/reference";
import { readResult, remindedFrom } from "@avances/domain/round";
import { isExempt } from "@avances/domain/submission";
import { loadLedger, timesAsked } from "@avances/notices";
import type { Deps } from "#deps.ts";
import { rememberedNextNotice } from "./remembered-next-notice.ts";

type Desk = NonNullable<CountryStatus["desk"]>;
type DeskReader = (row: ReportOfRound, country: Country, round: RoundRow) => Desk;

/** Contact, asks and delivery of every country, for the secretariat: read in eight statements, returned per country. */
export async function deskReader(deps: Pick<Deps, "db">, tx: Tx, year: number, now: Date): Promise<DeskReader> {
  const [people, ledger, told, last, deadLetters, answers, withPassword] = await Promise.all([
    listContacts(tx, contactRoles),
    loadLedger(tx, [year]),
    listDatesTold(tx, year),
    lastNotices(tx, year),
    deadLettersByCountry(tx),
    listLastAnswers(tx, [year]),
    // Only another role may read passwords, so this uses another connection; it waits for nothing that is read here.
    deps.db.authQuery((auth) => accountsWithPassword(auth, contactRoles)),
  ]);
  const answerOf = new Map(answers.map((answer) => [answer.country, answer]));
  const byCountry = Map.groupBy(people, (person) => person.countryCode);

  return (row, country, round) => {
    const own = byCountry.get(country.alpha3) ?? [];
    const focalPoints = own.filter((person) => person.role === contactRoles[0]);
    const contact = focalPoints.find((person) => withPassword.has(person.id)) ?? focalPoints[0] ?? own[0];
    const asked = ledger(year, country.alpha3);
    const { handled, lastCalendarNotice } = asked;
    const notice = last.get(country.alpha3);
    const { status, obligated, firstSubmittedAt, dueOn, returnDueOn } = row;
    const state = {
      status,
      obligated,
      exempt: isExempt(row),
      firstSubmittedAt,
      dueOn,
      returnDueOn,
      opensOn: round.opensOn,
      timeZone: country.timeZone,
      handled,
      lastSentAt: lastCalendarNotice?.at ?? null,
      dueToldAt: told.get(row.id)?.due ?? row.extensionGrantedAt,
      returnToldAt: told.get(row.id)?.returned ?? row.returnedAt,
    };
    const answer = answerOf.get(country.alpha3);
    const next = rememberedNextNotice(row.id, state, remindedFrom(asked.promisedOn, country.timeZone, now));
    return {
      focalPoint: contact === undefined ? null : { name: contact.displayName, address: contact.email },
      invitation: invitationOf(contact, withPassword),
      lastSignedInAt: latest(own.map((person) => person.lastSignedInAt)),
      asks: timesAsked(asked),
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
      lastAnswer: answer
        ? { channel: answer.channel, day: answer.happenedOn, said: answer.said, promisedOn: answer.promisedOn }
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
