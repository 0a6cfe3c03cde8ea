import { DomainError } from "@avances/domain/domain-error";
import { faultsOfWording, tidyWording, type Wording } from "@avances/domain/wording";
import type { Deps } from "#deps.ts";
import type { Which } from "./read-templates.ts";

/** The words as they are kept. Refuses with `wording-refused` and every fault at its part. */
export function soundWords({ reference }: Pick<Deps, "reference">, { kind }: Which, typed: Wording): Wording {
  const words = tidyWording(typed);
  const countryNames = reference.countries.flatMap(({ name }) => Object.values(name));
  const faults = faultsOfWording(words, { kind, countryNames });
  if (faults.length > 0) throw new DomainError("wording-refused", { faults });
  return words;
}
