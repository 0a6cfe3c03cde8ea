import type { addComment, closeThread, markSeen, ResponseOf, SubmissionView, ThreadView } from "@avances/contracts";
import { isOfSecretariat } from "@avances/domain/access";
import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { type RefCallback, useEffect, useMemo } from "react";
import { ApiProblem, call, operation } from "./api-client.ts";
import { bringUpToDate } from "./bring-up-to-date.ts";
import { cameByLink } from "./person-rights.ts";
import { makeSeenWatcher } from "./seen-watcher.ts";
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

/**
 * Tells the server which remarks of the other side are on the screen. The returned function makes the `ref` of the element that holds the
 * remark; undefined for remarks of which there is nothing to tell: one's own side's, internal ones, those that somebody has seen before.
 */
export function useSeenOnScreen(submissionId: string): (remark: Remark) => RefCallback<HTMLElement> | undefined {
  const client = useQueryClient();
  const { person } = useSession();
  const watcher = useMemo(
    // Whoever came by a section link does not count as the other side.
    () => (person === null || cameByLink(person) ? null : makeSeenWatcher((ids) => tell(client, submissionId, ids))),
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

/** Whether it was told matters to nobody who reads. False = the portal did not answer: it is told again. */
async function tell(client: QueryClient, submissionId: string, ids: readonly string[]): Promise<boolean> {
  try {
    const { seen } = await call(seeing, { params: { submissionId }, body: { comments: [...ids] } });
    const facts = new Map(seen.map(({ id, at, byName }) => [id, { at, byName }]));
    bringUpToDate(client, submissionId, (view) => ({
      ...view,
      comments: view.comments.map((one) => ({ ...one, seen: facts.get(one.id) ?? one.seen })),
    }));
    return true;
  } catch (error) {
    // A refusal is an answer, and would be the same again; "too many" passes.
    return error instanceof ApiProblem && error.status > 0 && error.status < 500 && error.status !== 429;
  }
}
