import { type OpeningStep, openingSteps } from "@avances/domain/round";

/** The part of the address of the page of rounds that a preparation stands at: `prepare-2027-dates`. */
export function preparing(year: number, step: OpeningStep): string {
  return `prepare-${year}-${step}`;
}

/** The year and step of such a part; null for any other. */
export function preparedAt(hash: string): { readonly year: number; readonly step: OpeningStep } | null {
  const found = /^prepare-(20\d\d|2100)-([a-z]+)$/.exec(hash);
  const step = openingSteps.find((one) => one === found?.[2]);
  return found === null || step === undefined ? null : { year: Number(found[1]), step };
}
