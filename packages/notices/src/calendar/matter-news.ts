import type { Tx } from "@avances/db";
import { settledKind } from "@avances/db/queries/instance-queries";
import { insertMails, listMailedSince } from "@avances/db/queries/mail-queries";
import {
  findToldDocuments,
  findToldViews,
  hasRecentNews,
  insertMatterNews,
  listDocumentsToTell,
  listMatterNews,
  listViewsToTell,
  lockNewsTo,
  type NewsAndMail,
  type ToldDocument,
  type ToldView,
} from "@avances/db/queries/matter-news-queries";
import type { Recipient } from "@avances/db/queries/recipient-queries";
import type { NewMailRow } from "@avances/db/queries/rows";
import {
  type MatterNewsStep,
  matterCatchUpDays,
  matterNewsSteps,
  type NewsFact,
  type NewsSuperseded,
  newsFor,
  newsOfDocument,
  newsOfView,
  type ParticipantCode,
} from "@avances/domain/network";
import { type CalendarDate, localDate, maySend } from "@avances/domain/round";
import { contactOf, reachedBy } from "../letters/contact.ts";
import { type DocumentNews, type MatterNewsFacts, matterNews, type ViewNews } from "../letters/matter-news.ts";
import { newMail } from "../letters/new-mail.ts";
import { pageLink } from "../letters/portal-pages.ts";
import { reasonOf } from "../reason-of.ts";
import type { DigestDeps } from "./digests.ts";
import { loadSides, type Side, type Sides } from "./matter-sides.ts";
import type { WritingConfig } from "./message.ts";

const day = 86_400_000;

/** Something that one side is told of, as it stands. */
export interface Telling {
  readonly side: ParticipantCode;
  readonly matterId: string;
  readonly version: number;
  readonly step: MatterNewsStep;
  readonly fact: NewsFact;
  /** From when it is counted how old it is; of a view the last day on which its country alone reads it. Null = from the day on which it happened. */
  readonly since: CalendarDate | null;
  readonly view: ToldView | null;
  readonly document: ToldDocument | null;
}

/**
 * Finds the news of the Network that nobody has written yet, and queues them: that IOM has given a view of a country, and that what was sent to a side was
 * withdrawn or has another version. As safe to run as `planRound`. Of one step each person gets one message, whatever it tells of, on a day on which nothing else was
 * written to the person. Run it after what is asked of countries was planned.
 */
export async function planNews(deps: DigestDeps): Promise<{ readonly queued: number }> {
  const now = deps.clock.now();
  const at = new Date(now.getTime() - (matterCatchUpDays + 1) * day);
  const since = { at, day: localDate(at, "UTC") };
  const { all, demonstration } = await deps.db.asWorker(async (tx) => {
    if (!(await hasRecentNews(tx, since))) return { all: [], demonstration: false };
    const found = tellingsOf(await listViewsToTell(tx, since), await listDocumentsToTell(tx, since));
    return { all: found, demonstration: found.length > 0 && (await settledKind(tx)) === "demonstration" };
  });
  const context = { now, newId: deps.newId, config: { ...deps.config, demonstration } };
  let queued = 0;
  for (const [code, tellings] of Map.groupBy(all, ({ side }) => side)) {
    try {
      queued += await deps.db.asWorker((tx) => tell(tx, code, tellings, context));
    } catch (error) {
      deps.log.error({ side: code, reason: reasonOf(error) }, "news of the Network could not be planned");
    }
  }
  return { queued };
}

/** What there is to tell, and to whom. */
function tellingsOf(views: readonly ToldView[], documents: readonly ToldDocument[]): readonly Telling[] {
  return [...views.flatMap((view) => tellingOfView(view) ?? []), ...documents.flatMap(tellingsOfDocument)];
}

function tellingOfView(view: ToldView): Telling | null {
  const { matterId, version, state, country, replyUntil, filedAt, withdrawnAt, isAnswered, othersFiledAt } = view;
  const fact = { state, at: withdrawnAt ?? filedAt };
  const step = newsOfView({ ...fact, isAnswered, isReplaced: othersFiledAt !== null && othersFiledAt > filedAt });
  if (step === null) return null;
  const since = state === "withdrawn" ? null : replyUntil;
  return { side: country, matterId, version, step, fact, since, view, document: null };
}

function tellingsOfDocument(document: ToldDocument): readonly Telling[] {
  const { matterId, version, state, filedAt, withdrawnAt, sent } = document;
  return [...new Set(sent.flatMap(({ to }) => to))].sort().flatMap((side): Telling[] => {
    const fact = { state, at: withdrawnAt ?? filedAt };
    const sentVersion = Math.max(...sent.filter(({ to }) => to.includes(side)).map((one) => one.version));
    const step = newsOfDocument({ ...fact, version, sentVersion });
    return step === null ? [] : [{ side, matterId, version, step, fact, since: null, view: null, document }];
  });
}

export interface NewsContext {
  readonly now: Date;
  readonly newId: () => string;
  readonly config: WritingConfig & { readonly secretariatCountry?: string | undefined };
}

