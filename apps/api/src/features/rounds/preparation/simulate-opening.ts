import type { ReplyOf, readPlannedMail as readContract, simulateOpening as simulateContract } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { listPreparations } from "@avances/db/queries/preparation-queries";
import { insertRound } from "@avances/db/queries/round-queries";
import { insertSubmissions, renewSubmissions } from "@avances/db/queries/submission-queries";
import type { Actor } from "@avances/domain/access";
import { areRoundDates, type CalendarStep, isCalendarDate, referencePeriodOf } from "@avances/domain/round";
import { plannedLetters, plannedMails } from "@avances/notices";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";

type Need = Pick<Deps, "db" | "clock" | "newId" | "reference" | "catalogues" | "config">;

/** Every message of the calendar of a round as it is prepared, if no country sent its report. */
export async function simulateOpening(
  deps: Need,
  actor: Actor,
  year: number,
): Promise<ReplyOf<typeof simulateContract>> {
  allow(actor, "rounds.manage");
  const now = deps.clock.now();
  const mails = await asIfOpened(deps, actor, { year, now }, (tx) => plannedMails(tx, year, now));
  return { mails: (mails ?? []).map((mail) => ({ ...mail, at: mail.at.toISOString(), to: [...mail.to] })) };
}

/** One of these messages as each of its readers would get it. */
export async function readPlannedMail(
  deps: Need,
  actor: Actor,
  { year, country, step }: { readonly year: number; readonly country: string; readonly step: CalendarStep },
): Promise<ReplyOf<typeof readContract>> {
  allow(actor, "rounds.manage");
  const now = deps.clock.now();
  const config = { ...deps.config, ticketKey: deps.config.secrets.ticketKey };
  const letters = await asIfOpened(deps, actor, { year, now }, (tx) =>
    plannedLetters(tx, { roundYear: year, country, step }, { now, newId: deps.newId, config }),
  );
  return {
    letters: [...(letters ?? [])],
  };
}

/** Carries what was read out of a transaction that must not be committed. */
class Undone<T> extends Error {
  readonly read: T;

  constructor(read: T) {
    super("undone");
    this.read = read;
  }
}

/**
 * Opens the round as it is prepared, reads, and undoes everything: what is read is what the planner itself would do, and nothing of it stays. Null when
 * the plan has no possible dates, or the year has a round. Refuses with `not-found` what nobody prepares.
 */
async function asIfOpened<T>(
  deps: Need,
  actor: Actor,
  { year, now }: { readonly year: number; readonly now: Date },
  read: (tx: Tx) => Promise<T>,
): Promise<T | null> {
  try {
    return await deps.db.asActor(actor, async (tx) => {
      const { document: plan } = found((await listPreparations(tx)).find((row) => row.year === year));
      const { opensOn, dueOn, obligatedGroup, signatureRequired } = plan;
      if (![opensOn, dueOn].every(isCalendarDate) || !areRoundDates(year, { opensOn, dueOn })) return null;
      const round = await insertRound(tx, {
        ...{ year, catalogueVersion: deps.catalogues.current.version, ...referencePeriodOf(year), opensOn, dueOn },
        ...{ obligatedGroup, signatureRequired, openedAt: now, openedBy: actor.userId },
      });
      if (round === undefined) return null;
      const rows = deps.reference.countries.map(({ alpha3 }) => ({
        ...{ id: deps.newId(), roundYear: year, countryCode: alpha3, dueOn, status: "not_started" as const },
        obligated: plan.obligatedCountries.includes(alpha3),
      }));
      // Of a round that was cancelled the rows are still there.
      await (round.revision > 1 ? renewSubmissions(tx, rows) : insertSubmissions(tx, rows));
      throw new Undone(await read(tx));
    });
  } catch (error) {
    if (error instanceof Undone) return error.read as T;
    throw error;
  }
}
