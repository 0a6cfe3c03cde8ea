import type { consentToPublication as contract, ReplyOf } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { findConsent, insertConsent } from "@avances/db/queries/publication-consent-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { readPublication } from "#features/shared/publication.ts";
import { lockAsSeen, type Seen } from "#features/shared/transition.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";

interface Consent extends Seen {
  /** The accepted version that was looked at. */
  readonly version: number;
  readonly idempotency: Idempotency;
}

/**
 * The country agrees that its accepted version is published before the five working days are over. The submission's state and revision do
 * not change, so the secretariat's view of it stays valid. Refuses with `not-available-now` when no such version is waiting, or when
 * somebody of the country has already agreed.
 */
export async function consentToPublication(
  deps: Pick<Deps, "db" | "clock" | "catalogues" | "reference">,
  actor: Actor,
  { version, idempotency, ...seen }: Consent,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "publication.consent");
  const now = deps.clock.now();
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      const submission = await lockAsSeen(tx, deps, actor, "publication.consent", seen);
      const isWaiting = submission.status === "accepted" && submission.acceptedVersion === version;
      if (!isWaiting || (await findConsent(tx, submission.id))) throw new DomainError("not-available-now");
      await insertConsent(tx, {
        submissionId: submission.id,
        version,
        countryCode: submission.countryCode,
        consentedAt: now,
        consentedBy: actor.userId,
        consentedByName: actor.displayName,
      });
      await appendAuditEvent(tx, {
        at: now,
        actor,
        action: "submission.publication_consented",
        objectType: "submission",
        objectId: submission.id,
        countryCode: submission.countryCode,
        fields: [],
        detail: { version },
      });
      return found(await readPublication(tx, deps, submission, now));
    }),
  );
}
