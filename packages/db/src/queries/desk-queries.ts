import { type Role, secretariatRoles } from "@avances/domain/access";
import type { DaysOff } from "@avances/domain/round";
import { type SharedRemark, threadsOf } from "@avances/domain/submission";
import { sql } from "drizzle-orm";
import { statement, type Tx } from "../connect.ts";
import {
  appUser,
  mailReply,
  notice,
  outgoingMail,
  publicationConsent,
  reviewComment,
  round,
  submission,
  threadClosing,
} from "../schema/index.ts";
import { type LastDigest, lastDigestsPart } from "./digest-queries.ts";
import { instant } from "./earlier-reports.ts";
import { type LastAnswer, lastAnswersPart, type NotedAsks, notedAsksPart } from "./exchange-queries.ts";
import { type ActiveHold, activeHoldsPart } from "./hold-queries.ts";
import { ledgerParts } from "./ledger-queries.ts";
import { type LedgerRow, ledgerRows } from "./ledger-rows.ts";
import { type NoticeReply, noticeRepliesPart } from "./mail-reply-queries.ts";
import {
  decidedStepsPart,
  type StepFacts,
  stepSettingsPart,
  type WaitingStep,
  waitingStepsPart,
} from "./proposed-step-queries.ts";
import { daysOffPart } from "./quiet-queries.ts";
import { type DatesTold, datesToldPart } from "./reporting-state-queries.ts";
import { type WaitingReminder, waitingRemindersPart } from "./scheduled-reminder-queries.ts";
import { ofSecretariat } from "./sql-words.ts";
import { milliseconds, readTexts, selectTexts, textPart } from "./text-parts.ts";

/** Somebody of a country or of the region to whom mails about a round go. */
export interface DeskPerson {
  readonly id: string;
  readonly countryCode: string | null;
  readonly role: Role;
  readonly displayName: string;
  readonly email: string;
  readonly isConfirmed: boolean;
  readonly lastSignedInAt: Date | null;
  /** E.164, or null. */
  readonly phone: string | null;
  /** A mailbox that several people read: nobody signs in with it. */
  readonly isShared: boolean;
  /** First and last day of the term; null = open. */
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  /** A mail server has refused the present address for good, and nobody has said since that it is right. */
  readonly isRefused: boolean;
}

/** Somebody whom mail does not reach at the present address. */
export interface Unreached {
  readonly name: string;
  readonly at: Date;
}

/** What only the Secretariat's late monitor shows of a round. Nobody may change it. */
export interface DeskRows extends StepFacts {
  /** Active people of the roles asked for, by name. */
  readonly people: readonly DeskPerson[];
  /** Every notice of the round. */
  readonly notices: readonly LedgerRow[];
  readonly noted: readonly NotedAsks[];
  readonly answers: readonly LastAnswer[];
  readonly digests: readonly LastDigest[];
  readonly told: ReadonlyMap<string, DatesTold>;
  /** By country; those without any are absent. */
  readonly daysOff: ReadonlyMap<string, DaysOff>;
  readonly holds: readonly ActiveHold[];
  /** Steps of the calendar that wait for a person. */
  readonly waitingSteps: readonly WaitingStep[];
  /** Reminders by hand that are set for a later moment. */
  readonly waitingReminders: readonly WaitingReminder[];
  /** What came back about messages, as they were last sent. */
  readonly replies: readonly NoticeReply[];
  /**
   * The people of countries whose last mail was given up or came back, by country, each once with the latest such instant: the address is still the
   * one that failed, and no notice was accepted for it since, or a mail server has refused it for good.
   */
  readonly unreached: ReadonlyMap<string, readonly Unreached[]>;
  /** Since when the oldest open question of the country has waited for the Secretariat, by submission. */
  readonly questions: ReadonlyMap<string, Date>;
  /** When the country agreed to the publication of the accepted version, by submission. */
  readonly consents: ReadonlyMap<string, Date>;
}

type PersonText = [
  ...[id: string, country: string | null, role: Role, name: string, email: string, isConfirmed: boolean],
  ...[signedIn: number | null, phone: string | null, isShared: boolean, from: string | null, until: string | null],
  isRefused: boolean,
];

