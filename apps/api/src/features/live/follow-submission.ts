import { createHash } from "node:crypto";
import type { followSubmission as followContract, LiveNews } from "@avances/contracts";
import { listAnswers } from "@avances/db/queries/answer-queries";
import { countOpenProposals } from "@avances/db/queries/proposal-queries";
import { findSection } from "@avances/db/queries/section-queries";
import { findSubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import { listVerdicts } from "@avances/db/queries/verdict-queries";
import { type Actor, isOfSecretariat, mayDo, proposesOnly } from "@avances/domain/access";
import type { Deps } from "#deps.ts";
import { errorFacts } from "#error-facts.ts";
import { allow, found, seesIndicator, visibleAnswers } from "#features/shared/allow.ts";
import { withOwnProposals } from "#features/shared/own-proposals.ts";
import { sizeOfVerdicts } from "#features/shared/size-of-verdicts.ts";
import { readTalk, sizeOf } from "#features/shared/talk.ts";
import { actorOfSession } from "#http/authentication.ts";
import type { EventSink, Following } from "#http/mount-stream.ts";
import { colleaguesOf } from "./colleagues.ts";
import type { Heard, LiveHub } from "./live-hub.ts";
import { takePlace } from "./places.ts";

type Need = Pick<Deps, "db" | "clock" | "newId" | "log"> & { readonly live: LiveHub };

/**
 * Follows a report for one reader. Before anything is told, the session and the rights of the reader are read anew: nothing is told to a
 * session that has ended, nor about an answer that was taken from a contributor meanwhile. Refuses with `too-many-attempts` beyond eight streams
 * of one person in this instance.
 */
export async function followSubmission(
  deps: Need,
  actor: Actor,
  { submissionId }: { readonly submissionId: string },
): Promise<Following<typeof followContract>> {
  allow(actor, "submission.read");
  const { live, log } = deps;
  const stream = deps.newId();
  const browser = createHash("sha256").update(actor.sessionId).digest("base64url").slice(0, 16);
  const release = takePlace(live, actor.userId);
  const waiting: Heard[] = [];
  let sink: EventSink<typeof followContract> | null = null;
  let isTelling = false;
  let told = "";
  // First listen, then read: what is written in between is told once more than needed, and never missed.
  const unfollow = live.follow(submissionId, (heard) => {
    waiting.push(heard);
    void tellAll();
  });
  let leave: () => void = () => undefined;
  const stop = () => {
    unfollow();
    leave();
    release();
  };
  const first = await presentState(deps, actor, submissionId).catch((error: unknown) => {
    stop();
    throw error;
  });
  const isOfCountry = actor.country !== null;
  if (isOfCountry)
    leave = live.arrive({
      ...{ stream, submission: submissionId, user: actor.userId, browser, name: actor.displayName },
      ...{ bySection: actor.section !== undefined, section: null, indicatorCode: null },
    });

  const peopleFor = (reader: Actor) => {
    const people =
      // The person of a section link is told nobody's name.
      reader.country === null || reader.section !== undefined
        ? []
        : colleaguesOf(live.peopleAt(submissionId), { actor: reader, stream, browser });
    const text = JSON.stringify(people);
    if (text === told) return {};
    told = text;
    return { people };
  };

  /** One after the other, in the order in which it was heard. */
  async function tellAll(): Promise<void> {
    if (sink === null || isTelling) return;
    isTelling = true;
    try {
      for (let heard = waiting.shift(); heard !== undefined; heard = waiting.shift()) {
        const reader = await actorOfSession(deps, actor.sessionId);
        if (reader === null) return sink.end();
        const news = await newsFor(reader, heard);
        if (Object.keys(news).length > 0) sink.tell(news);
      }
    } catch (error) {
      // The reader connects again, and then reads everything anew.
      log.error(errorFacts(error), "news of a report could not be told");
      sink.end();
    } finally {
      isTelling = false;
    }
  }

  async function newsFor(reader: Actor, heard: Heard): Promise<LiveNews> {
    switch (heard.kind) {
      case "people":
        return peopleFor(reader);
      case "act":
        return { revision: heard.revision };
      case "answers": {
        if (isOfSecretariat(reader.role)) return {};
        const seen = Object.entries(heard.answers).filter(([code]) => seesIndicator(reader, code));
        if (seen.length === 0) return {};
        if (!proposesOnly(reader.role)) return { answers: Object.fromEntries(seen) };
        return answersOf(
          reader,
          seen.map(([code]) => code),
        );
      }
      case "proposals":
        // Those who report learn how many wait; their author, in another tab, what became of the own ones.
        if (mayDo(reader.role, "proposal.decide"))
          return { proposals: (await presentState(deps, reader, submissionId)).proposals ?? 0 };
        return proposesOnly(reader.role) ? answersOf(reader, heard.indicators) : {};
      case "sections": {
        // Those who report read their sections anew with what waits for them.
        const { proposals, asked } = await presentState(deps, reader, submissionId);
        return { ...(proposals !== undefined && { proposals }), ...(asked !== undefined && { asked }) };
      }
      case "notes":
        return { notes: (await presentState(deps, reader, submissionId)).notes };
      case "verdicts": {
        const { verdicts } = await presentState(deps, reader, submissionId);
        return verdicts === undefined ? {} : { verdicts };
      }
      case "missed":
        return { ...(await presentState(deps, reader, submissionId)), ...peopleFor(reader) };
    }
  }

  /** Present revisions of these answers, as a contributor works on them. */
  async function answersOf(reader: Actor, codes: readonly string[]): Promise<LiveNews> {
    const { answers } = await presentState(deps, reader, submissionId);
    const seen = Object.entries(answers).filter(([code]) => codes.includes(code));
    return seen.length === 0 ? {} : { answers: Object.fromEntries(seen) };
  }

  return {
    begin(to) {
      sink = to;
      sink.tell({ stream, ...first, ...peopleFor(actor) });
      void tellAll();
    },
    mayGoOn: async () => (await actorOfSession(deps, actor.sessionId)) !== null,
    stop,
  };
}

/** Revisions and counts, as this reader may know them. */
async function presentState(deps: Pick<Deps, "db">, actor: Actor, submissionId: string) {
  return deps.db.asActor(actor, async (tx) => {
    const submission = found(await findSubmissionInRound(tx, submissionId));
    allow(actor, "submission.read", { country: submission.countryCode });
    const stored = isOfSecretariat(actor.role) ? [] : await listAnswers(tx, submissionId);
    const rows = await withOwnProposals(tx, actor, submissionId, stored);
    const part = actor.section === undefined ? undefined : await findSection(tx, submissionId, actor.section.id);
    return {
      revision: submission.revision,
      answers: Object.fromEntries(visibleAnswers(actor, rows).map((row) => [row.indicatorCode, row.revision])),
      notes: sizeOf(await readTalk(tx, actor, submissionId)),
      ...(mayDo(actor.role, "proposal.decide") && { proposals: await countOpenProposals(tx, submissionId) }),
      ...(mayDo(actor.role, "submission.review") && {
        verdicts: sizeOfVerdicts(await listVerdicts(tx, submissionId)),
      }),
      ...(part !== undefined && { asked: part.section.revision }),
    };
  });
}
