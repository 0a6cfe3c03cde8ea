import type { BodyOf, changeSection as changeContract, ReplyOf } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { listProposalsFor } from "@avances/db/queries/proposal-queries";
import { changeSectionRow, findSection, type SectionAndPerson } from "@avances/db/queries/section-queries";
import { lockSubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import { findUser } from "@avances/db/queries/user-queries";
import type { Actor } from "@avances/domain/access";
import { type Catalogue, findIndicator } from "@avances/domain/catalogue";
import { DomainError } from "@avances/domain/domain-error";
import { localDate, referenceYear } from "@avances/domain/round";
import { lastSectionDay, sectionEndsAt } from "@avances/domain/submission";
import type { SectionChanges } from "@avances/notices";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { hasSectionLinkLeft, newSectionTicket, queueSectionMail } from "#features/shared/section-mail.ts";
import { timeZoneOf } from "#features/shared/submission-summary.ts";
import { InvalidInput } from "#http/problem-details.ts";
import { refuseNotInQuestion, statusOnceSaved } from "../working-copy.ts";
import { indicatorsAsked } from "./ask-for-section.ts";
import { viewSections } from "./section-view.ts";

type Change = BodyOf<typeof changeContract> & { readonly submissionId: string; readonly sectionId: string };

/**
 * Changes what was asked of the person of a section, and by when; the person is told what changed, with a fresh link. Answers that are added
 * open a section that was handed in; proposals for answers that are no longer asked for stay. Refuses with
 * `revision-stale` and the section as it is now when it is not as it was seen, and with `not-available-now` when it was taken back.
 */
export async function changeSection(
  deps: Pick<Deps, "db" | "clock" | "config" | "newId" | "reference" | "catalogues">,
  actor: Actor,
  wanted: Change,
): Promise<ReplyOf<typeof changeContract>> {
  allow(actor, "section.manage");
  const now = deps.clock.now();
  const { submissionId, sectionId } = wanted;
  const changes = await deps.db.asActor(actor, async (tx) => {
    const asked = await findSection(tx, submissionId, sectionId);
    return asked !== undefined && isChange(asked.section, wanted);
  });
  // A message is counted only for what this person may change and would; all is judged again under the lock.
  const mayTell = changes && (await deps.db.asAuth((tx) => hasSectionLinkLeft(tx, actor.userId, sectionId, now)));
  const { view } = await deps.db.asActorTelling(
    actor,
    async (tx) => {
      const submission = found(await lockSubmissionInRound(tx, submissionId));
      allow(actor, "section.manage", { country: submission.countryCode });
      statusOnceSaved(submission);
      const asked = found(await findSection(tx, submissionId, sectionId));
      const before = asked.section;
      const viewOf = async (each: SectionAndPerson) => found((await viewSections(tx, deps, submission, [each]))[0]);
      if (before.removedAt !== null) throw new DomainError("not-available-now");
      if (before.revision !== wanted.revision)
        throw new DomainError("revision-stale", { section: await viewOf(asked) });
      const timeZone = timeZoneOf(deps, submission.countryCode);
      const today = localDate(now, timeZone);
      const catalogue = deps.catalogues.version(submission.round.catalogueVersion);
      const indicators = indicatorsAsked(catalogue, wanted.indicators);
      const isMoved = wanted.dueOn !== before.dueOn;
      if (isMoved && (wanted.dueOn < today || wanted.dueOn > lastSectionDay(submission, today)))
        throw new InvalidInput([{ pointer: "/dueOn", message: "out_of_range" }]);
      await refuseNotInQuestion(tx, { submission, catalogue }, indicators);
      const added = indicators.filter((code) => !before.indicators.includes(code));
      const removed = before.indicators.filter((code) => !indicators.includes(code));
      if (!isMoved && added.length + removed.length === 0)
        return { view: { ...(await viewOf(asked)), isTold: false }, mail: null };

      const isReopened = before.handedInAt !== null && added.length > 0;
      const isTold = mayTell && now < sectionEndsAt(wanted, timeZone);
      const section = await changeSectionRow(tx, before, {
        ...{ indicators, dueOn: wanted.dueOn, changedAt: now, changedByName: actor.displayName },
        handedInAt: isReopened ? null : before.handedInAt,
        toldAt: isTold ? now : before.toldAt,
      });
      if (section === undefined) throw new DomainError("not-available-now");
      await appendAuditEvent(tx, {
        at: now,
        actor,
        action: "section.changed",
        objectType: "section",
        objectId: section.id,
        countryCode: section.countryCode,
        fields: [...added, ...removed],
        detail: { dueOn: section.dueOn, wasDueOn: before.dueOn, added: added.length, removed: removed.length },
      });
      const user = { ...asked.user, assignedIndicators: indicators };
      const view = await viewOf({ section, user });
      if (!isTold) return { view: { ...view, isTold: false }, mail: null };
      const changes: SectionChanges = {
        ...{ byName: actor.displayName, wasDueOn: isMoved ? before.dueOn : null, isReopened },
        ...{ added: named(catalogue, added), removed: named(catalogue, removed) },
        leavesProposals: await hasProposed(tx, submissionId, user.id, removed),
      };
      const ticket = await newSectionTicket(tx, deps, { section, user, now, timeZone });
      const inviter = await findUser(tx, actor.userId);
      const mail = {
        ...{ section, user, ticket, inviter, now, changes },
        referenceYear: referenceYear(submission.round),
      };
      return { view: { ...view, isTold: true }, mail };
    },
    async (tx, { mail }) => {
      if (mail !== null) await queueSectionMail(tx, deps, mail);
    },
  );
  return view;
}

/** Would this change the section, as it was seen? */
function isChange(section: SectionAndPerson["section"], wanted: Change): boolean {
  const asked = new Set(wanted.indicators);
  const isSame =
    section.dueOn === wanted.dueOn &&
    section.indicators.length === asked.size &&
    section.indicators.every((code) => asked.has(code));
  return section.removedAt === null && section.revision === wanted.revision && !isSame;
}

function named(catalogue: Catalogue, codes: readonly string[]): SectionChanges["added"] {
  return codes.flatMap((code) => {
    const indicator = findIndicator(catalogue, code);
    return indicator === undefined ? [] : [{ code, name: indicator.name }];
  });
}

/** Does an open proposal of this person wait for one of these answers? */
async function hasProposed(tx: Tx, submissionId: string, userId: string, codes: readonly string[]): Promise<boolean> {
  if (codes.length === 0) return false;
  return (await listProposalsFor(tx, submissionId)).some(
    ({ proposal: { proposedBy, decision, indicatorCode } }) =>
      proposedBy === userId && decision === "open" && codes.includes(indicatorCode),
  );
}
