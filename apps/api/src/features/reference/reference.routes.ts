import { getCatalogue, getWorkingCatalogue, listCountries, listGroups, listRounds } from "@avances/contracts";
import { listRounds as selectRounds } from "@avances/db/queries/round-queries";
import type { RoundRow } from "@avances/db/queries/rows";
import { type Actor, can } from "@avances/domain/access";
import { type Language, workingCatalogue } from "@avances/domain/catalogue";
import { DomainError } from "@avances/domain/domain-error";
import { hasOpened } from "@avances/domain/round";
import type { Deps } from "#deps.ts";
import { roundView } from "#features/shared/round-view.ts";
import type { Mount } from "#http/handler.ts";
import type { PremadeMount } from "#http/mount-premade.ts";
import { type Premade, premakePlain } from "#http/premade.ts";

/** Catalogue, countries, groups and the calendar of rounds: for everybody. */
export function referenceRoutes(mount: Mount, mountPremade: PremadeMount, deps: Deps): void {
  const { catalogues, reference } = deps;
  const made = new Map<string, Premade>();
  mountPremade(getCatalogue, ({ query }) => {
    const version = query.version ?? catalogues.current.version;
    let premade = made.get(version);
    if (!premade) {
      premade = premakePlain(JSON.stringify(catalogueOf(deps, version)));
      made.set(version, premade);
    }
    return premade;
  });
  const working = new Map<Language, Premade>();
  mountPremade(getWorkingCatalogue, ({ params: { lang } }) => {
    const premade = working.get(lang) ?? premakePlain(JSON.stringify(workingCatalogue(catalogues.current, lang)));
    working.set(lang, premade);
    return premade;
  });
  mount(listCountries, async () => ({ countries: [...reference.countries] }));
  mount(listGroups, async () => ({ groups: [...reference.groups] }));
  mount(listRounds, async ({ actor }) => ({
    rounds: visibleRounds(deps, actor, await deps.db.authQuery(selectRounds)).map(roundView),
  }));
}

/** A round that has not opened is shown only to people who may read the state of rounds. */
function visibleRounds(
  { clock, reference }: Pick<Deps, "clock" | "reference">,
  actor: Actor | null,
  rounds: readonly RoundRow[],
): RoundRow[] {
  if (can(actor, "status-board.read").allowed) return [...rounds];
  const zones = reference.countries.map(({ timeZone }) => timeZone);
  return rounds.filter((round) => hasOpened(round, clock.now(), zones));
}

function catalogueOf({ catalogues }: Pick<Deps, "catalogues">, version: string) {
  try {
    return catalogues.version(version);
  } catch {
    throw new DomainError("not-found");
  }
}
