/** What the scheduler does: it plans what is due, and sends what was written. */
export const schedulerParts = ["planner", "sender"] as const;
export type SchedulerPart = (typeof schedulerParts)[number];

/** When a part last got through its work, in whichever process; absent = never on this database. */
export type Heartbeats = Partial<Readonly<Record<SchedulerPart, Date>>>;

export interface SchedulerPulse {
  /** `late`: at least one part has not got through its work for too long. `never`: one has not said yet that it has. */
  readonly state: "working" | "late" | "never";
  /** When the part that is further behind last got through; null with `never`. */
  readonly lastAt: Date | null;
}

/** Each part works once a minute. Two minutes missed are chance; with what a page takes to ask, nobody waits longer than three to learn of more. */
const lateAfterMs = 140_000;

/** Was this said within the last minutes? Of a time far after `now`, told by a wrong clock, nobody knows. */
export function isRecent(at: Date, now: Date): boolean {
  return Math.abs(now.getTime() - at.getTime()) <= lateAfterMs;
}

/**
 * Is everything done that goes by itself? A last time far after `now` was told by a clock that is wrong: whether it still works, nobody knows, so it
 * counts as late.
 */
export function schedulerPulse(beats: Heartbeats, now: Date): SchedulerPulse {
  const times = schedulerParts.map((part) => beats[part]?.getTime());
  if (times.some((time) => time === undefined)) return { state: "never", lastAt: null };
  const known = times as number[];
  const isLate = known.some((time) => !isRecent(new Date(time), now));
  return { state: isLate ? "late" : "working", lastAt: new Date(Math.min(...known)) };
}
