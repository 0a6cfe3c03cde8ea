import type {
  acceptSubmission,
  getPublicFileState,
  listReviews,
  publishSubmission,
  returnSubmission,
} from "@avances/contracts";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { call, operation } from "#lib/api-client.ts";
import { submissionQuery } from "#lib/shared-queries.ts";

const reviews = operation<typeof listReviews>("GET", "/reviews");
const publicFile = operation<typeof getPublicFileState>("GET", "/public-file");
const accept = operation<typeof acceptSubmission>("POST", "/submissions/:submissionId/accept", { idempotent: true });
const sendBack = operation<typeof returnSubmission>("POST", "/submissions/:submissionId/return", { idempotent: true });
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
