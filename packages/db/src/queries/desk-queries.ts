import { type Role, secretariatRoles } from "@avances/domain/access";
import { everyStep, isAsk, type NoticeStep } from "@avances/domain/round";
import { type SharedRemark, threadsOf } from "@avances/domain/submission";
import { type SQL, sql } from "drizzle-orm";
import { statement, type Tx } from "../connect.ts";
import {
  appUser,
  type NoticeState,
  notice,
  outgoingMail,
  publicationConsent,
  reviewComment,
  round,
  submission,
  threadClosing,
} from "../schema/index.ts";
import { instant } from "./earlier-reports.ts";

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
}

/** A message to a country, with everybody outside the Secretariat to whom it was written and what became of it for each. */
export interface DeskMessage {
  readonly step: NoticeStep;
  /** The number of this ask in the round; for a message that asks nothing, the number of earlier asks. */
  readonly ordinal: number;
  /** When the first of them was settled; while none is, when it was written. */
  readonly at: Date;
  readonly to: readonly { readonly name: string; readonly state: NoticeState }[];
}

/** Somebody whom mail does not reach at the present address. */
export interface Unreached {
  readonly name: string;
  readonly at: Date;
}

/** What only the Secretariat's late monitor shows of a round. */
export interface DeskRows {
  /** Active people of the roles asked for, by name. */
  readonly people: readonly DeskPerson[];
  /** Of each country the last message that asked it for something, and the last that did not. */
  readonly messages: ReadonlyMap<string, { readonly ask?: DeskMessage; readonly other?: DeskMessage }>;
  /**
   * The people of countries whose last mail was given up, by country, each once with the latest such instant: the address is still the one
   * that failed, and no notice was accepted for it since.
   */
  readonly unreached: ReadonlyMap<string, readonly Unreached[]>;
  /** Since when the oldest open question of the country has waited for the Secretariat, by submission. */
  readonly questions: ReadonlyMap<string, Date>;
  /** When the country agreed to the publication of the accepted version, by submission. */
  readonly consents: ReadonlyMap<string, Date>;
}

const listed = (words: readonly string[]) =>
  sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  );
const isAsking = sql`${notice.step} in (${listed(everyStep.filter(isAsk))})`;
const ofSecretariat = (role: SQL) => sql`${role} in (${listed(secretariatRoles)})`;
const milliseconds = (value: SQL) => sql`extract(epoch from ${value}) * 1000`;

const people = sql`select json_agg(json_build_array(${appUser.id}, ${appUser.countryCode}, ${appUser.role}, ${appUser.displayName}, ${appUser.email},
    ${appUser.confirmedAt} is not null, ${milliseconds(sql`${appUser.lastSignedInAt}`)}, ${appUser.phone}, ${appUser.isShared}, ${appUser.validFrom}, ${appUser.validUntil}) order by ${appUser.countryCode}, ${appUser.displayName})::text
  from ${appUser}
  where ${appUser.endedAt} is null and ${appUser.sectionId} is null and ${appUser.role} = any(${sql.placeholder("roles")}::text[])`;

// What was written before the round was cancelled and opened again no longer counts.
const messages = sql`select json_agg(told)::text from (
  select json_build_array(${notice.countryCode}, ${isAsking}, ${notice.step}, max(${notice.ordinal}),
      ${milliseconds(sql`min(coalesce(${notice.settledAt}, ${notice.createdAt}))`)},
      json_agg(json_build_array(${appUser.displayName}, ${notice.state}) order by ${appUser.displayName})) as told,
    row_number() over (partition by ${notice.countryCode}, ${isAsking} order by max(${notice.createdAt}) desc, max(${notice.ordinal}) desc, ${notice.step}) as place
  from ${notice}
  join ${appUser} on ${appUser.id} = ${notice.userId}
  join ${round} on ${round.year} = ${notice.roundYear}
  where ${notice.roundYear} = ${sql.placeholder("year")} and ${notice.state} in ('queued', 'sent', 'kept', 'dead')
    and ${notice.createdAt} >= ${round.openedAt} and not ${ofSecretariat(sql`${appUser.role}`)}
  group by ${notice.countryCode}, ${notice.step}, ${notice.anchorDate}, ${notice.batchId}
) last where place = 1`;

const failedAt = sql`coalesce(${outgoingMail.settledAt}, ${outgoingMail.createdAt})`;
// The state as a literal: the plan must know that dead letters are few.
const unreached = sql`select json_agg(json_build_array(${appUser.countryCode}, ${appUser.displayName}, ${milliseconds(failedAt)}) order by ${failedAt} desc)::text
  from ${outgoingMail}
  join ${appUser} on ${appUser.id} = ${outgoingMail.userId} and ${appUser.email} = ${outgoingMail.toAddress}
  where ${outgoingMail.state} = 'dead' and ${appUser.endedAt} is null and ${appUser.sectionId} is null and ${appUser.countryCode} is not null
    and not exists (select from ${notice} where ${notice.countryCode} = ${appUser.countryCode} and ${notice.userId} = ${appUser.id}
      and ${notice.state} = 'sent' and ${notice.settledAt} > ${failedAt})`;

