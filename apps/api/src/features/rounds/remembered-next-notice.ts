import { type DaysOff, type NextNotice, type NoticeState, nextByItself, nextNotice } from "@avances/domain/round";
import { LRUCache } from "lru-cache";

interface Next {
  readonly next: NextNotice | null;
  /** The next that leaves without anybody's act: the same, unless that one needs a person. */
  readonly byItself: NextNotice | null;
}

interface Remembered extends Next {
  readonly since: number;
  readonly daysOff: DaysOff;
}

/** What waits for a person could leave at any minute of the sending hours; which minute that is nobody needs to know. */
const isFreshProposal = ({ since, next }: Remembered, time: number) =>
  next?.needsConfirmation === true && time - since < 60_000;

const remembered = new LRUCache<string, Remembered>({ max: 2_000 });

/**
 * The domain's next notice, remembered until it is due or the country's state changes: computing fourteen dates in the zone of every
 * capital is expensive for each view of the board. The ledger only grows, so its size identifies its content.
 */
export function rememberedNextNotice(scope: string, state: NoticeState, now: Date): Next {
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
    state.closedAt?.getTime(),
    state.reopenedAt?.getTime(),
    state.dueToldAt?.getTime(),
    state.returnToldAt?.getTime(),
    handled.size,
    state.lastSentAt?.getTime(),
    state.heldUntil,
    state.promisedOn,
    [...state.confirmation.needed].join(),
    [...state.confirmation.decided].join(),
  ].join(" ");
  const known = remembered.get(key);
  const time = now.getTime();
  // The same days are the same set (`listDaysOff`).
  const isSameCalendar = known?.daysOff === state.daysOff;
  if (
    known !== undefined &&
    isSameCalendar &&
    time >= known.since &&
    (known.next === null || time < known.next.goesAt.getTime() || isFreshProposal(known, time))
  ) {
    return known;
  }
  const next = nextNotice(state, now);
  const found = { next, byItself: next?.needsConfirmation ? nextByItself(state, now) : next };
  remembered.set(key, { since: time, daysOff: state.daysOff, ...found });
  return found;
}
