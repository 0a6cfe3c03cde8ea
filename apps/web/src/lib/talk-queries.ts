import type { addComment, closeThread, markSeen, ResponseOf, SubmissionView, ThreadView } from "@avances/contracts";
import { isOfSecretariat } from "@avances/domain/access";
import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { type RefCallback, useEffect, useMemo } from "react";
import { call, operation } from "./api-client.ts";
import { cameByLink } from "./person-rights.ts";
import { useSession } from "./session.ts";
import { submissionQuery } from "./shared-queries.ts";

const comment = operation<typeof addComment>("POST", "/submissions/:submissionId/comments", { idempotent: true });
const closing = operation<typeof closeThread>("POST", "/submissions/:submissionId/threads/close");
const seeing = operation<typeof markSeen>("POST", "/submissions/:submissionId/comments/seen");

export type Remark = SubmissionView["comments"][number];

interface Note {
  readonly indicatorCode: string | null;
  readonly audience: "country" | "shared";
  readonly body: string;
}

/** Puts what changed into the report that is shown. A read under way may be older, so it starts again. */
function bringUpToDate(client: QueryClient, submissionId: string, change: (view: SubmissionView) => SubmissionView) {
  const { queryKey } = submissionQuery(submissionId);
  client.setQueryData(queryKey, (view: SubmissionView | undefined) => view && change(view));
  if (client.isFetching({ queryKey }) > 0) void client.invalidateQueries({ queryKey });
}

const isSame = (one: Pick<ThreadView, "indicatorCode" | "audience">, other: typeof one) =>
  one.indicatorCode === other.indicatorCode && one.audience === other.audience;

function withThread(view: SubmissionView, thread: ThreadView): SubmissionView {
  return { ...view, threads: [...view.threads.filter((one) => !isSame(one, thread)), thread] };
}

/** The report with this remark; a retry may return one that is known already. */
function withNote(view: SubmissionView, { thread, ...added }: ResponseOf<typeof addComment>): SubmissionView {
  return withThread({ ...view, comments: [...view.comments.filter(({ id }) => id !== added.id), added] }, thread);
}

export function useAddComment(submissionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ idempotencyKey, ...body }: Note & { readonly idempotencyKey: string }) =>
      call(comment, { params: { submissionId }, body, idempotencyKey }),
    onSuccess: (added) => bringUpToDate(client, submissionId, (view) => withNote(view, added)),
  });
}

export function useCloseThread(submissionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Pick<ThreadView, "indicatorCode" | "audience">) =>
      call(closing, { params: { submissionId }, body }),
    onSuccess: (thread) => bringUpToDate(client, submissionId, (view) => withThread(view, thread)),
    // Somebody closed it meanwhile, or wrote in it: the page shows how it stands.
    onError: () => client.invalidateQueries({ queryKey: submissionQuery(submissionId).queryKey }),
  });
}

/** A remark counts as seen when it has been on the screen so long, in a page that is looked at. */
const lookMs = 1_000;

/**
 * Tells the server which remarks of the other side are on the screen. The returned function makes the `ref` of the element that holds the
 * remark; undefined for remarks of which there is nothing to tell: one's own side's, internal ones, those that somebody has seen before.
 */
export function useSeenOnScreen(submissionId: string): (remark: Remark) => RefCallback<HTMLElement> | undefined {
  const client = useQueryClient();
  const { person } = useSession();
  const watcher = useMemo(
    // Whoever came by a section link does not count as the other side.
    () => (person === null || cameByLink(person) ? null : makeWatcher((ids) => tell(client, submissionId, ids))),
    [client, submissionId, person],
  );
  useEffect(() => () => watcher?.stop(), [watcher]);
  if (watcher === null || person === null) return () => undefined;
  const isOurs = (role: string) => isOfSecretariat(role) === isOfSecretariat(person.role);
  return ({ id, audience, authorRole, seen }) => {
    if (audience !== "shared" || isOurs(authorRole) || seen !== null) return undefined;
    return watcher.refOf(id);
  };
}

/** Whether it was told matters to nobody who reads: what fails is told at the next look. */
async function tell(client: QueryClient, submissionId: string, ids: readonly string[]): Promise<void> {
  try {
    const { seen } = await call(seeing, { params: { submissionId }, body: { comments: [...ids] } });
    const facts = new Map(seen.map(({ id, at, byName }) => [id, { at, byName }]));
    bringUpToDate(client, submissionId, (view) => ({
      ...view,
      comments: view.comments.map((one) => ({ ...one, seen: facts.get(one.id) ?? one.seen })),
    }));
  } catch {
    // Told again when the page is opened the next time.
  }
}

function makeWatcher(onSeen: (ids: readonly string[]) => void) {
  const shown = new Set<string>();
  const told = new Set<string>();
  const ids = new WeakMap<Element, string>();
  const refs = new Map<string, RefCallback<HTMLElement>>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer =
    typeof IntersectionObserver === "undefined"
      ? null
      : new IntersectionObserver(
          (entries) => {
            for (const { target, intersectionRatio, intersectionRect } of entries) {
              const id = ids.get(target);
              if (id === undefined) continue;
              // Half of it, or what fills half of a small screen.
              if (intersectionRatio >= 0.5 || intersectionRect.height > window.innerHeight / 2) shown.add(id);
              else shown.delete(id);
            }
            look();
          },
          { threshold: [0, 0.1, 0.2, 0.3, 0.4, 0.5] },
        );
  /** A page in the background is on nobody's screen. */
  function look() {
    clearTimeout(timer);
    const fresh = () => [...shown].filter((id) => !told.has(id));
    if (fresh().length === 0 || document.visibilityState !== "visible") return;
    timer = setTimeout(() => {
      const seen = fresh();
      for (const id of seen) told.add(id);
      if (seen.length > 0) onSeen(seen);
    }, lookMs);
  }
  document.addEventListener("visibilitychange", look);
  return {
    refOf(id: string): RefCallback<HTMLElement> {
      const ref =
        refs.get(id) ??
        ((element: HTMLElement | null) => {
          if (element === null) return;
          ids.set(element, id);
          observer?.observe(element);
          return () => {
            shown.delete(id);
            observer?.unobserve(element);
          };
        });
      refs.set(id, ref);
      return ref;
    },
    stop() {
      clearTimeout(timer);
      observer?.disconnect();
      document.removeEventListener("visibilitychange", look);
    },
  };
}
