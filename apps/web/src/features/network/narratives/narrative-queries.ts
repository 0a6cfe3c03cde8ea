import type {
  fileNarrative,
  getNarrative,
  reviseNarrative,
  saveNarrative,
  showNarrative,
  withdrawNarrative,
} from "@avances/contracts";
import { queryOptions } from "@tanstack/react-query";
import { call, operation } from "#lib/api-client.ts";
import { actsOfKind } from "../matter.ts";

const one = operation<typeof getNarrative>("GET", "/narratives/:matterId");

/** Below the meetings, so that a meeting is read again with it: who shared its progress stands there too. */
const key = "meetings";

export const narrativeActs = actsOfKind("narrative", key, {
  save: operation<typeof saveNarrative>("PUT", "/narratives/:matterId", { idempotent: true }),
  file: operation<typeof fileNarrative>("POST", "/narratives/:matterId/file", { idempotent: true }),
  revise: operation<typeof reviseNarrative>("POST", "/narratives/:matterId/versions", { idempotent: true }),
  show: operation<typeof showNarrative>("POST", "/narratives/:matterId/visibility", { idempotent: true }),
  withdraw: operation<typeof withdrawNarrative>("POST", "/narratives/:matterId/withdraw", { idempotent: true }),
});

export const narrativeQuery = (matterId: string) =>
  queryOptions({
    queryKey: [key, "narratives", matterId],
    queryFn: ({ signal }) => call(one, { params: { matterId }, signal }),
  });
