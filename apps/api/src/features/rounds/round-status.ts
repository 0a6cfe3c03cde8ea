import type { CountryStatus, getRoundStatus, ReplyOf } from "@avances/contracts";
import { lastly } from "@avances/db";
import { findRound } from "@avances/db/queries/round-queries";
import { listEarlierReports, listSubmissionsOfRound } from "@avances/db/queries/round-status-queries";
import type { RoundRow } from "@avances/db/queries/rows";
import { type Actor, isOfSecretariat, scopeOf, seesAssignedOnly } from "@avances/domain/access";
import { closesByItselfOn, closesOn, localDate } from "@avances/domain/round";
import { roundTally } from "@avances/domain/submission";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { clocksOf } from "#features/shared/clocks.ts";
import { roundView } from "#features/shared/round-view.ts";
import { type DeskFacts, deskReader, readDeskFacts } from "./desk.ts";
import { historyOf } from "./remembered-history.ts";
import { statusOf } from "./remembered-status.ts";

/** How many earlier rounds are shown beside the present one. */
const roundsBefore = 5;

/**
 * The late monitor: every expected country of a round, its state and how late it is, with its last rounds. Contact and asks are
 * for the secretariat alone; a contributor sees its own country, as other countries see it. No figure of any answer is read here.
 */
export async function roundStatus(
  deps: Pick<Deps, "db" | "clock" | "catalogues" | "reference" | "config">,
  actor: Actor,
  year: number,
): Promise<ReplyOf<typeof getRoundStatus>> {
  allow(actor, "status-board.read");
  const now = deps.clock.now();
  const isDesk = isOfSecretariat(actor.role);
  const day = new Date(now.getTime() - (now.getTime() % 86_400_000));
  const question = `board of ${year} on ${day.toISOString()}`;
  // Nothing is decided about what is read, so the end of the transaction goes with the questions (decision 29).
  const kept = await deps.db.asActorUnlessWritten(actor, question, async (tx): Promise<Kept> => {
    const [round, reports, earlier, facts] = await lastly(tx, () =>
      Promise.all([
        findRound(tx, year),
        listSubmissionsOfRound(tx, year),
        listEarlierReports(tx, year - roundsBefore, year - 1),
        isDesk ? readDeskFacts(deps, tx, year, day) : null,
      ]),
    );
    return { round, reports, earlier, facts, drawn: null };
  });
  if (kept.drawn !== null && kept.drawn.from <= now && now < kept.drawn.until) return kept.drawn.board;
  const board = Object.freeze(drawBoard(deps, actor, kept, now));
  kept.drawn = { board, from: now, until: untilAnythingChanges(board, kept, now) };
  return board;
}

type Board = ReplyOf<typeof getRoundStatus>;

interface Kept {
  readonly round: RoundRow | undefined;
  readonly reports: ReadonlyMap<string, string>;
  readonly earlier: ReadonlyMap<string, string>;
  readonly facts: DeskFacts | null;
  /** The board that was last drawn from it. */
  drawn: { readonly board: Board; readonly from: Date; readonly until: Date } | null;
}

function drawBoard(
  deps: Pick<Deps, "catalogues" | "reference" | "config">,
  actor: Actor,
  { round: maybeRound, reports, earlier, facts }: Kept,
  now: Date,
): Board {
  const round = found(maybeRound);
  const desk = facts && deskReader(facts, round.year, now);
  const isOwn = scopeOf(actor.role, "status-board.read") === "own";
  const expected = deps.catalogues.version(round.catalogueVersion).indicators.length;
  const countries = deps.reference.countries.flatMap((country): CountryStatus[] => {
    const text = reports.get(country.alpha3);
    if (text === undefined || (isOwn && country.alpha3 !== actor.country)) return [];
    const { report, status } = statusOf(text, country, expected, now);
    const history = historyOf(earlier.get(country.alpha3), country.timeZone, now);
    if (desk !== null) return [{ ...status, history, desk: desk(report, country, round) }];
    // A contributor learns of the own country what other countries learn: of the report, only the own part is shown to them elsewhere.
    const readsAll = country.alpha3 === actor.country && !seesAssignedOnly(actor.role);
    return [readsAll ? { ...status, history } : forOthers({ ...status, history })];
  });
  const clocks = clocksOf(deps, actor.country);
  const generatedAt = now.toISOString();
  const days = { closesOn: closesOn(round, clocks), closesByItselfOn: closesByItselfOn(round) };
  return {
    round: roundView(round),
    ...days,
    generatedAt,
    today: localDate(now, clocks),
    counts: roundTally(countries),
    countries,
  };
}

/**
 * Until when a board would be drawn the same if nothing is written: at most the minute in which it says that it was drawn (days begin with
 * one), and not beyond the instant at which a step or a reminder that was set is due, or an invitation runs out.
 */
function untilAnythingChanges({ countries }: Board, { facts }: Kept, now: Date): Date {
  const steps = countries.flatMap(({ desk }) => [
    ...[desk?.nextNotice?.at, desk?.nextNotice?.thenAt],
    ...[desk?.scheduled?.at, desk?.scheduled?.leavesAt],
  ]);
  const instants = [
    ...steps.flatMap((at) => (typeof at === "string" ? [Date.parse(at)] : [])),
    ...[...(facts?.access.invitedUntil.values() ?? [])].map((until) => until.getTime()),
  ].filter((instant) => instant > now.getTime());
  return new Date(Math.min(now.getTime() - (now.getTime() % 60_000) + 60_000, ...instants));
}

/** What other countries, the region and a contributor see: state, dates, days late. Progress and reasons stay with who reads the whole report, and the Secretariat. */
function forOthers(status: CountryStatus): CountryStatus {
  return { ...status, extensionReason: null, exemptReason: null, answered: null, lastActivityAt: null };
}