const people = textPart(
  sql`select json_agg(json_build_array(${appUser.id}, ${appUser.countryCode}, ${appUser.role}, ${appUser.displayName}, ${appUser.email},
      ${appUser.confirmedAt} is not null, ${milliseconds(sql`${appUser.lastSignedInAt}`)}, ${appUser.phone}, ${appUser.isShared}, ${appUser.validFrom}, ${appUser.validUntil},
      exists (select from ${mailReply} where ${mailReply.address} = ${appUser.email} and ${mailReply.refusesAddress} and ${mailReply.clearedAt} is null))
      order by ${appUser.countryCode}, ${appUser.displayName})::text
    from ${appUser}
    where ${appUser.endedAt} is null and ${appUser.sectionId} is null and ${appUser.role} = any(${sql.placeholder("roles")}::text[])`,
  (rows: readonly PersonText[]): readonly DeskPerson[] =>
    rows.map(
      ([
        id,
        countryCode,
        role,
        displayName,
        email,
        isConfirmed,
        signedIn,
        phone,
        isShared,
        validFrom,
        validUntil,
        isRefused,
      ]) => ({
        ...{
          id,
          countryCode,
          role,
          displayName,
          email,
          isConfirmed,
          phone,
          isShared,
          validFrom,
          validUntil,
          isRefused,
        },
        lastSignedInAt: instant(signedIn),
      }),
    ),
);

const failedAt = sql`coalesce(${outgoingMail.settledAt}, ${outgoingMail.createdAt})`;
// The state as a literal: the plan must know that dead letters are few. An address that a mail server has refused for good is not reached by what
// the own server accepts afterwards.
const unreached = textPart(
  sql`select json_agg(json_build_array(country, name, at) order by at desc)::text from (
    select ${appUser.countryCode} as country, ${appUser.displayName} as name, ${milliseconds(failedAt)} as at
    from ${outgoingMail}
    join ${appUser} on ${appUser.id} = ${outgoingMail.userId} and ${appUser.email} = ${outgoingMail.toAddress}
    where ${outgoingMail.state} = 'dead' and ${appUser.endedAt} is null and ${appUser.sectionId} is null and ${appUser.countryCode} is not null
      and not exists (select from ${notice} where ${notice.countryCode} = ${appUser.countryCode} and ${notice.userId} = ${appUser.id}
        and ${notice.state} = 'sent' and ${notice.settledAt} > ${failedAt})
    union all
    select ${appUser.countryCode}, ${appUser.displayName}, ${milliseconds(sql`${mailReply.receivedAt}`)}
    from ${mailReply} join ${appUser} on ${appUser.email} = ${mailReply.address}
    where ${mailReply.refusesAddress} and ${mailReply.clearedAt} is null
      and ${appUser.endedAt} is null and ${appUser.sectionId} is null and ${appUser.countryCode} is not null
  ) failed`,
  (rows: readonly [string, string, number][]): DeskRows["unreached"] => {
    const byCountry = new Map<string, Unreached[]>();
    for (const [country, name, at] of rows) {
      const own = byCountry.get(country) ?? [];
      if (!own.some((one) => one.name === name)) own.push({ name, at: new Date(at) });
      byCountry.set(country, own);
    }
    return byCountry;
  },
);

const lastClosedAt = sql`(select ${milliseconds(sql`max(${threadClosing.at})`)} from ${threadClosing}
  where ${threadClosing.submissionId} = ${reviewComment.submissionId} and ${threadClosing.audience} = 'shared'
    and ${threadClosing.indicatorCode} is not distinct from ${reviewComment.indicatorCode} and ${threadClosing.at} >= ${round.openedAt})`;
