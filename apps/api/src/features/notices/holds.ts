import type { BodyOf, holdReminders as holdContract, listHolds as listContract, ReplyOf } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import {
  type HoldRow,
  insertHold,
  liftHold as liftHoldRow,
  listHolds as listHoldRows,
  lockHolds,
} from "@avances/db/queries/hold-queries";
import { wakeScheduler } from "@avances/db/queries/notice-queries";
import { readReportOfRound } from "@avances/db/queries/report-of-round";
import { findRound } from "@avances/db/queries/round-queries";
import { listSubmissionsOfRound } from "@avances/db/queries/round-status-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { type HoldRange, holdRange, isWithin, localDate, rangeOfRound } from "@avances/domain/round";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { timeZoneOf } from "#features/shared/submission-summary.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";

type Holds = ReplyOf<typeof listContract>;
type Need = Pick<Deps, "db" | "clock" | "reference">;

/** What is or was held in a round, and how long the reminders of each country can be held. */
export async function listHolds(deps: Need, actor: Actor, year: number): Promise<Holds> {
  allow(actor, "notices.send");
  return deps.db.asActor(actor, (tx) => view(tx, deps, year));
}

/**
 * Holds the reminders of a country (null = of the whole round) until the end of a day. A hold of the same scope that counts is replaced. Refuses
 * with `hold-refused` a day that has passed or is after the last step of the calendar, and a country whose calendar is over.
 */
export async function holdReminders(
  deps: Need & Pick<Deps, "newId">,
  actor: Actor,
  year: number,
  { country, lastDay, reason }: BodyOf<typeof holdContract>,
  idempotency: Idempotency,
): Promise<Holds> {
  allow(actor, "notices.send");
  const now = deps.clock.now();
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      await lockHolds(tx, year);
      const { holds, ranges } = await view(tx, deps, year);
      const range = country === null ? rangeOfRound(ranges) : (ranges.find((one) => one.country === country) ?? null);
      if (range === null) throw new DomainError("hold-refused", { field: "country", earliest: null, latest: null });
      const { earliest, latest } = range;
      if (!isWithin(lastDay, range)) throw new DomainError("hold-refused", { field: "lastDay", earliest, latest });
      const by = { at: now, userId: actor.userId, name: actor.displayName, reason };
      for (const one of holds) if (one.counts && one.country === country) await liftHoldRow(tx, one.id, by);
      const id = deps.newId();
      await insertHold(tx, {
        ...{ id, roundYear: year, countryCode: country, lastDay, reason },
        ...{ createdAt: now, createdBy: actor.userId, createdByName: actor.displayName },
      });
      await appendAuditEvent(tx, {
        ...{ at: now, actor, action: "notices.held", objectType: "hold", objectId: id, countryCode: country },
        detail: { round: year, lastDay },
      });
      await wakeScheduler(tx);
      return view(tx, deps, year);
    }),
  );
}

/** Lifts a hold before its end. Refuses with `transition-refused` one that is not there, is of another round, or no longer counts. */
export async function liftHold(
  deps: Need,
  actor: Actor,
  { year, holdId }: { readonly year: number; readonly holdId: string },
  reason: string,
  idempotency: Idempotency,
): Promise<Holds> {
  allow(actor, "notices.send");
  const now = deps.clock.now();
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      await lockHolds(tx, year);
      const { holds } = await view(tx, deps, year);
      const present = holds.find(({ id, counts }) => id === holdId && counts);
      if (present === undefined) throw new DomainError("transition-refused");
      await liftHoldRow(tx, holdId, { at: now, userId: actor.userId, name: actor.displayName, reason });
      await appendAuditEvent(tx, {
        ...{ at: now, actor, action: "notices.hold-lifted", objectType: "hold", objectId: holdId },
        countryCode: present.country,
        detail: { round: year, lastDay: present.lastDay },
      });
      await wakeScheduler(tx);
      return view(tx, deps, year);
    }),
  );
}

async function view(tx: Tx, deps: Pick<Deps, "clock" | "reference">, year: number): Promise<Holds> {
  found(await findRound(tx, year));
  const now = deps.clock.now();
  const [rows, reports] = [await listHoldRows(tx, year), await listSubmissionsOfRound(tx, year)];
  const submissions = [...reports.values()].map(readReportOfRound);
  const todayIn = (country: string) => localDate(now, timeZoneOf(deps, country));
  const ranges = submissions.flatMap(({ countryCode, dueOn, returnDueOn }): HoldRange[] => {
    const range = holdRange({ today: todayIn(countryCode), dueOn, returnDueOn });
    return range === null ? [] : [{ country: countryCode, ...range }];
  });
  // A hold of the whole round counts as long as it is not over in one of its countries.
  const countries = submissions.map(({ countryCode }) => countryCode);
  const counts = ({ liftedAt, countryCode, lastDay }: HoldRow) =>
    liftedAt === null && (countryCode === null ? countries : [countryCode]).some((one) => todayIn(one) <= lastDay);
  return {
    ranges,
    holds: rows.map((row) => ({
      ...{ id: row.id, country: row.countryCode, lastDay: row.lastDay, reason: row.reason },
      ...{ at: row.createdAt.toISOString(), byName: row.createdByName, counts: counts(row) },
      lifted:
        row.liftedAt === null
          ? null
          : { at: row.liftedAt.toISOString(), byName: row.liftedByName ?? "", reason: row.liftedReason ?? "" },
    })),
  };
}
