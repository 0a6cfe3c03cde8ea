import type { AsksOfCountry } from "@avances/contracts";
import type { Actor } from "@avances/domain/access";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { readAsksOf } from "#features/shared/read-asks-of.ts";

type Need = Pick<Deps, "db" | "clock" | "reference">;

/** The requests to one country and its answers; of another country `not-found`. */
export async function readAsks(deps: Need, actor: Actor, country: string): Promise<AsksOfCountry> {
  allow(actor, "notices.read");
  allow(actor, "notices.read", { country });
  const place = found(deps.reference.countries.find(({ alpha3 }) => alpha3 === country));
  const [asks] = await deps.db.asActor(actor, (tx) => readAsksOf(tx, [place], country, deps.clock.now()));
  return found(asks);
}
