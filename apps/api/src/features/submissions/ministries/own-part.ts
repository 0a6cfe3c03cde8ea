import type { getOwnPart as contract, OwnPart, ReplyOf } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { listProposalsBy } from "@avances/db/queries/proposal-queries";
import { findSection, setHandedIn } from "@avances/db/queries/section-queries";
import { lockSubmissionInRound, type SubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { sectionCounts, sectionEndsAt } from "@avances/domain/submission";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { timeZoneOf } from "#features/shared/submission-summary.ts";
import { statusOnceSaved } from "../working-copy.ts";
import { ownSubmission } from "./sections.ts";

type View = ReplyOf<typeof contract>;

interface OfSubmission {
  readonly submissionId: string;
}

/** The reader's own part of a report. */
export async function getOwnPart(
  deps: Pick<Deps, "db" | "reference">,
  actor: Actor,
  { submissionId }: OfSubmission,
): Promise<View> {
  allow(actor, "section.own");
  return deps.db.asActor(actor, async (tx) =>
    ownPart(tx, deps, actor, await ownSubmission(tx, actor, "section.own", submissionId)),
  );
}

/**
 * The person of a section says that it is complete. It can be said before everything is answered (what is missing is counted), and again
 * after something was given back. Refuses with `not-available-now` whoever has no section, and `submission-not-editable`.
 */
export async function handInSection(
  deps: Pick<Deps, "db" | "clock" | "reference">,
  actor: Actor,
  { submissionId }: OfSubmission,
): Promise<View> {
  allow(actor, "section.own");
  const now = deps.clock.now();
  return deps.db.asActor(actor, async (tx) => {
    const submission = found(await lockSubmissionInRound(tx, submissionId));
    allow(actor, "section.own", { country: submission.countryCode });
    if (actor.section === undefined) throw new DomainError("not-available-now");
    statusOnceSaved(submission);
    found(await setHandedIn(tx, actor.section.id, now));
    await appendAuditEvent(tx, {
      at: now,
      actor,
      action: "section.handed-in",
      objectType: "section",
      objectId: actor.section.id,
      countryCode: submission.countryCode,
    });
    return ownPart(tx, deps, actor, submission);
  });
}

/** What a contributor reads of the own part. */
export async function ownPart(
  tx: Tx,
  deps: Pick<Deps, "reference">,
  actor: Actor,
  submission: SubmissionInRound,
): Promise<View> {
  const proposals = await listProposalsBy(tx, submission.id, actor.userId);
  return {
    section: actor.section === undefined ? null : await sectionOf(tx, deps, actor.section.id, submission, proposals),
    proposals: proposals.map(({ indicatorCode, revision, decision, note, decidedByName, decidedAt }) => ({
      indicatorCode,
      revision,
      state: decision,
      note,
      decidedByName,
      decidedAt: decidedAt?.toISOString() ?? null,
    })),
  };
}

async function sectionOf(
  tx: Tx,
  deps: Pick<Deps, "reference">,
  sectionId: string,
  { id, countryCode }: SubmissionInRound,
  proposals: Awaited<ReturnType<typeof listProposalsBy>>,
): Promise<OwnPart["section"]> {
  const { section } = found(await findSection(tx, id, sectionId));
  return {
    revision: section.revision,
    dueOn: section.dueOn,
    endsAt: sectionEndsAt(section, timeZoneOf(deps, countryCode)).toISOString(),
    note: section.note,
    invitedByName: section.invitedByName,
    handedInAt: section.handedInAt?.toISOString() ?? null,
    counts: sectionCounts(section.indicators, proposals),
  };
}
