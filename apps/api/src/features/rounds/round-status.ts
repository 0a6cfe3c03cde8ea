import type { CountryStatus, getRoundStatus, ReplyOf } from "@avances/contracts";
import { lastly } from "@avances/db";
import { findRound } from "@avances/db/queries/round-queries";
import {
  listEarlierReports,
  listSubmissionsOfRound,
  type ReportOfRound,
} from "@avances/db/queries/round-status-queries";
import { type Actor, isOfSecretariat, scopeOf } from "@avances/domain/access";
import type { Country } from "@avances/domain/reference";
import { isExempt, roundTally } from "@avances/domain/submission";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { timelinessOf } from "#features/shared/remembered-timeliness.ts";
import { deskReader } from "./desk.ts";
import { historyOf } from "./remembered-history.ts";

/** How many earlier rounds are shown beside the present one. */
const roundsBefore = 5;

/**
 * The late monitor: every expected country of a round, its state and how late it is, with its last rounds. Contact and asks are
 * for the secretariat alone; a contributor sees its own country. No figure of any answer is read here.
 */
export async function roundStatus(
  deps: Pick<Deps, "db" | "clock" | "catalogues" | "reference">,
  actor: Actor,
  year: number,
): Promise<ReplyOf<typeof getRoundStatus>> {
  allow(actor, "status-board.read");
  const now = deps.clock.now();
  const isDesk = isOfSecretariat(actor.role);
  // Nothing is decided about what is read, so the end of the transaction goes with the questions (decision 29).
  const [maybeRound, rows, earlier, desk] = await deps.db.asActor(actor, (tx) =>
    lastly(tx, () =>
      Promise.all([
        findRound(tx, year),
        listSubmissionsOfRound(tx, year),
        listEarlierReports(tx, year - roundsBefore, year - 1),
        isDesk ? deskReader(deps, tx, year, now) : null,
      ]),
    ),
  );
  const round = found(maybeRound);
  const mine =
    scopeOf(actor.role, "status-board.read") === "own" ? rows.filter((row) => row.countryCode === actor.country) : rows;
  const expected = deps.catalogues.version(round.catalogueVersion).indicators.length;
  const byCountry = new Map(mine.map((row) => [row.countryCode, row]));
  const countries = deps.reference.countries.flatMap((country) => {
    const current = byCountry.get(country.alpha3);
    if (current === undefined) return [];
    const history = historyOf(earlier.get(country.alpha3), country.timeZone, now);
    const status = countryStatus(country, current, history, expected, now);
    if (desk !== null) return [Object.assign(status, { desk: desk(current, country, round) })];
    return [country.alpha3 === actor.country ? status : forOthers(status)];
  });
  return { round, generatedAt: now.toISOString(), counts: roundTally(countries), countries };
}

/** What other countries and the region see: state, dates, days late. Progress and reasons for moved dates stay with country and secretariat. */
function forOthers(status: CountryStatus): CountryStatus {
  return { ...status, extensionReason: null, exemptReason: null, answered: null, lastActivityAt: null };
}

function countryStatus(
  country: Country,
  row: ReportOfRound,
  history: CountryStatus["history"],
  expected: number,
  now: Date,
): CountryStatus {
  const exempt = isExempt(row);
  return {
    country: country.alpha3,
    name: country.name,
    timeZone: country.timeZone,
    submissionId: row.id,
    obligated: row.obligated,
    exempt,
    status: row.status,
    timeliness: timelinessOf({ ...row, exempt }, country.timeZone, now),
    dueOn: row.dueOn,
    extended: row.extensionGrantedAt !== null,
    extensionReason: row.extensionReason,
    returnDueOn: row.returnDueOn,
    exemptReason: row.exemptReason,
    answered: row.answeredCount,
    expected,
    firstSubmittedAt: isoOrNull(row.firstSubmittedAt),
    submittedAt: isoOrNull(row.submittedAt),
    lastActivityAt: isoOrNull(row.lastActivityAt),
    version: row.version,
    revision: row.revision,
    history,
  };
}

function isoOrNull(instant: Date | null): string | null {
  return instant?.toISOString() ?? null;
}
