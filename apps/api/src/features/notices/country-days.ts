import type { BodyOf, enterCountryDays as enterContract, getCountryDays, ReplyOf } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { wakeScheduler } from "@avances/db/queries/notice-queries";
import {
  insertQuietPeriod,
  listQuietPeriods,
  lockQuietPeriods,
  withdrawQuietPeriod,
} from "@avances/db/queries/quiet-queries";
import { listHolidays } from "@avances/db/queries/reference-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { type CalendarDate, daysOf, localDate, quietFault } from "@avances/domain/round";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";

type Days = ReplyOf<typeof getCountryDays>;
type Need = Pick<Deps, "db" | "clock" | "reference">;

/** The days of a country on which nothing goes out by itself: its listed holidays, and what the secretariat has entered. */
export async function countryDays(deps: Need, actor: Actor, country: string): Promise<Days> {
  allow(actor, "notices.send");
  const today = todayIn(deps, country);
  return deps.db.asActor(actor, (tx) => view(tx, country, today));
}

/**
 * Enters days of a country. Reminders that are due on them leave on the next day on which something may. Refuses with `days-refused` and the
 * field a day that has passed or is far away, and a holiday that is listed already, or is not.
 */
export async function enterCountryDays(
  deps: Need & Pick<Deps, "newId">,
  actor: Actor,
  country: string,
  days: BodyOf<typeof enterContract>,
  idempotency: Idempotency,
): Promise<Days> {
  allow(actor, "notices.send");
  const now = deps.clock.now();
  const today = todayIn(deps, country);
  const { kind, firstDay, lastDay, reason } = days;
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      await lockQuietPeriods(tx, country);
      const { holidays, periods } = await view(tx, country, today);
      const entered = periods.filter((one) => one.withdrawn === null && one.kind === "holiday").flatMap(daysOf);
      const listed = holidays.filter((one) => one.kept).map(({ day }) => day);
      // Only a listed holiday can turn out to be worked on; what was entered is withdrawn.
      const fault = quietFault(days, today, new Set(kind === "works" ? listed : [...listed, ...entered]));
      if (fault !== null) throw new DomainError("days-refused", { ...fault });
      const id = deps.newId();
      await insertQuietPeriod(tx, {
        ...{ id, countryCode: country, kind, firstDay, lastDay, reason },
        ...{ createdAt: now, createdBy: actor.userId, createdByName: actor.displayName },
      });
      await appendAuditEvent(tx, {
        ...{
          at: now,
          actor,
          action: "days-off.entered",
          objectType: "quiet_period",
          objectId: id,
          countryCode: country,
        },
        detail: { kind, firstDay, lastDay },
      });
      await wakeScheduler(tx);
      return view(tx, country, today);
    }),
  );
}

/** Withdraws days that were entered: from now on they no longer count. Refuses with `transition-refused` what is not there or was withdrawn before. */
export async function withdrawCountryDays(
  deps: Need,
  actor: Actor,
  { country, periodId }: { readonly country: string; readonly periodId: string },
  reason: string,
  idempotency: Idempotency,
): Promise<Days> {
  allow(actor, "notices.send");
  const now = deps.clock.now();
  const today = todayIn(deps, country);
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      await lockQuietPeriods(tx, country);
      const own = (await listQuietPeriods(tx, country)).find(({ id }) => id === periodId);
      const by = { at: now, userId: actor.userId, name: actor.displayName, reason };
      const withdrawn = own && (await withdrawQuietPeriod(tx, periodId, by));
      if (withdrawn === undefined) throw new DomainError("transition-refused");
      const { kind, firstDay, lastDay } = withdrawn;
      await appendAuditEvent(tx, {
        ...{ at: now, actor, action: "days-off.withdrawn", objectType: "quiet_period", objectId: periodId },
        countryCode: country,
        detail: { kind, firstDay, lastDay },
      });
      await wakeScheduler(tx);
      return view(tx, country, today);
    }),
  );
}

/** Refuses a country that is no member. */
function todayIn({ clock, reference }: Pick<Deps, "clock" | "reference">, country: string): CalendarDate {
  const { timeZone } = found(reference.countries.find(({ alpha3 }) => alpha3 === country));
  return localDate(clock.now(), timeZone);
}

async function view(tx: Tx, country: string, today: CalendarDate): Promise<Days> {
  const [holidays, periods] = [await listHolidays(tx, country), await listQuietPeriods(tx, country)];
  const works = new Set(
    periods.filter(({ kind, withdrawnAt }) => kind === "works" && withdrawnAt === null).flatMap(daysOf),
  );
  return {
    ...{ country, today },
    holidays: holidays.map(({ day, name, source, computed }) => ({
      day,
      name,
      source,
      computed,
      kept: !works.has(day),
    })),
    periods: periods.map(({ id, kind, firstDay, lastDay, reason, createdAt, createdByName, ...row }) => ({
      ...{ id, kind, firstDay, lastDay, reason },
      at: createdAt.toISOString(),
      byName: createdByName,
      withdrawn:
        row.withdrawnAt === null
          ? null
          : {
              at: row.withdrawnAt.toISOString(),
              byName: row.withdrawnByName ?? "",
              reason: row.withdrawnReason ?? "",
            },
    })),
  };
}
