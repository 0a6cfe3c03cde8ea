import type { Part, Today } from "@avances/db/queries/list-pages";
import { lastPage, rowsOnPage } from "@avances/domain/network";
import { localDate } from "@avances/domain/round";
import type { Deps } from "#deps.ts";
import { clocksOf } from "./clocks.ts";

/** The rows of one page of a list, how many there are in all, and which page it is: the last one, if a later one was asked for. */
export async function onPage<Row>(
  asked: number,
  total: number,
  read: (part: Part) => Promise<readonly Row[]>,
): Promise<{ readonly rows: readonly Row[]; readonly total: number; readonly page: number }> {
  const page = Math.min(asked, lastPage(total));
  return { rows: await read({ limit: rowsOnPage, offset: (page - 1) * rowsOnPage }), total, page };
}

/** Which day it is now by the clocks of each country, and of where the Secretariat works. */
export function todayEverywhere(deps: Pick<Deps, "reference" | "config">, now: Date): Today {
  const day = localDate(now, clocksOf(deps, null));
  const days = new Map(deps.reference.countries.map(({ timeZone }) => [timeZone, localDate(now, timeZone)]));
  const others = deps.reference.countries.flatMap(({ alpha3, timeZone }) => {
    const there = days.get(timeZone) ?? day;
    return there === day ? [] : [[alpha3, there] as const];
  });
  return { day, elsewhere: Object.fromEntries(others) };
}

/** What is read and made of so many at once where a list is read whole: a statement takes no more values, and each is looked for among fewer. */
const atOnce = 500;

/** Makes something of all rows of a list, some at a time, in their order. */
export async function inTurns<Row, Made>(
  rows: readonly Row[],
  make: (some: readonly Row[]) => Promise<readonly Made[]>,
): Promise<readonly Made[]> {
  const made: Made[] = [];
  for (let from = 0; from < rows.length; from += atOnce) made.push(...(await make(rows.slice(from, from + atOnce))));
  return made;
}
