import type {
  acceptSubmission,
  BodyInputOf,
  getPublicFileState,
  getReviewPromise,
  getVersionAnswers,
  listReviews,
  listVerdicts,
  markAnswers,
  publishSubmission,
  ResponseOf,
  returnSubmission,
  setReviewPromise,
} from "@avances/contracts";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { call, operation } from "#lib/api-client.ts";
import { submissionQuery } from "#lib/shared-queries.ts";
import { showReply } from "#lib/show-reply.ts";

const reviews = operation<typeof listReviews>("GET", "/reviews");
const publicFile = operation<typeof getPublicFileState>("GET", "/public-file");
const accept = operation<typeof acceptSubmission>("POST", "/submissions/:submissionId/accept", { idempotent: true });
const sendBack = operation<typeof returnSubmission>("POST", "/submissions/:submissionId/return", { idempotent: true });
const verdicts = operation<typeof listVerdicts>("GET", "/submissions/:submissionId/verdicts");
const markOperation = operation<typeof markAnswers>("PUT", "/submissions/:submissionId/verdicts", { idempotent: true });
const versionAnswers = operation<typeof getVersionAnswers>(
  "GET",
  "/submissions/:submissionId/versions/:version/answers",
);
const promise = operation<typeof getReviewPromise>("GET", "/reviews/promise");
const setPromise = operation<typeof setReviewPromise>("PUT", "/reviews/promise", { idempotent: true });
const publish = operation<typeof publishSubmission>("POST", "/submissions/:submissionId/publish", {
  idempotent: true,
});

export const reviewsQuery = queryOptions({
  queryKey: ["reviews"],
  queryFn: ({ signal }) => call(reviews, { signal }),
});

/** Fetched again each minute: as often, the portal looks whether the public file is to be made anew. */
export const publicFileQuery = queryOptions({
  queryKey: ["public-file"],
  queryFn: ({ signal }) => call(publicFile, { signal }),
  refetchInterval: 60_000,
});

/** Fetched again each minute: the country may have sent a newer version. */
export const reportQuery = (submissionId: string) =>
  queryOptions({ ...submissionQuery(submissionId), refetchInterval: 60_000 });

interface Deciding<Body> {
  readonly body: Body;
  /** Revision of the state that the page showed. */
  readonly revision: number;
  readonly idempotencyKey: string;
}

/** An act on the state that was read; the server refuses it when the state has changed. */
function useAct<Body>(act: (deciding: Deciding<Body>) => Promise<unknown>, submissionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () =>
      Promise.all(
        [
          ["submission", submissionId],
          ["verdicts", submissionId],
          ["reviews"],
          ["round-status"],
          ["mail"],
          ["notices"],
          ["public"],
          ["public-file"],
        ].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
}

export function useAccept(submissionId: string) {
  return useAct(
    (deciding: Deciding<{ confirmNotApplicable: string[] }>) => call(accept, { params: { submissionId }, ...deciding }),
    submissionId,
  );
}

interface Return {
  readonly dueOn: string;
  readonly comments: { indicatorCode: string | null; body: string }[];
}

export function useReturn(submissionId: string) {
  return useAct(
    (deciding: Deciding<Return>) => call(sendBack, { params: { submissionId }, ...deciding }),
    submissionId,
  );
}

export function usePublish(submissionId: string) {
  return useAct(
    (deciding: Deciding<Record<string, never>>) => call(publish, { params: { submissionId }, ...deciding }),
    submissionId,
  );
}

type VerdictsView = ResponseOf<typeof listVerdicts>;

function newerOf(known: VerdictsView | undefined, read: VerdictsView): VerdictsView {
  return known !== undefined && known.version >= read.version && known.total > read.total ? known : read;
}

export const verdictsQuery = (submissionId: string) =>
  queryOptions({
    queryKey: ["verdicts", submissionId],
    queryFn: ({ signal }) => call(verdicts, { params: { submissionId }, signal }),
    // A reply that comes late says less than what is known: every change makes the total grow.
    structuralSharing: (known, read) => newerOf(known as VerdictsView | undefined, read as VerdictsView),
  });

/** A submitted version never changes. */
export const versionAnswersQuery = (submissionId: string, version: number) =>
  queryOptions({
    queryKey: ["version-answers", submissionId, version],
    queryFn: ({ signal }) => call(versionAnswers, { params: { submissionId, version }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export type MarkRequest = BodyInputOf<typeof markAnswers>;

export function useMarkAnswers(submissionId: string) {
  const client = useQueryClient();
  const { queryKey } = verdictsQuery(submissionId);
  return useMutation({
    mutationFn: ({ body, idempotencyKey }: { body: MarkRequest; idempotencyKey: string }) =>
      call(markOperation, { params: { submissionId }, body, idempotencyKey }),
    onSuccess: (reply) => {
      showReply(client, queryKey, reply);
    },
    onError: () =>
      Promise.all([queryKey, ["submission", submissionId]].map((key) => client.invalidateQueries({ queryKey: key }))),
  });
}

export const reviewPromiseQuery = queryOptions({
  queryKey: ["reviews", "promise"],
  queryFn: ({ signal }) => call(promise, { signal }),
});

export function useSetPromise() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: Deciding<{ days: number | null }>) => call(setPromise, act),
    onSettled: () => client.invalidateQueries({ queryKey: ["reviews"] }),
  });
}