/** Writes what is new to one side into the ledger, with a message for each of its people to whom one may be written now. */
async function tell(
  tx: Tx,
  code: ParticipantCode,
  tellings: readonly Telling[],
  { now, newId, config }: NewsContext,
): Promise<number> {
  await lockNewsTo(tx, code);
  const sides = await loadSides(tx, now, config.secretariatCountry);
  const side = sides.of(code);
  if (side === null) return 0;
  const ledger = await listMatterNews(
    tx,
    tellings.map(({ matterId }) => matterId),
  );
  const mailed = await listMailedSince(
    tx,
    side.people.map(({ id }) => id),
    new Date(now.getTime() - 2 * day),
  );
  const today = localDate(now, side.days.timeZone);
  const mails: NewMailRow[] = [];
  for (const person of side.people) {
    const judged = tellings.flatMap((telling) => {
      const disposition = judge(telling, side, person, ledger, now);
      return disposition === null ? [] : [{ telling, disposition }];
    });
    const rowOf = ({ matterId, version, step }: Telling) => ({
      ...{ id: newId(), matterId, version, participantCode: code, userId: person.id, step, createdAt: now },
    });
    const recorded = judged.filter(({ disposition }) => disposition !== "send");
    await insertMatterNews(
      tx,
      recorded.map(({ telling, disposition }) => ({ ...rowOf(telling), mailId: null, superseded: disposition })),
    );
    const last = mailed.get(person.id);
    const isFree = last === undefined || localDate(last, side.days.timeZone) < today;
    const waiting = judged.flatMap(({ telling, disposition }) => (disposition === "send" ? [telling] : []));
    const step = matterNewsSteps.find((one) => waiting.some((telling) => telling.step === one));
    if (step === undefined || !isFree || !maySend(now, newsDays(side))) continue;
    const told = waiting.filter((telling) => telling.step === step);
    const mailId = newId();
    await insertMatterNews(
      tx,
      told.map((telling) => ({ ...rowOf(telling), mailId, superseded: null })),
    );
    mails.push(newsMail({ id: mailId, step, told, side, person }, sides, { now, config }));
  }
  await insertMails(tx, mails);
  return mails.length;
}

/** Nothing is asked by news, so nothing holds them but the days and hours of their readers: the days in which a country may answer first go on while its reminders are held. */
export const newsDays = ({ days: { timeZone, daysOff } }: Side) => ({ timeZone, daysOff });

function judge(
  { matterId, version, step, fact, since }: Telling,
  { days: { timeZone } }: Side,
  person: Recipient,
  ledger: readonly NewsAndMail[],
  now: Date,
): "send" | NewsSuperseded | null {
  const about = ledger.filter(({ news }) => news.matterId === matterId);
  const these = about.filter(({ news }) => news.step === step && news.version === version);
  const known = {
    isHandled: these.some(({ news }) => news.userId === person.id),
    // Where nothing is sent, a message that is kept stands for one that left.
    isTold: about.some(({ news, state }) => news.userId === person.id && (state === "sent" || state === "kept")),
    isWritten: these.some(({ news }) => news.superseded === null),
    personSince: person.createdAt,
  };
  return newsFor(step, fact, known, { now, timeZone, since: since ?? localDate(fact.at, timeZone) });
}

/** What this message tells of and is still so, with its side and its reader; null = nothing is, or its reader speaks for the side no more. */
export async function standingNews(
  tx: Tx,
  rows: readonly { readonly matterId: string; readonly version: number; readonly step: MatterNewsStep }[],
  sides: Sides,
  of: { readonly participantCode: ParticipantCode; readonly userId: string },
): Promise<{ readonly told: readonly Telling[]; readonly side: Side; readonly person: Recipient } | null> {
  const side = sides.of(of.participantCode);
  const person = side?.people.find(({ id }) => id === of.userId);
  if (side === null || person === undefined) return null;
  const ids = rows.map(({ matterId }) => matterId);
  const now = tellingsOf(await findToldViews(tx, ids), await findToldDocuments(tx, ids));
  const told = rows.flatMap((row) =>
    now.filter(
      (one) =>
        one.side === side.code && one.matterId === row.matterId && one.version === row.version && one.step === row.step,
    ),
  );
  return told.length === 0 ? null : { told, side, person };
}

interface Message {
  readonly id: string;
  readonly step: MatterNewsStep;
  readonly told: readonly Telling[];
  readonly side: Side;
  readonly person: Recipient;
}

/** One message, as it stands now. */
export function newsMail(
  { id, step, told, side, person }: Message,
  sides: Sides,
  { now, config }: Pick<NewsContext, "now" | "config">,
): NewMailRow {
  const { mailFrom, demonstration, desk, publicUrl } = config;
  const contact = reachedBy(contactOf(sides.everybody, null), desk);
  const facts: MatterNewsFacts = {
    ...{ name: person.displayName, salutation: person.salutation, contact, now, place: side.place, role: person.role },
    country: side.country && { countryCode: side.code, countryName: side.country.name },
    views: told.flatMap(({ matterId, view }): ViewNews[] => {
      if (view === null) return [];
      const { filedAt, replyUntil, openedAt, withdrawnAt, othersFiledAt } = view;
      const link = pageLink(publicUrl, person.language, "statement", { matterId });
      return [{ filedAt, replyUntil, isOpen: openedAt !== null, withdrawnAt, othersFiledAt, link }];
    }),
    documents: told.flatMap(({ matterId, document, fact }): DocumentNews[] => {
      const last = document?.sent.findLast(({ to }) => to.includes(side.code));
      if (last === undefined) return [];
      const { at: sentAt, meeting, point } = last;
      const link = pageLink(publicUrl, person.language, "document", { matterId });
      return [{ sentAt, meeting, point, at: fact.at, link }];
    }),
  };
  return newMail({
    ...{ id, kind: step, user: person, countryCode: side.country?.alpha3 ?? null, now, mailFrom, demonstration },
    ...matterNews[step][person.language](facts),
    replyTo: contact?.address ?? desk?.replyTo ?? null,
  });
}
