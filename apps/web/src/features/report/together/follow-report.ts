import type {
  followSubmission,
  LiveNews,
  ResponseOf,
  readAnswers,
  SubmissionView,
  tellPlace,
} from "@avances/contracts";
import type { IndicatorCode } from "@avances/domain/catalogue";
import type { QueryClient } from "@tanstack/react-query";
import type { Language } from "#i18n/language.ts";
import { call, operation } from "#lib/api-client.ts";
import { readEvents } from "#lib/event-stream.ts";
import { followAsPerson } from "#lib/follow-as-person.ts";
import { pagePerson } from "#lib/page-person.ts";
import { ministriesKey } from "#lib/proposals-query.ts";
import { sessionQuery } from "#lib/session.ts";
import { submissionQuery } from "#lib/shared-queries.ts";
import { showReply } from "#lib/show-reply.ts";
import { announce } from "#ui/announcer.tsx";
import { ownPartQuery } from "../ministries/ministries-queries.ts";
import { type AnswerStore, isOpen } from "../saving/answer-store.ts";
import { changesBy, makeTold, toReadAnew } from "./changed-elsewhere.ts";
import { indicatorAt, isWritten, placeOf } from "./place-of.ts";
import { togetherTexts } from "./together.texts.ts";
import { togetherOf } from "./together-store.ts";

const live = operation<typeof followSubmission>("GET", "/submissions/:submissionId/live");
const place = operation<typeof tellPlace>("PUT", "/submissions/:submissionId/live/:streamId");
const present = operation<typeof readAnswers>("GET", "/submissions/:submissionId/answers");

const settledMs = 800;

interface Follow {
  readonly client: QueryClient;
  readonly userId: string;
  readonly submissionId: string;
  readonly store: AnswerStore;
  /** As the page last had it. */
  readonly newest: { readonly current: { readonly view: SubmissionView; readonly lang: Language } };
}

export interface Following {
  /** Call whenever the report was read, or changed in the cache. */
  readonly catchUp: () => void;
  /** Shows what is held back under the cursor. */
  readonly showHeld: () => void;
  readonly stop: () => void;
}

/**
 * Follows the report until `stop` is called: what others change is read and shown, never under the cursor; who else is there is known, and
 * they are told where this person is.
 */
