import type {
  askForSignature,
  ResponseOf,
  SubmissionView,
  sendBackForSignature,
  signSubmission,
} from "@avances/contracts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call, operation } from "#lib/api-client.ts";
import { submissionQuery } from "#lib/shared-queries.ts";
import { showReply } from "#lib/show-reply.ts";
import type { Declared } from "./act-queries.ts";

const ask = operation<typeof askForSignature>("POST", "/submissions/:submissionId/signature/ask", { idempotent: true });
const sign = operation<typeof signSubmission>("POST", "/submissions/:submissionId/signature/sign", {
  idempotent: true,
});
const sendBack = operation<typeof sendBackForSignature>("POST", "/submissions/:submissionId/signature/send-back", {
  idempotent: true,
});

/** A step on the way to a signature; afterwards the page shows where it stands. */
function useStep<V>(submissionId: string, step: (wanted: V) => Promise<ResponseOf<typeof signSubmission>>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: step,
    onSuccess: (signature) => {
      const { queryKey } = submissionQuery(submissionId);
      showReply(client, queryKey, (view: SubmissionView | undefined) => view && { ...view, signature });
      void client.invalidateQueries({ queryKey });
      void client.invalidateQueries({ queryKey: ["home"] });
    },
  });
}

export const useAskForSignature = (submissionId: string) =>
  useStep(submissionId, ({ answers, leaving, ...act }: Declared) =>
    call(ask, { params: { submissionId }, body: { answers, leaving }, ...act }),
  );

export const useSign = (submissionId: string) =>
  useStep(submissionId, ({ answers, leaving, ...act }: Declared) =>
    call(sign, { params: { submissionId }, body: { declaration: true, answers, leaving }, ...act }),
  );

export const useSendBack = (submissionId: string) =>
  useStep(
    submissionId,
    ({ reason, ...act }: Pick<Declared, "revision" | "idempotencyKey"> & { readonly reason: string }) =>
      call(sendBack, { params: { submissionId }, body: { reason }, ...act }),
  );
