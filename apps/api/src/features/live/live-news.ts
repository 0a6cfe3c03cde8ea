import { z } from "zod";

// What instances tell each other through PostgreSQL. Each message says where something happened; what it is, each reader asks with own rights.

const Id = z.uuid();
const ofReport = { submission: Id, country: z.string() };
const place = { section: z.string().nullable(), indicatorCode: z.string().nullable() };

/** Something was written to a report. Triggers tell it in the transaction that wrote it; answers are told once they are committed. */
const ReportNews = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("answers"), ...ofReport, answers: z.record(z.string(), z.int()) }),
  z.object({ kind: z.literal("act"), ...ofReport, revision: z.int() }),
  z.object({ kind: z.literal("notes"), ...ofReport }),
  z.object({ kind: z.literal("proposals"), ...ofReport, indicators: z.array(z.string()) }),
  z.object({ kind: z.literal("sections"), ...ofReport }),
  /** For the secretariat alone. */
  z.object({ kind: z.literal("verdicts"), ...ofReport }),
]);
export type ReportNews = z.output<typeof ReportNews>;
const reportKinds: ReadonlySet<string> = new Set(ReportNews.options.map(({ shape }) => shape.kind.value));

/** Something was written that a late monitor shows and that stands in no report. The triggers of migrations 0027, 0031 and 0046 tell it. */
const BoardNews = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("asks"), round: z.int(), countries: z.array(z.string()) }),
  z.object({ kind: z.literal("contacts"), country: z.string() }),
  z.object({ kind: z.literal("days_off"), country: z.string() }),
  z.object({ kind: z.literal("round"), round: z.int() }),
  /** The reminders of a whole round are held, or no longer. For the secretariat alone. */
  z.object({ kind: z.literal("holds"), round: z.int() }),
]);
export type BoardNews = z.output<typeof BoardNews>;
const boardKinds: ReadonlySet<string> = new Set(BoardNews.options.map(({ shape }) => shape.kind.value));

/**
 * Somebody has a report open. `browser`: the same for all tabs of one session, and tells nothing else about it. `bySection`: by a section link;
 * an instance of a release before this does not say it, and knew of no such people.
 */
const Presence = z.object({
  ...{ stream: Id, submission: Id, user: Id, browser: z.string(), name: z.string() },
  bySection: z.boolean().default(false),
  ...place,
});
export type Presence = z.output<typeof Presence>;
export type Place = Pick<Presence, "section" | "indicatorCode">;

const PeopleNews = z.discriminatedUnion("kind", [
  Presence.extend({ kind: z.literal("here") }),
  z.object({ kind: z.literal("moved"), stream: Id, submission: Id, user: Id, ...place }),
  z.object({ kind: z.literal("gone"), stream: Id, submission: Id }),
  /** An instance that has just begun to listen asks who is there. */
  z.object({ kind: z.literal("who") }),
]);
export type PeopleNews = z.output<typeof PeopleNews>;

const News = z.union([ReportNews, BoardNews, PeopleNews]);
export type News = z.output<typeof News>;

/** Null for anything that this release does not know: an instance of another release may tell it. */
export function readNews(said: string): News | null {
  try {
    return News.safeParse(JSON.parse(said)).data ?? null;
  } catch {
    return null;
  }
}

/** Was something written to a report? */
export function isOfReport(news: News): news is ReportNews {
  return reportKinds.has(news.kind);
}

/** Was something written that a late monitor shows and no report? */
export function isOfBoard(news: News): news is BoardNews {
  return boardKinds.has(news.kind);
}