// Only threads in which the country has the last word; how they stand is the domain's rule.
const questions = textPart(
  sql`select json_agg(told order by at, id)::text from (
  select json_build_array(${reviewComment.submissionId}, ${reviewComment.indicatorCode}, ${reviewComment.authorRole}, ${reviewComment.isQuestion},
      ${milliseconds(sql`${reviewComment.createdAt}`)}, ${lastClosedAt}) as told,
    ${reviewComment.createdAt} as at, ${reviewComment.id} as id,
    last_value(${reviewComment.authorRole}) over (partition by ${reviewComment.submissionId}, ${reviewComment.indicatorCode}
      order by ${reviewComment.createdAt}, ${reviewComment.id} rows between unbounded preceding and unbounded following) as last_role
  from ${reviewComment}
  join ${submission} on ${submission.id} = ${reviewComment.submissionId}
  join ${round} on ${round.year} = ${submission.roundYear}
  where ${submission.roundYear} = ${sql.placeholder("year")} and ${reviewComment.audience} = 'shared' and ${reviewComment.createdAt} >= ${round.openedAt}
) said where not ${ofSecretariat(sql`last_role`)}`,
  questionsOf,
);

const consents = textPart(
  sql`select json_agg(json_build_array(${submission.id}, ${milliseconds(sql`${publicationConsent.consentedAt}`)}))::text
  from ${publicationConsent}
  join ${submission} on ${submission.id} = ${publicationConsent.submissionId} and ${submission.acceptedVersion} = ${publicationConsent.version}
  where ${submission.roundYear} = ${sql.placeholder("year")} and ${submission.status} = 'accepted'`,
  (rows: readonly [string, number][]): DeskRows["consents"] => new Map(rows.map(([id, at]) => [id, new Date(at)])),
);

const parts = {
  ...{ people, unreached, questions, consents },
  ...ledgerParts,
  ...{ noted: notedAsksPart, answers: lastAnswersPart, digests: lastDigestsPart, told: datesToldPart },
  ...{ daysOff: daysOffPart, holds: activeHoldsPart },
  ...{ settings: stepSettingsPart, decisions: decidedStepsPart, waitingSteps: waitingStepsPart },
  waitingReminders: waitingRemindersPart,
  replies: noticeRepliesPart,
};

/** What to read. `roles`: of the people; `decidedSince`: the earliest proposal of a step about which a decision is read. */
export interface DeskAsked {
  readonly year: number;
  readonly roles: readonly Role[];
  readonly now: Date;
  readonly decidedSince: Date;
}

const ofRound = statement<DeskAsked & { years: readonly number[] }, Record<string, unknown>[]>(selectTexts(parts));

/** Reads it in one statement. What did not change since it was last read is the same object again. */
export async function readDesk(tx: Tx, asked: DeskAsked): Promise<DeskRows> {
  const read = readTexts(parts, await ofRound(tx, { ...asked, years: [asked.year] }));
  return { ...read, notices: ledgerRows(read) };
}

type RemarkText = [string, string | null, string, boolean, number, number | null];

function questionsOf(rows: readonly RemarkText[]): DeskRows["questions"] {
  const waiting = new Map<string, Date>();
  for (const own of Map.groupBy(rows, ([submissionId, indicatorCode]) => `${submissionId} ${indicatorCode}`).values()) {
    const [[submissionId = "", indicatorCode = null, , , , closed = null] = []] = own;
    const name = { indicatorCode, audience: "shared" } as const;
    const closedAt = instant(closed);
    const talk = own.map(([, , authorRole, isQuestion, at]): Omit<SharedRemark, "id" | "isSeen"> => {
      return { ...name, authorId: "", authorRole, isQuestion, createdAt: new Date(at) };
    });
    const [thread] = threadsOf(talk, closedAt === null ? [] : [{ ...name, at: closedAt }]);
    if (thread?.state !== "open" || thread.askedBy !== "country") continue;
    const lastReply = talk.findLastIndex(({ authorRole }) => secretariatRoles.some((role) => role === authorRole));
    const since = talk
      .slice(lastReply + 1)
      .find(({ createdAt }) => closedAt === null || createdAt > closedAt)?.createdAt;
    const known = waiting.get(submissionId);
    if (since !== undefined && (known === undefined || since < known)) waiting.set(submissionId, since);
  }
  return waiting;
}
