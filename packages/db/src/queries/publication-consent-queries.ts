import { and, eq, sql } from "drizzle-orm";
import { statement, type Tx } from "../connect.ts";
import { publicationConsent, submission } from "../schema/index.ts";
import type { PublicationConsentRow } from "./rows.ts";

const ofAccepted = statement<{ submissionId: string }, { consent: PublicationConsentRow }[]>((db) =>
  db
    .select({ consent: publicationConsent })
    .from(publicationConsent)
    .innerJoin(
      submission,
      and(
        eq(submission.id, publicationConsent.submissionId),
        eq(submission.acceptedVersion, publicationConsent.version),
      ),
    )
    .where(eq(publicationConsent.submissionId, sql.placeholder("submissionId"))),
);

/** The country's agreement to the publication of the version that is accepted now; undefined when there is none. */
export async function findConsent(tx: Tx, submissionId: string): Promise<PublicationConsentRow | undefined> {
  return (await ofAccepted(tx, { submissionId }))[0]?.consent;
}

/** The same for every report that is accepted and not public yet. */
export async function listConsents(tx: Tx): Promise<readonly PublicationConsentRow[]> {
  const rows = await tx
    .select({ consent: publicationConsent })
    .from(publicationConsent)
    .innerJoin(
      submission,
      and(
        eq(submission.id, publicationConsent.submissionId),
        eq(submission.acceptedVersion, publicationConsent.version),
      ),
    )
    .where(eq(submission.status, "accepted"));
  return rows.map(({ consent }) => consent);
}

/** Records an agreement. If there is one already, it stays. */
export async function insertConsent(tx: Tx, row: typeof publicationConsent.$inferInsert): Promise<void> {
  await tx.insert(publicationConsent).values(row).onConflictDoNothing();
}
