import type { BoardNews, followRound as followContract } from "@avances/contracts";
import { readReportOfRound } from "@avances/db/queries/report-of-round";
import { findRound } from "@avances/db/queries/round-queries";
import { listSubmissionsOfRound } from "@avances/db/queries/round-status-queries";
import { type Actor, can, isOfSecretariat, scopeOf } from "@avances/domain/access";
import type { Deps } from "#deps.ts";
import { errorFacts } from "#error-facts.ts";
import { allow, found } from "#features/shared/allow.ts";
import { actorOfSession } from "#http/authentication.ts";
import type { EventSink, Following } from "#http/mount-stream.ts";
import type { HeardOfAll, LiveHub } from "./live-hub.ts";
import { takePlace } from "./places.ts";

type Need = Pick<Deps, "db" | "clock" | "log"> & { readonly live: LiveHub };

/** What happens within this time is told together: in the last week of a round somebody saves every second. */
const togetherMs = 800;

/** What somebody learns of a country: everything that the board shows, or only what it shows to everybody. */
type Learns = "all" | "public_acts" | "nothing";

/**
 * Follows the late monitor of a round for one reader. As with a report, the session and the rights of the reader are read anew before anything
 * is told, and what is told is where something changed: the reader reads the board. Refuses with `not-found` a round that does not exist.
 */
export async function followRound(deps: Need, actor: Actor, year: number): Promise<Following<typeof followContract>> {
  allow(actor, "status-board.read");
  const { live, log } = deps;
  const release = takePlace(live, actor.userId);
  const waiting: HeardOfAll[] = [];
  let sink: EventSink<typeof followContract> | null = null;
  let timer: NodeJS.Timeout | undefined;
  // First listen, then read, as with a report.
  const unfollow = live.followAll((heard) => {
    waiting.push(heard);
    if (sink !== null) timer ??= setTimeout(tellAll, togetherMs);
  });
  const stop = () => {
    unfollow();
    clearTimeout(timer);
    release();
  };
  const [maybeRound, reports] = await deps.db
    .asActor(actor, (tx) => Promise.all([findRound(tx, year), listSubmissionsOfRound(tx, year)]))
    .catch((error: unknown) => {
      stop();
      throw error;
    });
  if (maybeRound === undefined) stop();
  found(maybeRound);
  const countryOf = new Map(
    [...reports.values()].map(readReportOfRound).map(({ id, countryCode }) => [id, countryCode]),
  );

  async function tellAll(): Promise<void> {
    timer = undefined;
    const heard = waiting.splice(0);
    try {
      const reader = await actorOfSession(deps, actor.sessionId);
      if (reader === null || !can(reader, "status-board.read").allowed) return sink?.end();
      const news = newsFor(reader, heard);
      if (news.everything || news.countries.length > 0) sink?.tell(news);
    } catch (error) {
      // The reader connects again, and then reads everything anew.
      log.error(errorFacts(error), "news of a round could not be told");
      sink?.end();
    }
  }

  function newsFor(reader: Actor, all: readonly HeardOfAll[]): BoardNews {
    const countries = new Set<string>();
    let everything = false;
    /** Contacts and asks are for the secretariat alone. */
    const addForDesk = (some: readonly string[]) => {
      if (isOfSecretariat(reader.role)) for (const each of some) countries.add(each);
    };
    for (const heard of all) {
      switch (heard.kind) {
        case "missed":
          everything = true;
          break;
        case "round":
          everything ||= heard.round === year;
          break;
        // A hold of all its countries stands on no board but that of the secretariat.
        case "holds":
          everything ||= heard.round === year && isOfSecretariat(reader.role);
          break;
        case "asks":
          if (heard.round === year) addForDesk(heard.countries);
          break;
        case "contacts":
        // When the next reminder goes follows the days of the country.
        case "days_off":
          addForDesk([heard.country]);
          break;
        case "act": {
          const country = countryOf.get(heard.submission);
          if (country !== undefined && learns(reader, country) !== "nothing") countries.add(country);
          break;
        }
        case "answers": {
          const country = countryOf.get(heard.submission);
          if (country !== undefined && learns(reader, country) === "all") countries.add(country);
          break;
        }
        // A board shows neither remarks nor verdicts nor the work of other ministries.
        case "notes":
        case "proposals":
        case "sections":
        case "verdicts":
          break;
      }
    }
    return { everything, countries: [...countries].sort() };
  }

  return {
    begin(to) {
      sink = to;
      sink.tell({ everything: true, countries: [] });
      if (waiting.length > 0) timer ??= setTimeout(tellAll, togetherMs);
    },
    mayGoOn: async () => (await actorOfSession(deps, actor.sessionId)) !== null,
    stop,
  };
}

/** As the board shows it (`rounds/round-status.ts`): how far the work is, the secretariat and the country itself know. */
function learns(reader: Actor, country: string): Learns {
  if (isOfSecretariat(reader.role) || reader.country === country) return "all";
  return scopeOf(reader.role, "status-board.read") === "own" ? "nothing" : "public_acts";
}
