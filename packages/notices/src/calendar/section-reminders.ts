import type { Database, Tx } from "@avances/db";
import { settledKind } from "@avances/db/queries/instance-queries";
import { insertMails } from "@avances/db/queries/mail-queries";
import { listDaysOff } from "@avances/db/queries/quiet-queries";
import type { NewMailRow } from "@avances/db/queries/rows";
import {
  insertSectionReminder,
  lastSectionMails,
  listProposalStates,
  listSectionReminders,
  listSectionsToRemind,
  type SectionToRemind,
} from "@avances/db/queries/section-reminder-queries";
import { insertTicket } from "@avances/db/queries/ticket-queries";
import {
  addDays,
  localDate,
  type PlannedSectionReminder,
  planSectionReminders,
  referenceYear,
  type SectionNoticeState,
  type SectionStep,
  sectionCalendar,
  sectionKey,
} from "@avances/domain/round";
import {
  awaitsSection,
  sectionCounts,
  sectionEndsAt,
  sectionGraceDays,
  sectionLinkDays,
  sectionToldAt,
} from "@avances/domain/submission";
import { newMail } from "../letters/new-mail.ts";
import { sectionReminder } from "../letters/section-reminder.ts";
import { ticketHash, ticketToken } from "../letters/ticket.ts";
import { reasonOf } from "../reason-of.ts";
import type { WritingConfig } from "./message.ts";
import type { PlanningDeps } from "./plan.ts";

const day = 86_400_000;

export interface SectionDeps extends Omit<PlanningDeps, "config" | "db"> {
  readonly db: Pick<Database, "asWorker">;
  readonly config: PlanningDeps["config"] & { readonly ticketKey: string };
}

interface DueReminder extends PlannedSectionReminder {
  readonly asked: SectionToRemind;
}

/**
 * Finds the reminders of sections that are due and not in the ledger, and queues them, each with a fresh link (decision 40). As safe to
 * run as `planRound`. Each section is written in its own transaction: a fault with one does not stop the others.
 */
export async function planSections(deps: SectionDeps): Promise<{ readonly queued: number }> {
  const now = deps.clock.now();
  const [due, kind] = await deps.db.asWorker((tx) => Promise.all([dueReminders(tx, now), settledKind(tx)]));
  const demonstration = kind === "demonstration";
  let queued = 0;
  for (const reminder of due) {
    try {
      queued += Number(await deps.db.asWorker((tx) => writeReminder(tx, { ...deps, demonstration, now }, reminder)));
    } catch (error) {
      deps.log.error(
        { section: reminder.asked.section.id, reason: reasonOf(error) },
        "a reminder of a section could not be planned",
      );
    }
  }
  return { queued };
}

async function dueReminders(tx: Tx, now: Date): Promise<readonly DueReminder[]> {
  // A day more on both sides, whatever the zone; the clocks of the capital decide below.
  const today = localDate(now, "UTC");
  const earliest = Math.min(...sectionCalendar.map(({ offsetDays }) => offsetDays));
  const sections = await listSectionsToRemind(tx, {
    from: addDays(today, -sectionGraceDays - 1),
    until: addDays(today, 1 - earliest),
  });
  const awaited = sections.filter((each) => isAwaited(each, now));
  if (awaited.length === 0) return [];
  // The ledger before the mails: whoever wrote in between is then seen in one of them.
  const ledger = await listSectionReminders(
    tx,
    awaited.map(({ section }) => section.id),
  );
  // What the secretariat holds is its own reminders; these are the country's.
  const daysOff = await listDaysOff(tx, now);
  const stateOf = (asked: SectionToRemind, lastSentAt: Date | null): SectionNoticeState => ({
    ...{
      dueOn: asked.section.dueOn,
      timeZone: asked.report.timeZone,
      toldAt: sectionToldAt(asked.section),
      lastSentAt,
    },
    endsAt: sectionEndsAt(asked.section, asked.report.timeZone),
    daysOff: daysOff(asked.section.countryCode),
    handled: new Set(
      ledger
        .filter(({ reminder }) => reminder.sectionId === asked.section.id)
        .map(({ reminder }) => sectionKey(reminder.step, reminder.dueOn)),
    ),
  });
  const candidates = awaited.filter((asked) => planSectionReminders(stateOf(asked, null), now).length > 0);
  const lastMails = await lastSectionMails(
    tx,
    candidates.map(({ person }) => person.email),
    new Date(now.getTime() - 2 * day),
  );
  // One person may have been asked for several sections: one of them reminds today, the next one tomorrow.
  const reminded = new Set<string>();
  return candidates.flatMap((asked) => {
    const { email } = asked.person;
    const lastSentAt = reminded.has(email) ? now : (lastMails.get(email) ?? null);
    const planned = planSectionReminders(stateOf(asked, lastSentAt), now);
    if (planned.some(({ disposition }) => disposition === "send")) reminded.add(email);
    return planned.map((reminder) => ({ ...reminder, asked }));
  });
}