const lastClosedAt = sql`(select ${milliseconds(sql`max(${threadClosing.at})`)} from ${threadClosing}
  where ${threadClosing.submissionId} = ${reviewComment.submissionId} and ${threadClosing.audience} = 'shared'
    and ${threadClosing.indicatorCode} is not distinct from ${reviewComment.indicatorCode} and ${threadClosing.at} >= ${round.openedAt})`;
// Only threads in which the country has the last word; how they stand is the domain's rule.
const remarks = sql`select json_agg(told order by at, id)::text from (
  select json_build_array(${reviewComment.submissionId}, ${reviewComment.indicatorCode}, ${reviewComment.authorRole}, ${reviewComment.isQuestion},
      ${milliseconds(sql`${reviewComment.createdAt}`)}, ${lastClosedAt}) as told,
    ${reviewComment.createdAt} as at, ${reviewComment.id} as id,
    last_value(${reviewComment.authorRole}) over (partition by ${reviewComment.submissionId}, ${reviewComment.indicatorCode}
      order by ${reviewComment.createdAt}, ${reviewComment.id} rows between unbounded preceding and unbounded following) as last_role
  from ${reviewComment}
  join ${submission} on ${submission.id} = ${reviewComment.submissionId}
  join ${round} on ${round.year} = ${submission.roundYear}
  where ${submission.roundYear} = ${sql.placeholder("year")} and ${reviewComment.audience} = 'shared' and ${reviewComment.createdAt} >= ${round.openedAt}
) said where not ${ofSecretariat(sql`last_role`)}`;

const consents = sql`select json_agg(json_build_array(${submission.id}, ${milliseconds(sql`${publicationConsent.consentedAt}`)}))::text
  from ${publicationConsent}
  join ${submission} on ${submission.id} = ${publicationConsent.submissionId} and ${submission.acceptedVersion} = ${publicationConsent.version}
  where ${submission.roundYear} = ${sql.placeholder("year")} and ${submission.status} = 'accepted'`;

type Texts = Record<"people" | "messages" | "unreached" | "remarks" | "consents", string | null>;

const ofRound = statement<{ year: number; roles: readonly Role[] }, Texts[]>((db) =>
  db
    .select({
      people: sql<string | null>`(${people})`,
      messages: sql<string | null>`(${messages})`,
      unreached: sql<string | null>`(${unreached})`,
      remarks: sql<string | null>`(${remarks})`,
      consents: sql<string | null>`(${consents})`,
    })
    .from(sql`(select) once`),
);

/** Reads it in one statement, each part as one JSON text, as `round-status-queries.ts` does and for the same reason. */
export async function readDesk(tx: Tx, year: number, roles: readonly Role[]): Promise<DeskRows> {
  const [found] = await ofRound(tx, { year, roles });
  return {
    people: rowsOf<PersonText>(found?.people).map(
      ([id, countryCode, role, displayName, email, isConfirmed, signedIn, phone, isShared, validFrom, validUntil]) => ({
        ...{ id, countryCode, role, displayName, email, isConfirmed, phone, isShared, validFrom, validUntil },
        lastSignedInAt: instant(signedIn),
      }),
    ),
    messages: messagesOf(rowsOf(found?.messages)),
    unreached: unreachedOf(rowsOf(found?.unreached)),
    questions: questionsOf(rowsOf(found?.remarks)),
    consents: new Map(rowsOf<[string, number]>(found?.consents).map(([id, at]) => [id, new Date(at)])),
  };
}

type PersonText = [
  string,
  string | null,
  Role,
  string,
  string,
  boolean,
  number | null,
  string | null,
  boolean,
  string | null,
  string | null,
];
type MessageText = [string, boolean, NoticeStep, number, number, [string, NoticeState][]];
type RemarkText = [string, string | null, string, boolean, number, number | null];

function rowsOf<Row>(text: string | null | undefined): readonly Row[] {
  return JSON.parse(text ?? "[]");
}

function messagesOf(rows: readonly MessageText[]): DeskRows["messages"] {
  const byCountry = new Map<string, { ask?: DeskMessage; other?: DeskMessage }>();
  for (const [country, asks, step, ordinal, at, to] of rows) {
    const own = byCountry.get(country) ?? {};
    own[asks ? "ask" : "other"] = {
      ...{ step, ordinal, at: new Date(at) },
      to: to.map(([name, state]) => ({ name, state })),
    };
    byCountry.set(country, own);
  }
  return byCountry;
}

function unreachedOf(rows: readonly [string, string, number][]): DeskRows["unreached"] {
  const byCountry = new Map<string, Unreached[]>();
  for (const [country, name, at] of rows) {
    const own = byCountry.get(country) ?? [];
    if (!own.some((one) => one.name === name)) own.push({ name, at: new Date(at) });
    byCountry.set(country, own);
  }
  return byCountry;
}

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
