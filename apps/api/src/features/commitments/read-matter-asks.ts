import type { listMatterAsks as contract, ReplyOf } from "@avances/contracts";
import { listRequestsTo } from "@avances/db/queries/matter-request-queries";
import type { Actor } from "@avances/domain/access";
import { allow, found } from "#features/shared/allow.ts";
import type { CommitmentDeps } from "./commitment-view.ts";

/**
 * Every message about commitments to a country: a step or an act is one, however many people got it. Each commitment counts its own; none of them
 * is a request for a report. Another country is `not-found`.
 */
export async function listMatterAsks(
  deps: Pick<CommitmentDeps, "db" | "reference">,
  actor: Actor,
  country: string,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "notices.read");
  allow(actor, "notices.read", { country });
  found(deps.reference.countries.find(({ alpha3 }) => alpha3 === country));
  const rows = await deps.db.asActor(actor, (tx) => listRequestsTo(tx, country));
  const acts = Map.groupBy(rows, ({ matterId, step, anchorDate, batchId }) =>
    [matterId, step, anchorDate, batchId].join(" "),
  );
  const counts = new Map<string, number>();
  return {
    asks: [...acts.values()].flatMap((own) => {
      const [first] = own;
      if (first === undefined) return [];
      const { matterId, point, meeting, step, createdAt } = first;
      const nth = (counts.get(matterId) ?? 0) + 1;
      counts.set(matterId, nth);
      return [
        {
          ...{ matterId, point, meeting, step, nth, at: createdAt.toISOString() },
          recipients: own.map(({ recipient, state }) => ({ ...recipient, state })),
        },
      ];
    }),
  };
}
