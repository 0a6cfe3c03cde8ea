import type {
  confirmWaitingStep,
  declineWaitingStep,
  getWaitingStepMessages,
  listStepSettings,
  listWaitingSteps,
  ResponseOf,
  setStepConfirmation,
} from "@avances/contracts";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { call, operation } from "#lib/api-client.ts";
import { showReply } from "#lib/show-reply.ts";

export type WaitingSteps = ResponseOf<typeof listWaitingSteps>;
export type WaitingStep = WaitingSteps["steps"][number];
export type DecidedStep = WaitingSteps["decided"][number];
export type StepSetting = ResponseOf<typeof listStepSettings>["steps"][number];

const list = operation<typeof listWaitingSteps>("GET", "/rounds/:year/waiting-steps");
const messages = operation<typeof getWaitingStepMessages>("GET", "/rounds/:year/waiting-steps/:stepId/messages");
const confirm = operation<typeof confirmWaitingStep>("POST", "/rounds/:year/waiting-steps/:stepId/confirm", {
  idempotent: true,
});
const decline = operation<typeof declineWaitingStep>("POST", "/rounds/:year/waiting-steps/:stepId/decline", {
  idempotent: true,
});
const settings = operation<typeof listStepSettings>("GET", "/notice-steps");
const set = operation<typeof setStepConfirmation>("POST", "/notice-steps/:step", { idempotent: true });

export const waitingStepsQuery = (year: number) =>
  queryOptions({
    queryKey: ["waiting-steps", year],
    queryFn: ({ signal }) => call(list, { params: { year }, signal }),
    // A step is due at an hour, which nobody announces before the scheduler has looked.
    refetchInterval: 60_000,
  });

/** What would be written now: read anew each time, because words name days. */
export const stepMessagesQuery = (year: number, stepId: string) =>
  queryOptions({
    queryKey: ["waiting-step-messages", year, stepId],
    queryFn: ({ signal }) => call(messages, { params: { year, stepId }, signal }),
    staleTime: 0,
    gcTime: 0,
  });

export const stepSettingsQuery = queryOptions({
  queryKey: ["step-settings"],
  queryFn: ({ signal }) => call(settings, { signal }),
});

interface Decision {
  readonly stepId: string;
  /** A reason = it is declined. */
  readonly what: { readonly asksWritten: number } | { readonly reason: string };
  readonly idempotencyKey: string;
}

/** Confirms or declines a step that waits. */
export function useDecision(year: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ stepId, what, idempotencyKey }: Decision) =>
      "reason" in what
        ? call(decline, { params: { year, stepId }, body: what, idempotencyKey })
        : call(confirm, { params: { year, stepId }, body: what, idempotencyKey }),
    onSuccess: (reply) => showReply(client, waitingStepsQuery(year).queryKey, reply),
    // Also after a refusal: the page then shows what caused it.
    onSettled: () => refresh(client, [["waiting-steps"], ["simulation"], ["round-status"], ["notices"]]),
  });
}

interface Change {
  readonly step: StepSetting["step"];
  readonly needsConfirmation: boolean;
  readonly reason: string;
  readonly idempotencyKey: string;
}

/** Sets whether a step waits for a person. */
export function useStepSetting() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ step, idempotencyKey, ...body }: Change) => call(set, { params: { step }, body, idempotencyKey }),
    onSuccess: (reply) => showReply(client, stepSettingsQuery.queryKey, reply),
    onSettled: () => refresh(client, [["step-settings"], ["waiting-steps"], ["simulation"], ["round-status"]]),
  });
}

function refresh(client: ReturnType<typeof useQueryClient>, keys: readonly (readonly string[])[]) {
  return Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
}
