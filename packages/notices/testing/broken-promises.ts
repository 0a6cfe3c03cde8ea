import { type CalendarDate, localClock } from "@avances/domain/round";

/*
 * What a message about a report may never do, asked of what really arrived at a mail server, with facts that the engine does not keep: the test has them
 * itself. So a fault of the engine cannot excuse itself.
 */

/** A message that a mail server took. */
export interface Arrival {
  readonly at: Date;
  readonly messageId: string;
  readonly person: string;
  readonly country: string;
  readonly year: number;
  /** The step, and the date or act it belongs to. */
  readonly about: string;
}

/** What the test knows of the country at an instant. */
export interface WhatIsSo {
  readonly timeZone: (country: string) => string;
  /** Is this day a holiday of the country, or kept quiet? */
  readonly isOff: (country: string, day: CalendarDate) => boolean;
  readonly isHeld: (year: number, country: string, at: Date) => boolean;
  /** Is its report with the secretariat? */
  readonly isReceived: (year: number, country: string, at: Date) => boolean;
}

export const promises = ["twice", "held", "received", "night"] as const;
export type BrokenPromise = (typeof promises)[number];

/** Each promise that an arrival breaks, in the order of arrival. `twice`: the same message, or the same step, or a second one on the day. */
export function brokenPromises(
  arrivals: readonly Arrival[],
  facts: WhatIsSo,
): readonly { readonly promise: BrokenPromise; readonly arrival: Arrival }[] {
  const seen = new Set<string>();
  return arrivals.flatMap((arrival) => {
    const { at, messageId, person, country, year, about } = arrival;
    const [day = "", time = ""] = localClock(at, facts.timeZone(country)).split(" ");
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    const keys = [messageId, `${person} ${year} ${country} ${about}`, `${person} ${year} ${country} on ${day}`];
    const broken: Readonly<Record<BrokenPromise, boolean>> = {
      twice: keys.some((key) => seen.has(key)),
      held: facts.isHeld(year, country, at),
      received: facts.isReceived(year, country, at),
      night: time < "09:00" || time >= "18:00" || weekday % 6 === 0 || facts.isOff(country, day),
    };
    for (const key of keys) seen.add(key);
    return promises.filter((promise) => broken[promise]).map((promise) => ({ promise, arrival }));
  });
}
