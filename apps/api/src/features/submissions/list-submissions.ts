import type { listSubmissions as listContract, QueryOf, ReplyOf } from "@avances/contracts";
import { listSubmissionsInRounds } from "@avances/db/queries/submission-in-round-queries";
import { type Actor, can } from "@avances/domain/access";
import type { Deps } from "#deps.ts";
import { allow } from "#reporting/allow.ts";
import { submissionSummary } from "#reporting/submission-summary.ts";

/** The submissions the actor may open, newest round first: of the own country, or of all for the secretariat. */
export async function listSubmissions(
  deps: Pick<Deps, "db" | "clock" | "catalogues" | "reference">,
  actor: Actor,
  { round, country }: QueryOf<typeof listContract>,
): Promise<ReplyOf<typeof listContract>> {
  allow(actor, "submission.read");
  const now = deps.clock.now();
  return deps.db.asActor(actor, async (tx) => {
    const rows = await listSubmissionsInRounds(tx, { year: round, country: country ?? actor.country ?? undefined });
    const mine = rows.filter((row) => can(actor, "submission.read", { country: row.countryCode }).allowed);
    return { submissions: mine.map((row) => submissionSummary(deps, row, now)) };
  });
}
