import type {
  BodyOf,
  ClosingPreview,
  closeRound as closeContract,
  ReplyOf,
  reopenRound as reopenContract,
} from "@avances/contracts";
import type { Tx } from "@avances/db";
import { wakeScheduler } from "@avances/db/queries/notice-queries";
import { findRound } from "@avances/db/queries/round-queries";
import type { RoundRow } from "@avances/db/queries/rows";
import { lockSubmissionsInRound } from "@avances/db/queries/submission-in-round-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { closesByItselfOn, closingFault, reopeningFault } from "@avances/domain/round";
import { type ClosingOfCountry, tellOfRound, whatClosingMeans } from "@avances/notices";
import type { Deps } from "#deps.ts";
import { actInPublic, type PublicDeps } from "#features/shared/act-in-public.ts";
import { allow, found } from "#features/shared/allow.ts";
import { roundView } from "#features/shared/round-view.ts";
import type { Idempotency } from "#http/handler.ts";
import { changeRound, lockRoundAsSeen, type SeenRound } from "./round-act.ts";

type Need = PublicDeps & Pick<Deps, "newId">;

/** What closing the round now would mean, by the planner itself. Changes nothing. */
export async function previewClosing(
  deps: Pick<Deps, "db" | "clock" | "reference">,
  actor: Actor,
  year: number,
): Promise<ClosingPreview> {
  allow(actor, "rounds.manage");
  const now = deps.clock.now();
  return deps.db.asActor(actor, async (tx) =>
    preview(deps, found(await findRound(tx, year)), await whatClosingMeans(tx, year, now), now),
  );
}

interface CloseRound extends SeenRound {
  readonly closing: BodyOf<typeof closeContract>;
  readonly idempotency: Idempotency;
}

/**
 * Closes a round before the day on which it closes by itself. From then on nothing more is asked of countries whose date has passed, and they stand as not
 * received; extensions stand. Whoever owes a first report is told. Refuses with `closing-refused` when it is not the time, and with `closing-changed` when
 * the countries or extensions are no longer those that were seen.
 */
export async function closeRound(
  deps: Need,
  actor: Actor,
  { closing, idempotency, ...seen }: CloseRound,
): Promise<ReplyOf<typeof closeContract>> {
  allow(actor, "rounds.manage");
  const now = deps.clock.now();
  return actInPublic(deps, actor, { idempotency, now }, async (tx) => {
    const round = await lockRoundAsSeen(tx, seen);
    const fault = closingFault(dated(round), now, zonesOf(deps));
    if (fault !== null) throw new DomainError("closing-refused", { fault });
    // A report that is sent at this moment arrived before the closing, or waits for it.
    await lockSubmissionsInRound(tx, round.year);
    const means = await whatClosingMeans(tx, round.year, now);
    if (!isAsSeen(means, closing)) {
      throw new DomainError("closing-changed", { current: preview(deps, round, means, now) });
    }
    const { reason, notReceived, extended } = closing;
    const changed = await changeRound(
      tx,
      round,
      {
        ...{ act: "closed", actor, now, reason },
        detail: {
          notReceived: [...notReceived].sort().join(" "),
          extended: extended
            .map(({ country, dueOn }) => `${country} ${dueOn}`)
            .sort()
            .join(", "),
        },
      },
      { closedAt: now },
    );
    await tell(tx, deps, actor, { roundYear: round.year, step: "round_closed", now });
    return roundView(changed);
  });
}

interface ReopenRound extends SeenRound {
  readonly reopening: BodyOf<typeof reopenContract>;
  readonly idempotency: Idempotency;
}

/** Takes the closing back, until the day on which the round closes by itself: its calendar goes on, and whoever owes a first report is told. */
export async function reopenRound(
  deps: Need,
  actor: Actor,
  { reopening: { reason }, idempotency, ...seen }: ReopenRound,
): Promise<ReplyOf<typeof reopenContract>> {
  allow(actor, "rounds.manage");
  const now = deps.clock.now();
  return actInPublic(deps, actor, { idempotency, now }, async (tx) => {
    const round = await lockRoundAsSeen(tx, seen);
    const fault = reopeningFault(dated(round), now, zonesOf(deps));
    if (fault !== null) throw new DomainError("closing-refused", { fault });
    const patch = { closedAt: null, reopenedAt: now };
    const changed = await changeRound(tx, round, { act: "reopened", actor, now, reason }, patch);
    await tell(tx, deps, actor, { roundYear: round.year, step: "round_reopened", now });
    return roundView(changed);
  });
}

async function tell(
  tx: Tx,
  { newId, config }: Need,
  actor: Actor,
  { now, ...what }: Parameters<typeof tellOfRound>[2] & { readonly now: Date },
): Promise<void> {
  await tellOfRound(tx, actor, what, { now, newId, config });
  await wakeScheduler(tx);
}

const dated = (round: RoundRow) => ({ ...round, closesByItselfOn: closesByItselfOn(round) });
const zonesOf = ({ reference }: Pick<Deps, "reference">) => reference.countries.map(({ timeZone }) => timeZone);

function isAsSeen(means: readonly ClosingOfCountry[], { notReceived, extended }: CloseRound["closing"]): boolean {
  const are = (standing: ClosingOfCountry["standing"]) =>
    means.filter((one) => one.standing === standing).map(({ state }) => state);
  const same = (one: readonly string[], other: readonly string[]) =>
    [...new Set(one)].sort().join() === [...new Set(other)].sort().join();
  return (
    same(
      are("not_received").map(({ country }) => country),
      notReceived,
    ) &&
    same(
      are("extended").map(({ country, dueOn }) => `${country} ${dueOn}`),
      extended.map(({ country, dueOn }) => `${country} ${dueOn}`),
    )
  );
}

function preview(
  deps: Pick<Deps, "reference">,
  round: RoundRow,
  means: readonly ClosingOfCountry[],
  now: Date,
): ClosingPreview {
  return {
    round: roundView(round),
    at: now.toISOString(),
    fault: closingFault(dated(round), now, zonesOf(deps)),
    mayReopen: reopeningFault(dated(round), now, zonesOf(deps)) === null,
    closesByItselfOn: closesByItselfOn(round),
    countries: means.map(({ state, standing, dropped, told }) => ({
      ...{ country: state.country, standing, status: state.status, dueOn: state.dueOn, returnDueOn: state.returnDueOn },
      ...state.progress,
      dropped: dropped.map(({ step, goesAt, needsConfirmation }) => ({
        step,
        at: goesAt.toISOString(),
        needsConfirmation,
      })),
      told: told.map(({ displayName }) => displayName),
    })),
  };
}
