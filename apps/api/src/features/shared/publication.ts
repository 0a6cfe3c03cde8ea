import type { Publication } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { listToldOfAcceptance, type ToldOfAcceptance } from "@avances/db/queries/notice-queries";
import { findConsent } from "@avances/db/queries/publication-consent-queries";
import type { PublicationConsentRow } from "@avances/db/queries/rows";
import type { SubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import { mayBePublished, publicationFrom } from "@avances/domain/submission";
import type { Deps } from "#deps.ts";
import { inOneTrip } from "./in-one-trip.ts";
import { timeZoneOf } from "./submission-summary.ts";

interface Known {
  readonly consent: PublicationConsentRow | undefined;
  /** The messages about this submission. */
  readonly told: readonly ToldOfAcceptance[];
}

/** When an accepted version may be published, and whether the country was told and agreed; null when none is accepted and waiting. */
export function publicationOf(
  deps: Pick<Deps, "reference">,
  submission: SubmissionInRound,
  { consent, told }: Known,
  now: Date,
): Publication | null {
  const { status, acceptedAt, acceptedVersion, countryCode } = submission;
  if (status !== "accepted" || acceptedAt === null || acceptedVersion === null) return null;
  const report = {
    acceptedAt,
    timeZone: timeZoneOf(deps, countryCode),
    consentedAt: consent?.consentedAt ?? null,
  };
  return {
    version: acceptedVersion,
    acceptedAt: acceptedAt.toISOString(),
    from: publicationFrom(report),
    isOpen: mayBePublished(report, now),
    consent: consent ? { at: consent.consentedAt.toISOString(), byName: consent.consentedByName } : null,
    told: told.map(({ name, at }) => ({ name, at: at.toISOString() })),
  };
}

/** The same for one submission; reads what it needs. */
export async function readPublication(
  tx: Tx,
  deps: Pick<Deps, "reference">,
  submission: SubmissionInRound,
  now: Date,
): Promise<Publication | null> {
  if (submission.status !== "accepted") return null;
  const [consent, told] = await inOneTrip([findConsent(tx, submission.id), listToldOfAcceptance(tx, [submission.id])]);
  return publicationOf(deps, submission, { consent, told }, now);
}