export function followReport({ client, userId, submissionId, store, newest }: Follow): Following {
  const together = togetherOf(submissionId);
  const isCode = (id: string) => store.entries().has(id);
  /** The indicator that is being written in. */
  const under = () => (isWritten(document.activeElement) ? indicatorAt(document.activeElement, isCode) : null);

  const changes = makeTold();
  /** One after the other: what is read later must not be replaced by what was read before. */
  let reading = Promise.resolve();
  let isSaying = false;
  /**
   * Where the whole report was read before the line told of an answer, because of an act or because the window is looked at again, its change has
   * arrived all the same, and is said all the same.
   */
  const sayUntold = () => {
    if (isSaying) return;
    isSaying = true;
    reading = reading
      .then(async () => {
        const codes = changes.untold();
        // Whatever this person did in this page itself is not news.
        if (codes.length > 0) await readChanged(codes, "others");
      })
      .catch(() => undefined)
      .finally(() => {
        isSaying = false;
      });
  };

  /** Takes over what the report as it was last read has newer, except under the cursor and where something is not saved. */
  const catchUp = () => {
    const cursor = under();
    const later = newest.current.view.answers.filter(({ indicatorCode, revision }) => {
      const entry = store.entries().get(indicatorCode);
      return entry !== undefined && revision > entry.queue.revision && !isOpen(entry);
    });
    const free = later.filter(({ indicatorCode }) => indicatorCode !== cursor);
    const held = new Set(later.flatMap(({ indicatorCode: code }) => (code === cursor ? [code] : [])));
    if (!sameSet(held, together.now().held)) together.put({ held });
    changes.arrived(later);
    if (free.length > 0) store.read(free);
    if (changes.untold().length > 0) sayUntold();
  };

  async function take(news: LiveNews): Promise<void> {
    const { view: known, lang } = newest.current;
    const say = togetherTexts[lang].news;
    if (news.people !== undefined) together.put({ people: news.people });
    // Also when a stream begins: something may have been proposed since the page was read.
    if (news.proposals !== undefined) void client.invalidateQueries({ queryKey: ministriesKey(submissionId) });
    const part = client.getQueryData(ownPartQuery(submissionId).queryKey)?.section;
    if (news.asked !== undefined && news.asked !== part?.revision) await readPart();
    const codes = toReadAnew(news.answers ?? {}, store.entries());
    const reports = codes.length === 0 ? null : await readChanged(codes, "all");
    // Acts and remarks are read with the whole report, after the answers, whose change is said by name.
    const isStale =
      (reports ?? news.revision ?? 0) > known.submission.revision ||
      (news.notes !== undefined && news.notes !== known.talk);
    if (isStale) await client.invalidateQueries({ queryKey: submissionQuery(submissionId).queryKey });

    /** What was asked has changed: other answers, or another day. What was typed in those no longer asked for stays on this computer. */
    async function readPart(): Promise<void> {
      store.commitAll();
      await client.invalidateQueries({ queryKey: ministriesKey(submissionId) });
      await client.invalidateQueries({ queryKey: submissionQuery(submissionId).queryKey });
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
      if (part !== undefined) announce(say.askedAnew);
    }
  }

  /** Reads these answers, shows them and says who changed them, each change once. Returns the revision of the report. */
  async function readChanged(changed: readonly IndicatorCode[], whose: "all" | "others"): Promise<number> {
    const read = await call(present, {
      params: { submissionId },
      query: { indicators: changed.join(",") },
      actingAs: userId,
    });
    if (pagePerson.now().person?.id !== userId) return 0;
    const say = togetherTexts[newest.current.lang].news;
    together.put({ own: new Set(read.byReader) });
    const news = changes.tell(read.answers, changed);
    showReply(
      client,
      submissionQuery(submissionId).queryKey,
      (shown: SubmissionView | undefined) => shown && withPresent(shown, read),
    );
    for (const { by, isOwn, codes } of changesBy(news, read.byReader)) {
      if (isOwn && whose === "others") continue;
      const [only] = codes;
      if (codes.length === 1 && only !== undefined) announce(isOwn ? say.ownOne(only) : say.one(by, only));
      else announce(isOwn ? say.ownMany(codes.length) : say.many(by, codes.length));
    }
    return read.submissionRevision;
  }

  let stream: string | null = null;
  let told = "";
  let settling: ReturnType<typeof setTimeout> | undefined;
  const tellWhere = () => {
    clearTimeout(settling);
    settling = setTimeout(() => {
      const at = placeOf(indicatorAt(document.activeElement, isCode), location.search);
      const now = JSON.stringify([stream, at]);
      if (stream === null || now === told) return;
      told = now;
      // Whether colleagues know where one is matters little: what fails is told with the next move.
      call(place, { params: { submissionId, streamId: stream }, body: at, actingAs: userId }).catch(() => {
        told = "";
      });
    }, settledMs);
  };

  const stop = followAsPerson(userId, {
    open: (heard, signal) =>
      readEvents(live, { params: { submissionId }, actingAs: userId, signal }, (news) => {
        heard();
        if (news.stream !== undefined) {
          stream = news.stream;
          together.put({ isLive: true, people: [] });
          tellWhere();
        }
        // What could not be read is told again when the stream begins anew.
        reading = reading.then(() => take(news)).catch(() => undefined);
      }),
    lost: () => {
      stream = null;
      together.put({ isLive: false, people: [] });
    },
  });

  const moved = () => {
    tellWhere();
    // The focus has its new place a moment after the event.
    queueMicrotask(catchUp);
  };
  const stopReading = store.subscribe(catchUp);
  document.addEventListener("focusin", moved);
  document.addEventListener("focusout", moved);
  return {
    catchUp,
    showHeld: () => store.read(newest.current.view.answers),
    stop: () => {
      stop();
      stopReading();
      clearTimeout(settling);
      document.removeEventListener("focusin", moved);
      document.removeEventListener("focusout", moved);
      together.put({ isLive: false, people: [], held: new Set() });
    },
  };
}

/** The cached report with these answers. What is in the cache already and newer stays. */
export function withPresent(view: SubmissionView, read: ResponseOf<typeof readAnswers>): SubmissionView {
  const known = new Map(view.answers.map((answer) => [answer.indicatorCode, answer]));
  for (const answer of read.answers)
    if (answer.revision >= (known.get(answer.indicatorCode)?.revision ?? 0)) known.set(answer.indicatorCode, answer);
  return {
    ...view,
    answers: [...known.values()],
    submission: { ...view.submission, answered: read.answered },
  };
}

function sameSet(one: ReadonlySet<IndicatorCode>, other: ReadonlySet<IndicatorCode>): boolean {
  return one.size === other.size && [...one].every((code) => other.has(code));
}