/** Is something awaited from the person of this section at `now`? */
export function isAwaited({ section, report }: Pick<SectionToRemind, "section" | "report">, now: Date): boolean {
  return awaitsSection(section, report, now);
}

interface Writing extends SectionDeps {
  readonly demonstration: boolean;
  readonly now: Date;
}

/** Writes one reminder into the ledger, with its message and link unless it is only recorded. True when a message was queued. */
async function writeReminder(
  tx: Tx,
  { newId, config, demonstration, now }: Writing,
  { asked, step, scheduledFor, disposition }: DueReminder,
): Promise<boolean> {
  const { section } = asked;
  const id = newId();
  const isSent = disposition === "send";
  const isOurs = await insertSectionReminder(tx, {
    ...{ id, step, scheduledFor, sectionId: section.id, countryCode: section.countryCode, dueOn: section.dueOn },
    createdAt: now,
    superseded: isSent ? null : disposition,
  });
  if (!isOurs || !isSent) return false;
  await insertMails(tx, [
    await sectionMail(tx, asked, { id, step }, { now, newId, config: { ...config, demonstration } }),
  ]);
  return true;
}

/** The reminder of a section as it is written now, with a fresh link. */
export async function sectionMail(
  tx: Tx,
  asked: SectionToRemind,
  { id, step }: { readonly id: string; readonly step: SectionStep },
  {
    now,
    newId,
    config,
  }: {
    readonly now: Date;
    readonly newId: () => string;
    readonly config: Pick<WritingConfig, "mailFrom" | "demonstration"> & { readonly ticketKey: string };
  },
): Promise<NewMailRow> {
  const { section, person, inviter, report, country, round } = asked;
  const endsAt = sectionEndsAt(section, report.timeZone);
  const expiresAt = new Date(Math.min(now.getTime() + sectionLinkDays * day, endsAt.getTime()));
  const ticketId = newId();
  const tokenHash = ticketHash(ticketToken(config.ticketKey, ticketId));
  await insertTicket(tx, {
    id: ticketId,
    kind: "section_link",
    userId: person.id,
    tokenHash,
    createdAt: now,
    expiresAt,
  });
  const own = (await listProposalStates(tx, [person.id])).filter(
    ({ submissionId }) => submissionId === section.submissionId,
  );
  const mayReply = inviter.endedAt === null;
  const text = sectionReminder[person.language]({
    ...{ name: person.displayName, contact: null, now, expiresAt, mayReply },
    place: { timeZone: report.timeZone, capital: country.capital },
    countryCode: section.countryCode,
    countryName: country.name,
    counts: sectionCounts(section.indicators, own),
    ...{
      dueOn: section.dueOn,
      invitedAt: section.invitedAt,
      changedAt: section.changedAt,
      invitedByName: section.invitedByName,
    },
    invitedByInstitution: inviter.institution,
    referenceYear: referenceYear(round),
  });
  return newMail({
    ...{ id, kind: step, user: person, countryCode: section.countryCode, ticketId, now, ...text },
    ...{ mailFrom: config.mailFrom, demonstration: config.demonstration, replyTo: mayReply ? inviter.email : null },
  });
}
