import type { Tx } from "@avances/db";
import { listHeldDays } from "@avances/db/queries/hold-queries";
import { listDaysOff } from "@avances/db/queries/quiet-queries";
import { holdOf, localDate, type SendingDays } from "@avances/domain/round";

/** On which days nothing of a round goes out by itself to a country. */
export type Quiet = (of: {
  readonly roundYear: number;
  readonly country: string;
  readonly timeZone: string;
}) => SendingDays;

/** Reads them for every country that the reader may know of; only the secretariat and the scheduler know what is held. */
export async function loadQuiet(tx: Tx, now: Date): Promise<Quiet> {
  const [daysOff, holds] = await Promise.all([listDaysOff(tx, now), listHeldDays(tx, now)]);
  return ({ roundYear, country, timeZone }) => {
    const today = localDate(now, timeZone);
    const heldUntil = holdOf(holds, { roundYear, country, today })?.lastDay ?? null;
    return { timeZone, daysOff: daysOff(country), heldUntil };
  };
}
