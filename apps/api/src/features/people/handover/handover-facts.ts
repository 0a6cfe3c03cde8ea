import type { AskEntry, SubmissionSummary } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { listAnswers } from "@avances/db/queries/answer-queries";
import { listWithdrawnDates } from "@avances/db/queries/calendar-queries";
import type { Recipient } from "@avances/db/queries/recipient-queries";
import { type CommentRow, toAnswers, type UserRow } from "@avances/db/queries/rows";
import { listSectionsOf } from "@avances/db/queries/section-queries";
import {
  listCancelledRoundsOf,
  listSubmissionsInRounds,
  type SubmissionInRound,
} from "@avances/db/queries/submission-in-round-queries";
import { listUsers } from "@avances/db/queries/user-queries";
import {
  type Action,
  type Actor,
  type CountryRole,
  can,
  isOfSecretariat,
  mayDo,
  proposesOnly,
  scopeOf,
} from "@avances/domain/access";
import { submissionProgress } from "@avances/domain/answer";
import type { Text } from "@avances/domain/catalogue";
import type { Country } from "@avances/domain/reference";
import {
  addDays,
  type CalendarDate,
  closesByItselfOn,
  hasOpened,
  isClosedFor,
  localDate,
  referenceYear,
} from "@avances/domain/round";
import { statusAsExpected, threadKey } from "@avances/domain/submission";
import { contactOf, reachedBy } from "@avances/notices";
import type { Deps } from "#deps.ts";
import { readAsksOf } from "#features/shared/read-asks-of.ts";
import { submissionSummary } from "#features/shared/submission-summary.ts";
import { readTalk, talkView } from "#features/shared/talk.ts";

type Need = Pick<Deps, "db" | "clock" | "catalogues" | "reference" | "config">;

/** A question of the Secretariat that waits for the country. */
export interface OpenQuestion {
  /** Null = about the whole report. */
  readonly code: string | null;
  readonly indicator: Text | null;
  readonly on: CalendarDate;
  readonly words: string;
}

/** Somebody who works on a part of the report. */
export interface PartHolder {
  readonly name: string;
  readonly institution: string;
  readonly indicators: number;
  /** Of a link: what became of it. Of a contributor with an account: null. */
  readonly link: {
    readonly dueOn: CalendarDate;
    readonly openedOn: CalendarDate | null;
    readonly handedInOn: CalendarDate | null;
  } | null;
}

/** How the round stands for the country, by the clocks of its capital. */
export type RoundStanding =
  /** `againOn`: it had been closed by the Secretariat, and is open again since. */
  | { readonly kind: "open"; readonly againOn: CalendarDate | null; readonly closesOn: CalendarDate }
  /** By the Secretariat, or by itself. `extendedTo`: the country's own date had still to pass, and stands. */
  | {
      readonly kind: "closed";
      readonly by: "secretariat" | "itself";
      readonly on: CalendarDate;
      readonly extendedTo: CalendarDate | null;
    };

export interface RoundFacts {
  readonly standing: RoundStanding;
  readonly summary: SubmissionSummary;
  readonly roundDueOn: CalendarDate;
  readonly opensOn: CalendarDate;
  readonly hasOpened: boolean;
  readonly expected: ReturnType<typeof statusAsExpected>;
  readonly needsSignature: boolean;
  /** The indicators that the person may fill in, of this round; null = of the whole report. */
  readonly assigned: readonly string[] | null;
  /** How many answers each part has; null where the reader of the file does not know it, or the person is to know only a part. */
  readonly parts:
    | readonly { readonly instrument: Text; readonly dimension: Text; readonly answered: number; readonly of: number }[]
    | null;
  readonly questions: readonly OpenQuestion[];
  /** Questions of the country that wait for the Secretariat. */
  readonly ownQuestions: number;
  /** Who works on parts; null where that is not told. */
  readonly holders: readonly PartHolder[] | null;
  /** What was asked and answered in this round, oldest first; null where that is not told. */
  readonly asks: readonly AskEntry[] | null;
}

export interface HandoverFacts {
  readonly person: UserRow;
  readonly role: CountryRole;
  readonly country: Country;
  readonly now: Date;
  readonly isDemonstration: boolean;
  /** Rounds that are under way or planned, newest first. */
  readonly rounds: readonly RoundFacts[];
  /** The other rounds, newest first; none where their receipts are not for the person. */
  readonly earlier: readonly {
    readonly summary: SubmissionSummary;
    readonly expected: ReturnType<typeof statusAsExpected>;
    readonly requests: number | null;
  }[];
  /** Rounds that had opened in the country, were cancelled and not opened again, and whose date was not more than a year ago. */
  readonly cancelled: readonly { readonly year: number; readonly referenceYear: number }[];
  readonly isWholeReport: boolean;
  /** Others of the country with an account or a mailbox, and how to reach them. */
  readonly colleagues: readonly (UserRow & { readonly isReachable: boolean })[];
  /** Who had the same role before, the last first. */
  readonly before: readonly { readonly name: string; readonly until: CalendarDate }[];
  readonly contact: { readonly name: string; readonly address: string; readonly telephone?: string | null } | null;
}

