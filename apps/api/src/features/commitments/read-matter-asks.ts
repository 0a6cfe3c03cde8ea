import type { listMatterAsks as contract, ReplyOf } from "@avances/contracts";
import { listRequestsTo } from "@avances/db/queries/matter-request-queries";
import { listProgressRequestsTo } from "@avances/db/queries/progress-request-queries";
import type { Actor } from "@avances/domain/access";
import { allow, found } from "#features/shared/allow.ts";
import type { CommitmentDeps } from "./commitment-view.ts";

/**
 * Every message about commitments to a country, and every request for its progress: a step or an act is one, however many people got it. Each
 * commitment and each meeting counts its own; none of them is a request for a report. Another country is `not-found`.
 */
export async function listMatterAsks(
  deps: Pick<CommitmentDeps, "db" | "reference">,
  actor: Actor,
  country: string,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "notices.read");
  allow(actor, "notices.read", { country });
  found(deps.reference.countries.find(({ alpha3 }) => alpha3 === country));
  const { rows, progress } = await deps.db.asActor(actor, async (tx) => ({
    rows: await listRequestsTo(tx, country),
    progress: await listProgressRequestsTo(tx, country),
  }));
  const acts = Map.groupBy(rows, ({ matterId, step, anchorDate, batchId }) =>
    [matterId, step, anchorDate, batchId].join(" "),
  );
  const counts = new Map<string, number>();
  return {
    progress: progressAsks(progress),
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

/** Requests for progress: a step or an act is one, each meeting counts its own. */
function progressAsks(rows: Awaited<ReturnType<typeof listProgressRequestsTo>>): ReplyOf<typeof contract>["progress"] {
  const counts = new Map<string, number>();
  const acts = Map.groupBy(rows, ({ request: { meetingId, step, dayKnownAt, batchId } }) =>
    [meetingId, step, dayKnownAt.toISOString(), batchId].join(" "),
  );
  return [...acts.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const { meetingId, meetingOn, step, createdAt } = first.request;
    const nth = (counts.get(meetingId) ?? 0) + 1;
    counts.set(meetingId, nth);
    return [
      {
        ...{ meetingId, meeting: { body: first.body, heldOn: meetingOn }, step, nth, at: createdAt.toISOString() },
        recipients: own.map(({ recipient, mail }) => ({ ...recipient, state: mail?.state ?? null })),
      },
    ];
  });
}
