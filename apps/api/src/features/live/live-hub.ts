import type { Database } from "@avances/db";
import { tellLive } from "@avances/db/queries/live-queries";
import type { Deps } from "#deps.ts";
import { errorFacts } from "#error-facts.ts";
import {
  type BoardNews,
  isOfBoard,
  isOfReport,
  type PeopleNews,
  type Place,
  type Presence,
  type ReportNews,
  readNews,
} from "./live-news.ts";

/** What a follower of a report is told. `missed`: something may have happened unheard, so everything is read anew. */
export type Heard = ReportNews | { readonly kind: "people" } | { readonly kind: "missed" };

/** What a follower of all reports is told. `missed`: as above. */
export type HeardOfAll = ReportNews | BoardNews | { readonly kind: "missed" };

/** What happens to reports that somebody has open, and to those on a late monitor, in this instance and in all others. */
export interface LiveHub {
  /** Tells about one report from now on. Returns the function that stops it. */
  follow(submissionId: string, listener: (heard: Heard) => void): () => void;
  /** Tells about every report, and about what stands beside them on a late monitor. Returns the function that stops it. */
  followAll(listener: (heard: HeardOfAll) => void): () => void;
  /** This person has a report open, through this instance, until the returned function is called. */
  arrive(presence: Presence): () => void;
  /** Somebody who has a report open went to another place in it. The stream may be one of another instance. */
  move(where: Pick<Presence, "stream" | "submission" | "user">, place: Place): void;
  /** Everybody who has this report open, by name and stream. */
  peopleAt(submissionId: string): readonly Presence[];
  close(): Promise<void>;
}

/** Presences are told again this often. An instance that died tells nothing, and is forgotten with its people after `forgetMs`. */
const tellAgainMs = 30_000;
const forgetMs = 75_000;

type Need = {
  readonly db: Pick<Database, "onLive" | "authQuery">;
  readonly log: Pick<Deps["log"], "error">;
};

/**
 * One connection of this instance listens, from when somebody first has a report or a late monitor open. Who is there is held in memory only and passed on by
 * the same notifications: nothing of it is ever stored (decision 33).
 */
export function liveHub({ db, log }: Need, now: () => number = () => performance.now()): LiveHub {
  const followers = new Map<string, Set<(heard: Heard) => void>>();
  const followersOfAll = new Set<(heard: HeardOfAll) => void>();
  /** By stream. */
  const people = new Map<string, Presence & { readonly seenAt: number }>();
  const own = new Map<string, Presence>();
  let stopListening: (() => Promise<void>) | undefined;
  let again: NodeJS.Timeout | undefined;
  let isClosed = false;

  function tellFollowers(submission: string, heard: Heard): void {
    for (const listener of [...(followers.get(submission) ?? [])]) listener(heard);
  }
  function tellFollowersOfAll(heard: HeardOfAll): void {
    for (const listener of [...followersOfAll]) listener(heard);
  }
  // One after the other: on two connections at once, "gone" could overtake "here", and somebody who left would stay.
  let telling: Promise<void> = Promise.resolve();
  const tell = (news: PeopleNews) => {
    telling = telling.then(async () => {
      if (isClosed) return;
      await db.authQuery((tx) => tellLive(tx, JSON.stringify(news)));
    });
    telling = telling.catch((error: unknown) =>
      log.error(errorFacts(error), "who has a report open could not be told"),
    );
  };
  const tellOwn = () => {
    for (const presence of own.values()) tell({ kind: "here", ...presence });
  };

  function hear(said: string | null): void {
    if (said === null) {
      // After a (re)connection: others may have come, gone or written meanwhile.
      for (const submission of followers.keys()) tellFollowers(submission, { kind: "missed" });
      tellFollowersOfAll({ kind: "missed" });
      tell({ kind: "who" });
      return;
    }
    const news = readNews(said);
    if (news === null) return;
    if (isOfReport(news)) {
      tellFollowers(news.submission, news);
      tellFollowersOfAll(news);
    } else if (isOfBoard(news)) tellFollowersOfAll(news);
    else hearOfPeople(news);
  }

  function hearOfPeople(news: PeopleNews): void {
    switch (news.kind) {
      case "who":
        tellOwn();
        return;
      case "here": {
        const { kind: _, ...presence } = news;
        put(presence);
        return;
      }
      case "moved": {
        const known = people.get(news.stream);
        // Only the person itself says where it is.
        if (known?.user !== news.user || known.submission !== news.submission) return;
        const { section, indicatorCode } = news;
        const { seenAt: _, ...presence } = known;
        const moved = { ...presence, section, indicatorCode };
        if (own.has(news.stream)) own.set(news.stream, moved);
        put(moved);
        return;
      }
      case "gone":
        remove(news.stream);
    }
  }

  function put(presence: Presence): void {
    const { seenAt: _, ...before } = people.get(presence.stream) ?? { seenAt: 0 };
    people.set(presence.stream, { ...presence, seenAt: now() });
    if (JSON.stringify(before) !== JSON.stringify(presence)) tellFollowers(presence.submission, { kind: "people" });
  }

  function remove(stream: string): void {
    const known = people.get(stream);
    if (known === undefined || !people.delete(stream)) return;
    tellFollowers(known.submission, { kind: "people" });
  }

  function listen(): void {
    if (stopListening !== undefined || isClosed) return;
    stopListening = db.onLive(hear);
    again = setInterval(() => {
      tellOwn();
      for (const [stream, { seenAt }] of people) if (now() - seenAt > forgetMs) remove(stream);
    }, tellAgainMs);
    again.unref();
  }

  return {
    follow(submissionId, listener) {
      listen();
      const here = followers.get(submissionId) ?? new Set();
      followers.set(submissionId, here.add(listener));
      return () => {
        here.delete(listener);
        if (here.size === 0) followers.delete(submissionId);
      };
    },
    followAll(listener) {
      listen();
      followersOfAll.add(listener);
      return () => void followersOfAll.delete(listener);
    },
    arrive(presence) {
      listen();
      own.set(presence.stream, presence);
      put(presence);
      tell({ kind: "here", ...presence });
      return () => {
        if (!own.delete(presence.stream)) return;
        remove(presence.stream);
        tell({ kind: "gone", stream: presence.stream, submission: presence.submission });
      };
    },
    move: (where, place) => tell({ kind: "moved", ...where, ...place }),
    peopleAt: (submissionId) =>
      [...people.values()]
        .filter(({ submission }) => submission === submissionId)
        .map(({ seenAt: _, ...presence }) => presence)
        .sort((one, other) => (`${one.name} ${one.stream}` < `${other.name} ${other.stream}` ? -1 : 1)),
    close: async () => {
      isClosed = true;
      clearInterval(again);
      await Promise.all([telling, stopListening?.()]);
    },
  };
}