interface Reachable {
  /** Everybody to whom the portal may write; who answers questions is one of them. */
  readonly reachable: readonly Recipient[];
}

/** A round of longer ago that was cancelled is no news to whoever takes over. */
const cancelledDays = 365;
/** How many who had the role before are named. */
const mostBefore = 3;

/**
 * What the portal knows for whoever takes over: only what both the reader of the file and the person it is for may know. Everything is read as the
 * reader, so the database gives nothing else; what the person may not know is left out by the access table.
 */
export async function readHandover(
  tx: Tx,
  deps: Need,
  actor: Actor,
  { person, role, country, reachable }: Pick<HandoverFacts, "person" | "role" | "country"> & Reachable,
): Promise<HandoverFacts> {
  const now = deps.clock.now();
  const both = (action: Action) =>
    can(actor, action, { country: country.alpha3 }).allowed && scopeOf(person.role, action) !== null;
  const isWholeReport = [actor.role, person.role].every((role) => scopeOf(role, "submission.read") !== "assigned");
  // Whoever reports invites the others, and so has their addresses; everybody else has those of whom they turn to.
  const knowsAddresses =
    mayDo(person.role, "submission.submit") && (isOfSecretariat(actor.role) || mayDo(actor.role, "submission.submit"));
  const submissions = await listSubmissionsInRounds(tx, { country: country.alpha3 });
  const [asks] = both("notices.read") ? await readAsksOf(tx, [country], country.alpha3, now) : [];
  const everybody = (await listUsers(tx)).filter(({ countryCode }) => countryCode === country.alpha3);
  const isOpen = (row: SubmissionInRound) => hasOpened(row.round, now, [country.timeZone]);
  const latest = submissions.find(isOpen);
  const present = submissions.filter(
    (row) => row === latest || !isOpen(row) || row.status === "returned" || row.status === "submitted",
  );
  const of = { ...{ deps, actor, person, country, now, both, isWholeReport, everybody } };
  const rounds: RoundFacts[] = [];
  for (const row of present) {
    const entries = asks?.entries.filter(({ round }) => round === row.roundYear).filter(stands) ?? null;
    rounds.push(await roundFacts(tx, row, { ...of, isOpen: isOpen(row), asks: entries }));
  }
  const openedBy = latest?.round.openedBy ?? null;
  return {
    ...{ person, role, country, now, isWholeReport, rounds },
    isDemonstration: deps.config.demonstration,
    cancelled: await cancelledRounds(tx, actor, country, now),
    earlier: both("receipt.download")
      ? submissions
          .filter((row) => !present.includes(row))
          .map((row) => {
            const summary = submissionSummary(deps, row, now);
            const asked = asks?.rounds.find(({ year }) => year === row.roundYear);
            return { summary, expected: statusAsExpected(summary), requests: asked?.asks ?? null };
          })
      : [],
    colleagues: everybody
      .filter(({ id, endedAt, confirmedAt }) => id !== person.id && endedAt === null && confirmedAt !== null)
      .map((one) => ({ ...one, isReachable: knowsAddresses || mayDo(one.role, "submission.submit") })),
    before: everybody
      .flatMap(({ id, role, endedAt, confirmedAt, displayName: name }) =>
        id !== person.id && role === person.role && endedAt !== null && confirmedAt !== null ? [{ name, endedAt }] : [],
      )
      .sort((one, other) => other.endedAt.getTime() - one.endedAt.getTime())
      .slice(0, mostBefore)
      .map(({ name, endedAt }) => ({ name, until: localDate(endedAt, country.timeZone) })),
    contact: reachedBy(contactOf(reachable, openedBy), deps.config.desk),
  };
}

/** What was withdrawn, or asked in a round that was, is no fact of the round. */
function stands(entry: AskEntry): boolean {
  return !entry.ofCancelledRound && (entry.kind === "message" || entry.withdrawn === null);
}

interface Of {
  readonly deps: Need;
  readonly actor: Actor;
  readonly person: UserRow;
  readonly country: Country;
  readonly now: Date;
  readonly both: (action: Action) => boolean;
  readonly isWholeReport: boolean;
  readonly isOpen: boolean;
  readonly everybody: readonly UserRow[];
  readonly asks: readonly AskEntry[] | null;
}

