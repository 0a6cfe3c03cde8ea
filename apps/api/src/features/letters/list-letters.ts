import type { listLetters as listContract, ReplyOf } from "@avances/contracts";
import { listLetters as selectLetters } from "@avances/db/queries/letter-queries";
import { findRound } from "@avances/db/queries/round-queries";
import type { Actor } from "@avances/domain/access";
import { countriesToWriteTo } from "@avances/notices";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { letterView } from "./letter-view.ts";

/** The letters of a round, the newest first, and to which countries one can be written now, with which texts. */
export async function listLetters(
  deps: Pick<Deps, "db" | "clock" | "reference">,
  actor: Actor,
  year: number,
): Promise<ReplyOf<typeof listContract>> {
  allow(actor, "notices.send");
  const now = deps.clock.now();
  return deps.db.asActor(actor, async (tx) => {
    found(await findRound(tx, year));
    const letters = await selectLetters(tx, { roundYear: year });
    const countries = await countriesToWriteTo(tx, year, now);
    return {
      letters: letters.map((one) => letterView(deps, one)),
      countries: countries.map(({ people, ...one }) => ({
        ...one,
        people: people.map(({ displayName: name, salutation }) => ({ name, salutation: salutation ?? null })),
      })),
    };
  });
}
