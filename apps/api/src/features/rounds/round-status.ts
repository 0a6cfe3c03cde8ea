import type { CountryStatus, getRoundStatus, ReplyOf } from "@avances/contracts";
import { lastly } from "@avances/db";
import { findRound } from "@avances/db/queries/round-queries";
import { listEarlierReports, listSubmissionsOfRound } from "@avances/db/queries/round-status-queries";
import { type Actor, isOfSecretariat, scopeOf } from "@avances/domain/access";
import { closesByItselfOn, closesOn } from "@avances/domain/round";
import { roundTally } from "@avances/domain/submission";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { roundView } from "#features/shared/round-view.ts";
import { deskReader } from "./desk.ts";
import { historyOf } from "./remembered-history.ts";
import { statusOf } from "./remembered-status.ts";

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
  const [maybeRound, reports, earlier, desk] = await deps.db.asActor(actor, (tx) =>
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
  const isOwn = scopeOf(actor.role, "status-board.read") === "own";
  const expected = deps.catalogues.version(round.catalogueVersion).indicators.length;
  const countries = deps.reference.countries.flatMap((country): CountryStatus[] => {
    const text = reports.get(country.alpha3);
    if (text === undefined || (isOwn && country.alpha3 !== actor.country)) return [];
    const { report, status } = statusOf(text, country, expected, now);
    const history = historyOf(earlier.get(country.alpha3), country.timeZone, now);
    if (desk !== null) return [{ ...status, history, desk: desk(report, country, round) }];
    return [country.alpha3 === actor.country ? { ...status, history } : forOthers({ ...status, history })];
  });
  const generatedAt = now.toISOString();
  const days = { closesOn: closesOn(round), closesByItselfOn: closesByItselfOn(round) };
  return { round: roundView(round), ...days, generatedAt, counts: roundTally(countries), countries };
}

/** What other countries and the region see: state, dates, days late. Progress and reasons for moved dates stay with country and secretariat. */
function forOthers(status: CountryStatus): CountryStatus {
  return { ...status, extensionReason: null, exemptReason: null, answered: null, lastActivityAt: null };
}
