import type { acceptSubmission, listReviews, publishSubmission, returnSubmission } from "@avances/contracts";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { call, operation } from "#lib/api-client.ts";
import { submissionQuery } from "#lib/shared-queries.ts";

const reviews = operation<typeof listReviews>("GET", "/reviews");
const accept = operation<typeof acceptSubmission>("POST", "/submissions/:submissionId/accept", { idempotent: true });
const sendBack = operation<typeof returnSubmission>("POST", "/submissions/:submissionId/return", { idempotent: true });
const publish = operation<typeof publishSubmission>("POST", "/submissions/:submissionId/publish", {
  idempotent: true,
});

export const reviewsQuery = queryOptions({
  queryKey: ["reviews"],
  queryFn: ({ signal }) => call(reviews, { signal }),
});

/** Asked again each minute too: the country may have filed a newer version. */
export const reportQuery = (submissionId: string) =>
  queryOptions({ ...submissionQuery(submissionId), refetchInterval: 60_000 });

/** The report is no longer what was read. The act was not tried. */
export class NewerVersion extends Error {
  override readonly name = "NewerVersion";
}

/**
 * An act on the version that was read. Before it, the server is asked which version it has: if a newer one arrived in the meantime,
 * nothing is done, so that nobody accepts or publishes what nobody has read.
 */
function useAct<Body>(
  submissionId: string,
  version: number,
  act: (body: Body, idempotencyKey: string) => Promise<unknown>,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ body, idempotencyKey }: { body: Body; idempotencyKey: string }) => {
      const now = await client.fetchQuery({ ...reportQuery(submissionId), staleTime: 0 });
      if (now.submission.version !== version) throw new NewerVersion();
      return act(body, idempotencyKey);
    },
    onSettled: () =>
      Promise.all(
        [["submission", submissionId], ["reviews"], ["round-status"], ["mail"], ["notices"], ["public"]].map(
          (queryKey) => client.invalidateQueries({ queryKey }),
        ),
      ),
  });
}

export function useAccept(submissionId: string, version: number) {
  return useAct(submissionId, version, (body: { confirmNotApplicable: string[] }, idempotencyKey) =>
    call(accept, { params: { submissionId }, body, idempotencyKey }),
  );
}

interface Return {
  readonly dueOn: string;
  readonly comments: { indicatorCode: string | null; body: string }[];
}

export function useReturn(submissionId: string, version: number) {
  return useAct(submissionId, version, (body: Return, idempotencyKey) =>
    call(sendBack, { params: { submissionId }, body, idempotencyKey }),
  );
}

export function usePublish(submissionId: string, version: number) {
  return useAct(submissionId, version, (body: Record<string, never>, idempotencyKey) =>
    call(publish, { params: { submissionId }, body, idempotencyKey }),
  );
}
