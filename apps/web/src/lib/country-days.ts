import type { getCountryDays, ResponseOf } from "@avances/contracts";
import { type DaysOff, daysOf } from "@avances/domain/round";
import { queryOptions } from "@tanstack/react-query";
import { call, operation } from "./api-client.ts";

export type CountryDays = ResponseOf<typeof getCountryDays>;

const read = operation<typeof getCountryDays>("GET", "/countries/:country/days-off");

/** The days of a country on which nothing goes out by itself; for the secretariat. */
export const countryDaysQuery = (country: string) =>
  queryOptions({
    queryKey: ["days-off", country],
    queryFn: ({ signal }) => call(read, { params: { country }, signal }),
  });

/** The same as a set: what counts now. */
export function daysOffOf({ holidays, periods }: CountryDays): DaysOff {
  const entered = periods.filter(({ kind, withdrawn }) => kind !== "works" && withdrawn === null);
  return new Set([...holidays.filter(({ kept }) => kept).map(({ day }) => day), ...entered.flatMap(daysOf)]);
}