async function roundFacts(tx: Tx, row: SubmissionInRound, of: Of): Promise<RoundFacts> {
  const { deps, actor, person, country, isWholeReport, both } = of;
  const summary = submissionSummary(deps, row, of.now);
  const catalogue = deps.catalogues.version(row.round.catalogueVersion);
  const codes = new Set(catalogue.indicators.map(({ code }): string => code));
  const assigned = isWholeReport ? null : (person.assignedIndicators ?? []).filter((code) => codes.has(code));
  const talk = await readTalk(tx, actor, row.id);
  const waiting = talkView(actor, country.alpha3, talk).threads.filter(
    ({ indicatorCode, audience }) =>
      audience === "shared" && (assigned === null || (indicatorCode !== null && assigned.includes(indicatorCode))),
  );
  return {
    ...{ summary, assigned, hasOpened: of.isOpen },
    standing: standingOf(row, summary, of),
    roundDueOn: row.round.dueOn,
    opensOn: row.round.opensOn,
    expected: statusAsExpected(summary),
    needsSignature: row.round.signatureRequired,
    parts: of.isOpen && isWholeReport && !isOfSecretariat(actor.role) ? await partsOf(tx, row, of) : null,
    questions: waiting
      .filter(({ waitsFor }) => waitsFor === "country")
      .flatMap((thread) => {
        const asked = talk.comments.findLast(
          (one) => threadKey(one) === threadKey(thread) && isOfSecretariat(one.authorRole),
        );
        return asked === undefined ? [] : [questionOf(asked, of)];
      }),
    ownQuestions: waiting.filter(({ waitsFor }) => waitsFor === "secretariat").length,
    holders: both("section.manage") ? await holdersOf(tx, row, of) : null,
    asks: of.asks,
  };

  function questionOf({ indicatorCode, createdAt, body }: CommentRow, { country: { timeZone } }: Of): OpenQuestion {
    const indicator = catalogue.indicators.find(({ code }) => code === indicatorCode);
    return {
      code: indicatorCode,
      indicator: indicator?.name ?? null,
      on: localDate(createdAt, timeZone),
      words: body,
    };
  }
}

/** People of a country learn of such a round that it is one no more, as from their calendar, and nothing else; so that stands in every copy. */
async function cancelledRounds(tx: Tx, actor: Actor, { alpha3, timeZone }: Country, now: Date) {
  const today = localDate(now, timeZone);
  const dated = isOfSecretariat(actor.role)
    ? (await listCancelledRoundsOf(tx, alpha3)).filter(({ opensOn }) => opensOn <= today)
    : (await listWithdrawnDates(tx, today)).map(({ roundYear, ...one }) => ({ ...one, year: roundYear }));
  return dated
    .filter(({ dueOn }) => dueOn >= addDays(today, -cancelledDays))
    .map((round) => ({ year: round.year, referenceYear: referenceYear(round) }));
}

function standingOf(
  { round: { dueOn: roundDueOn, closedAt, reopenedAt } }: SubmissionInRound,
  { dueOn, exempt, obligated, firstSubmittedAt }: SubmissionSummary,
  { country: { timeZone }, now }: Of,
): RoundStanding {
  const day = (at: Date) => localDate(at, timeZone);
  // What it owes no more, it owes by no date of its own.
  const own = exempt || !obligated ? roundDueOn : dueOn;
  const closesOn = closesByItselfOn({ dueOn: own });
  const isExtended = closedAt !== null && firstSubmittedAt === null && !isClosedFor({ dueOn: own, timeZone }, closedAt);
  if (closedAt !== null)
    return { kind: "closed", by: "secretariat", on: day(closedAt), extendedTo: isExtended ? own : null };
  if (day(now) >= closesOn) return { kind: "closed", by: "itself", on: closesOn, extendedTo: null };
  return { kind: "open", againOn: reopenedAt && day(reopenedAt), closesOn };
}

async function partsOf(tx: Tx, row: SubmissionInRound, { deps }: Of) {
  const catalogue = deps.catalogues.version(row.round.catalogueVersion);
  const { sections } = submissionProgress(catalogue, toAnswers(await listAnswers(tx, row.id)));
  return sections.flatMap(({ instrument, dimension, answered, expected }) => {
    const [first, second] = [
      catalogue.instruments.find(({ code }) => code === instrument),
      catalogue.dimensions.find(({ code }) => code === dimension),
    ];
    return first && second ? [{ instrument: first.shortName, dimension: second.name, answered, of: expected }] : [];
  });
}

/** People of other institutions with a link, and contributors with an account. */
async function holdersOf(tx: Tx, row: SubmissionInRound, { country, everybody }: Of): Promise<PartHolder[]> {
  const day = (at: Date | null) => (at === null ? null : localDate(at, country.timeZone));
  const links = await listSectionsOf(tx, row.id);
  return [
    ...links
      .filter(({ section }) => section.removedAt === null)
      .map(
        ({ section: { indicators, dueOn, handedInAt }, user: { displayName: name, institution, lastSignedInAt } }) => ({
          ...{ name, institution, indicators: indicators.length },
          link: { dueOn, openedOn: day(lastSignedInAt), handedInOn: day(handedInAt) },
        }),
      ),
    ...everybody
      .filter(({ role, endedAt, confirmedAt }) => proposesOnly(role) && endedAt === null && confirmedAt !== null)
      .map(({ displayName: name, institution, assignedIndicators }) => ({
        ...{ name, institution, indicators: assignedIndicators?.length ?? 0 },
        link: null,
      })),
  ];
}
