import type { ReplyOf, removeSection as removeContract } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { findSection, removeSectionRow, type SectionAndPerson } from "@avances/db/queries/section-queries";
import { lockSubmissionInRound, type SubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import { endUser, findUser } from "@avances/db/queries/user-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { referenceYear } from "@avances/domain/round";
import { isEditable, sectionEndsAt } from "@avances/domain/submission";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { newSectionTicket, queueSectionMail, takeSectionLink } from "#features/shared/section-mail.ts";
import { timeZoneOf } from "#features/shared/submission-summary.ts";
import { viewSections } from "./section-view.ts";

interface OneSection {
  readonly submissionId: string;
  readonly sectionId: string;
}

/**
 * Sends a fresh link to the stored address of a section. Refuses with `not-available-now` when the section was removed or is closed, or the
 * report can no longer be written, and with `too-many-attempts` after a few in one day.
 */
export async function sendSectionLink(
  deps: Pick<Deps, "db" | "clock" | "config" | "newId" | "reference">,
  actor: Actor,
  wanted: OneSection,
): Promise<undefined> {
  allow(actor, "section.manage");
  const now = deps.clock.now();
  await deps.db.asAuth((tx) => takeSectionLink(tx, actor.userId, wanted.sectionId, now));
  await deps.db.asActorTelling(
    actor,
    async (tx) => {
      const { section, user, submission } = await lockSection(tx, actor, wanted);
      const timeZone = timeZoneOf(deps, submission.countryCode);
      const isClosed = now >= sectionEndsAt(section, timeZone);
      if (section.removedAt !== null || isClosed || !isEditable(submission.status))
        throw new DomainError("not-available-now");
      const ticket = await newSectionTicket(tx, deps, { section, user, now, timeZone });
      await audit(tx, actor, now, "section.link-sent", section);
      const inviter = await findUser(tx, section.invitedBy);
      return { section, user, ticket, inviter, referenceYear: referenceYear(submission.round), now };
    },
    (tx, news) => queueSectionMail(tx, deps, news),
  );
  return undefined;
}

/** Takes a section back: its link and its session no longer work from the next request on. What was proposed stays, and can still be taken. */
export async function removeSection(
  deps: Pick<Deps, "db" | "clock" | "reference">,
  actor: Actor,
  wanted: OneSection,
): Promise<ReplyOf<typeof removeContract>> {
  allow(actor, "section.manage");
  const now = deps.clock.now();
  return deps.db.asActor(actor, async (tx) => {
    const { section, user, submission } = await lockSection(tx, actor, wanted);
    if (!(await removeSectionRow(tx, section.id, now))) throw new DomainError("not-available-now");
    await endUser(tx, user.id, now);
    await audit(tx, actor, now, "section.removed", section);
    const [view] = await viewSections(tx, deps, submission, [{ section: { ...section, removedAt: now }, user }]);
    return found(view);
  });
}

async function lockSection(
  tx: Tx,
  actor: Actor,
  { submissionId, sectionId }: OneSection,
): Promise<SectionAndPerson & { readonly submission: SubmissionInRound }> {
  const submission = found(await lockSubmissionInRound(tx, submissionId));
  allow(actor, "section.manage", { country: submission.countryCode });
  return { ...found(await findSection(tx, submissionId, sectionId)), submission };
}

function audit(tx: Tx, actor: Actor, at: Date, action: string, { id, countryCode }: SectionAndPerson["section"]) {
  return appendAuditEvent(tx, { at, actor, action, objectType: "section", objectId: id, countryCode });
}
