import type { Tx } from "@avances/db";
import { listDaysOff } from "@avances/db/queries/quiet-queries";
import type { SendingDays } from "@avances/domain/round";

/** The days of one country, in one round, on which nothing goes out by itself. */
export type Quiet = (roundYear: number, country: string) => Omit<SendingDays, "timeZone">;

/** Reads them for every country that the reader may know of. */
export async function loadQuiet(tx: Tx, now: Date): Promise<Quiet> {
  const daysOff = await listDaysOff(tx, now);
  return (_, country) => ({ daysOff: daysOff(country) });
}
