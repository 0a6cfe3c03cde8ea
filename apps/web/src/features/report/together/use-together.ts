import type { SubmissionView } from "@avances/contracts";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useLanguage } from "#i18n/language.ts";
import { afterPage } from "#lib/later.tsx";
import { nextTry } from "#lib/part.ts";
import type { AnswerStore } from "../saving/answer-store.ts";
import type { Following } from "./follow-report.ts";

interface Together {
  readonly userId: string;
  readonly view: SubmissionView;
  readonly store: AnswerStore;
}

/** What else the page fetches comes before. */
const afterPageMs = 2_000;
const following = new Map<string, Following>();

/** Follows the report while it is on the screen (`follow-report.ts`). The page itself comes first, also over a slow line. */
export function useTogether({ userId, view, store }: Together): void {
  const client = useQueryClient();
  const lang = useLanguage();
  const submissionId = view.submission.id;
  const newest = useRef({ view, lang });
  newest.current = { view, lang };
  useEffect(() => {
    let isOver = false;
    const begin = async () => {
      const { followReport } = await loadQuietly(() => isOver);
      if (isOver) return;
      const follows = followReport({ client, userId, submissionId, store, newest });
      following.set(submissionId, follows);
      follows.catchUp();
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const forget = afterPage(() => {
      timer = setTimeout(() => void begin().catch(() => undefined), afterPageMs);
    });
    return () => {
      isOver = true;
      forget();
      clearTimeout(timer);
      following.get(submissionId)?.stop();
      following.delete(submissionId);
    };
  }, [client, store, submissionId, userId]);
  // Whenever the report was read, or changed in the cache.
  useEffect(() => following.get(submissionId)?.catchUp(), [submissionId, view]);
}

/** Whoever cannot follow the report can still write it: nothing is said, and it is tried again. */
async function loadQuietly(isOver: () => boolean): Promise<typeof import("./follow-report.ts")> {
  for (;;) {
    try {
      return await import("./follow-report.ts");
    } catch (error) {
      if (isOver()) throw error;
      await nextTry();
    }
  }
}

/** Shows what is held back under the cursor. */
export function showHeld(submissionId: string): void {
  following.get(submissionId)?.showHeld();
}
