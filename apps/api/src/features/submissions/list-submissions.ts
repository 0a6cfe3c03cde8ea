import {
  type listSubmissions as listContract,
  type QueryOf,
  type ReplyOf,
  submissionsOnPage,
} from "@avances/contracts";
import { listSubmissionsInRounds } from "@avances/db/queries/submission-in-round-queries";
import { type Actor, can, seesAssignedOnly } from "@avances/domain/access";
import type { Deps } from "#deps.ts";
import { allow, seesIndicator } from "#features/shared/allow.ts";
import { answeredFor } from "#features/shared/own-proposals.ts";
import { submissionSummary } from "#features/shared/submission-summary.ts";

/**
 * The submissions the actor may open, newest round first: those of the own country, or of all for the secretariat, one page at a time. A
 * position in the list is a round and a country, so it stays valid whatever is added or removed.
 */
export async function listSubmissions(
  deps: Pick<Deps, "db" | "clock" | "catalogues" | "reference">,
  actor: Actor,
  { round, country, after }: QueryOf<typeof listContract>,
): Promise<ReplyOf<typeof listContract>> {
  allow(actor, "submission.read");
  // The status board shows that other countries' reports exist, but their list is not open to this reader.
  if (country !== undefined && !can(actor, "submission.read", { country }).allowed)
    return { submissions: [], next: null };
  const now = deps.clock.now();
  const { rows, answered } = await deps.db.asActor(actor, async (tx) => {
    const listed = await listSubmissionsInRounds(tx, {
      year: round,
      country: country ?? actor.country ?? undefined,
      after: after === undefined ? undefined : readPlace(after),
      limit: submissionsOnPage + 1,
    });
    // Of earlier reports, a section link reads what was said about its answers, and opens none of them.
    const rows = listed.filter(({ id }) => actor.section === undefined || id === actor.section.submissionId);
    const answered = new Map<string, number>();
    if (seesAssignedOnly(actor.role))
      for (const row of rows) answered.set(row.id, await answeredFor(tx, deps, actor, row));
    return { rows, answered };
  });
  const page = rows.slice(0, submissionsOnPage);
  const last = rows.length > page.length ? page.at(-1) : undefined;
  const mine = page.filter((row) => can(actor, "submission.read", { country: row.countryCode }).allowed);
  return {
    submissions: mine.map((row) => ({
      ...submissionSummary(deps, row, now),
      // A contributor learns how much of the own part is answered, and nothing of the rest.
      ...(answered.has(row.id) && {
        answered: answered.get(row.id) ?? 0,
        expected: deps.catalogues
          .version(row.round.catalogueVersion)
          .indicators.filter(({ code }) => seesIndicator(actor, code)).length,
      }),
    })),
    next: last === undefined ? null : `${last.roundYear}-${last.countryCode}`,
  };
}

function readPlace(text: string): { readonly roundYear: number; readonly countryCode: string } {
  const [year = "", countryCode = ""] = text.split("-");
  return { roundYear: Number(year), countryCode };
}
