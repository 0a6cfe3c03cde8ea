import type { SectionView } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { listProposalsFor } from "@avances/db/queries/proposal-queries";
import { listDaysOff } from "@avances/db/queries/quiet-queries";
import type { ProposalRow, SubmissionRow } from "@avances/db/queries/rows";
import type { SectionAndPerson } from "@avances/db/queries/section-queries";
import { listSectionReminders, type ReminderAndMail } from "@avances/db/queries/section-reminder-queries";
import { type DaysOff, nextSectionReminder, sectionKey } from "@avances/domain/round";
import { awaitsSection, sectionCounts, sectionEndsAt, sectionToldAt } from "@avances/domain/submission";
import type { z } from "zod";
import type { Deps } from "#deps.ts";
import { timeZoneOf } from "#features/shared/submission-summary.ts";

type View = z.input<typeof SectionView>;
type Proposal = Pick<ProposalRow, "indicatorCode" | "proposedBy" | "decision">;

/** What is read beside a section to show it. */
interface Beside {
  readonly submission: Pick<SubmissionRow, "status" | "returnedAt">;
  /** Any; those of the section's person are counted. */
  readonly proposals: readonly Proposal[];
  /** Any; those of the section are told. */
  readonly reminders: readonly ReminderAndMail[];
  readonly timeZone: string;
  readonly daysOff: DaysOff;
  readonly now: Date;
}

/** Sections of a report, as those who report for the country see them. */
export async function viewSections(
  tx: Tx,
  deps: Pick<Deps, "clock" | "reference">,
  submission: Pick<SubmissionRow, "id" | "countryCode" | "status" | "returnedAt">,
  sections: readonly SectionAndPerson[],
): Promise<View[]> {
  const now = deps.clock.now();
  const [proposals, reminders, daysOff] = await Promise.all([
    listProposalsFor(tx, submission.id),
    listSectionReminders(
      tx,
      sections.map(({ section }) => section.id),
    ),
    listDaysOff(tx, now),
  ]);
  const beside = {
    submission,
    proposals: proposals.map(({ proposal }) => proposal),
    reminders,
    timeZone: timeZoneOf(deps, submission.countryCode),
    daysOff: daysOff(submission.countryCode),
    now,
  };
  return sections.map((each) => sectionView(each, beside));
}

function sectionView(asked: SectionAndPerson, beside: Beside): View {
  const { section, user } = asked;
  return {
    id: section.id,
    name: user.displayName,
    institution: user.institution,
    address: user.email,
    language: user.language,
    indicators: section.indicators,
    dueOn: section.dueOn,
    endsAt: sectionEndsAt(section, beside.timeZone).toISOString(),
    note: section.note,
    invitedAt: section.invitedAt.toISOString(),
    invitedByName: section.invitedByName,
    openedAt: user.lastSignedInAt?.toISOString() ?? null,
    handedInAt: section.handedInAt?.toISOString() ?? null,
    removedAt: section.removedAt?.toISOString() ?? null,
    revision: section.revision,
    changedAt: section.changedAt?.toISOString() ?? null,
    changedByName: section.changedByName,
    counts: sectionCounts(
      section.indicators,
      beside.proposals.filter(({ proposedBy }) => proposedBy === user.id),
    ),
    reminders: remindersOf(asked, beside),
  };
}

/** The last reminder that has a message, and the next one: by the rules that the scheduler follows. */
function remindersOf(
  { section }: SectionAndPerson,
  { submission, reminders, timeZone, daysOff, now }: Beside,
): View["reminders"] {
  const own = reminders.filter(({ reminder }) => reminder.sectionId === section.id);
  const last = own.flatMap(({ reminder: { step, dueOn, createdAt }, mail }) =>
    mail === null ? [] : [{ step, dueOn, at: (mail.settledAt ?? createdAt).toISOString(), state: mail.state }],
  )[0];
  const isAwaited = awaitsSection(section, { ...submission, timeZone }, now);
  const next = isAwaited
    ? nextSectionReminder(
        {
          ...{
            ...{ timeZone, daysOff },
            dueOn: section.dueOn,
            endsAt: sectionEndsAt(section, timeZone),
            toldAt: sectionToldAt(section),
          },
          handled: new Set(own.map(({ reminder }) => sectionKey(reminder.step, reminder.dueOn))),
          lastSentAt: own.find(({ mail }) => mail !== null && mail.state !== "stopped")?.reminder.createdAt ?? null,
        },
        now,
      )
    : null;
  return { last: last ?? null, next: next && { step: next.step, notBefore: next.goesAt.toISOString() } };
}
