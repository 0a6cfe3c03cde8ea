import type { Publication } from "@avances/contracts";
import type { PublicationConsentRow } from "@avances/db/queries/rows";
import type { SubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import { mayBePublished, publicationFrom } from "@avances/domain/submission";
import type { Deps } from "#deps.ts";
import { timeZoneOf } from "./submission-summary.ts";

/** From when an accepted version may become public, and whether the country agreed to it; null when none is accepted and waiting. */
export function publicationOf(
  deps: Pick<Deps, "reference">,
  submission: SubmissionInRound,
  consent: PublicationConsentRow | undefined,
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
  };
}
