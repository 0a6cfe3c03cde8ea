import { findSubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { mayBeAt } from "./colleagues.ts";
import type { LiveHub } from "./live-hub.ts";
import type { Place } from "./live-news.ts";

interface TellPlace {
  readonly submissionId: string;
  readonly streamId: string;
  readonly place: Place;
}

/**
 * Says where in the form this person is, to colleagues who have the same report open. Nothing is stored, and a stream that is not theirs (or that
 * has ended) stays as it is. The Secretariat has no place in a country's form.
 */
export async function tellPlace(
  deps: Pick<Deps, "db"> & { readonly live: LiveHub },
  actor: Actor,
  { submissionId, streamId, place }: TellPlace,
): Promise<undefined> {
  allow(actor, "submission.read");
  const submission = found(await deps.db.asActor(actor, (tx) => findSubmissionInRound(tx, submissionId)));
  allow(actor, "submission.read", { country: submission.countryCode });
  if (actor.country === null) return;
  if (!mayBeAt(actor, place)) throw new DomainError("not-found");
  deps.live.move({ stream: streamId, submission: submissionId, user: actor.userId }, place);
}
