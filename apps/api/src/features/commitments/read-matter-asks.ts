import type { listMatterAsks as contract, QueryOf, ReplyOf } from "@avances/contracts";
import { countRequestsTo, listRequestsTo } from "@avances/db/queries/matter-request-queries";
import { countProgressRequestsTo, listProgressRequestsTo } from "@avances/db/queries/progress-request-queries";
import type { Actor } from "@avances/domain/access";
import { allow, found } from "#features/shared/allow.ts";
import { onPage } from "#features/shared/list-pages.ts";
import type { CommitmentDeps } from "./commitment-view.ts";

type Asks = ReplyOf<typeof contract>;

/**
 * The messages about commitments to a country, and the requests for its progress, page by page: a step or an act is one, however many people got it.
 * Each commitment and each meeting counts its own; none of them is a request for a report. Another country is `not-found`.
 */
export async function listMatterAsks(
  deps: Pick<CommitmentDeps, "db" | "reference">,
  actor: Actor,
  country: string,
  { page: asked = 1, progressPage = 1 }: QueryOf<typeof contract>,
): Promise<Asks> {
  allow(actor, "notices.read");
  allow(actor, "notices.read", { country });
  found(deps.reference.countries.find(({ alpha3 }) => alpha3 === country));
  return deps.db.asActor(actor, async (tx) => {
    const messages = await onPage(asked, await countRequestsTo(tx, country), (part) =>
      listRequestsTo(tx, country, part),
    );
    const requests = await onPage(progressPage, await countProgressRequestsTo(tx, country), (part) =>
      listProgressRequestsTo(tx, country, part),
    );
    return {
      ...{ asks: messages.rows.flatMap(messageView), total: messages.total, page: messages.page },
      progress: { asks: requests.rows.flatMap(requestView), total: requests.total, page: requests.page },
    };
  });
}

function messageView({
  nth,
  rows,
}: Awaited<ReturnType<typeof listRequestsTo>>[number]): readonly Asks["asks"][number][] {
  const [first] = rows;
  if (first === undefined) return [];
  const { matterId, point, meeting, step, createdAt } = first;
  return [
    {
      ...{ matterId, point, meeting, step, nth, at: createdAt.toISOString() },
      recipients: rows.map(({ recipient, state }) => ({ ...recipient, state })),
    },
  ];
}

function requestView({
  nth,
  rows,
}: Awaited<ReturnType<typeof listProgressRequestsTo>>[number]): readonly Asks["progress"]["asks"][number][] {
  const [first] = rows;
  if (first === undefined) return [];
  const { meetingId, meetingOn, step, createdAt } = first.request;
  return [
    {
      ...{ meetingId, meeting: { body: first.body, heldOn: meetingOn }, step, nth, at: createdAt.toISOString() },
      recipients: rows.map(({ recipient, mail }) => ({ ...recipient, state: mail?.state ?? null })),
    },
  ];
}
