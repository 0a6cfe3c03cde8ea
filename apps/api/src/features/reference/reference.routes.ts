import { getCatalogue, listCountries, listGroups, listRounds } from "@avances/contracts";
import { listRounds as selectRounds } from "@avances/db/queries/round-queries";
import { DomainError } from "@avances/domain/domain-error";
import type { Deps } from "#deps.ts";
import type { Mount } from "#http/handler.ts";
import { type Premade, type PremadeMount, premake } from "#http/premade.ts";

/** Catalogue, countries, groups and the calendar of rounds: for everybody. */
export function referenceRoutes(mount: Mount, mountPremade: PremadeMount, deps: Deps): void {
  const { catalogues, reference } = deps;
  const made = new Map<string, Premade>();
  mountPremade(getCatalogue, ({ query }) => {
    const version = query.version ?? catalogues.current.version;
    let premade = made.get(version);
    if (!premade) {
      premade = premake(catalogueOf(deps, version));
      made.set(version, premade);
    }
    return premade;
  });
  mount(listCountries, async () => ({ countries: [...reference.countries] }));
  mount(listGroups, async () => ({ groups: [...reference.groups] }));
  mount(listRounds, async () => ({ rounds: await deps.db.authQuery(selectRounds) }));
}

function catalogueOf({ catalogues }: Pick<Deps, "catalogues">, version: string) {
  try {
    return catalogues.version(version);
  } catch {
    throw new DomainError("not-found");
  }
}
