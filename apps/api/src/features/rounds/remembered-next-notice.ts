import { type DaysOff, type NextNotice, type NoticeState, nextNotice } from "@avances/domain/round";
import { LRUCache } from "lru-cache";

interface Remembered {
  readonly since: number;
  readonly daysOff: DaysOff;
  readonly next: NextNotice | null;
}

const remembered = new LRUCache<string, Remembered>({ max: 2_000 });

/**
 * The domain's next notice, remembered until it is due or the country's state changes: computing fourteen dates in the zone of every
 * capital is expensive for each view of the board. The ledger only grows, so its size identifies its content.
 */
export function rememberedNextNotice(scope: string, state: NoticeState, now: Date): NextNotice | null {
  const { status, obligated, exempt, opensOn, dueOn, returnDueOn, handled } = state;
  const key = [
    scope,
    status,
    obligated,
    exempt,
    state.firstSubmittedAt === null,
    opensOn,
    dueOn,
    returnDueOn,
    state.dueToldAt?.getTime(),
    state.returnToldAt?.getTime(),
    handled.size,
    state.lastSentAt?.getTime(),
    state.heldUntil,
    state.promisedOn,
  ].join(" ");
  const known = remembered.get(key);
  const time = now.getTime();
  // The same days are the same set (`listDaysOff`).
  const isSameCalendar = known?.daysOff === state.daysOff;
  if (
    known !== undefined &&
    isSameCalendar &&
    time >= known.since &&
    (known.next === null || time < known.next.goesAt.getTime())
  ) {
    return known.next;
  }
  const next = nextNotice(state, now);
  remembered.set(key, { since: time, daysOff: state.daysOff, next });
  return next;
}
