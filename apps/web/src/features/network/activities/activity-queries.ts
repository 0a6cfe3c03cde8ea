import type {
  BodyInputOf,
  Contract,
  declineSupport,
  endorseActivity,
  evaluateActivity,
  fileActivity,
  getActivity,
  getActivityEntry,
  holdActivity,
  listActivities,
  QueryInputOf,
  reviseActivity,
  saveActivity,
  showActivity,
  supportActivity,
  withdrawActivity,
} from "@avances/contracts";
import { keepPreviousData, queryOptions, useMutation } from "@tanstack/react-query";
import type { Language } from "#i18n/language.ts";
import { call, callForFile, type Operation, operation } from "#lib/api-client.ts";
import { keepFile } from "#lib/keep-file.ts";
import { actsOfKind, useMattersChanged } from "../matter.ts";

const list = operation<typeof listActivities>("GET", "/activities");
const one = operation<typeof getActivity>("GET", "/activities/:matterId");
const entry = operation<typeof getActivityEntry>("GET", "/activities/:matterId/activity.ics");
export const activityActs = actsOfKind("activity", "activities", {
  save: operation<typeof saveActivity>("PUT", "/activities/:matterId", { idempotent: true }),
  file: operation<typeof fileActivity>("POST", "/activities/:matterId/file", { idempotent: true }),
  revise: operation<typeof reviseActivity>("POST", "/activities/:matterId/versions", { idempotent: true }),
  show: operation<typeof showActivity>("POST", "/activities/:matterId/visibility", { idempotent: true }),
  withdraw: operation<typeof withdrawActivity>("POST", "/activities/:matterId/withdraw", { idempotent: true }),
});
const says = {
  support: operation<typeof supportActivity>("POST", "/activities/:matterId/support", { idempotent: true }),
  decline: operation<typeof declineSupport>("POST", "/activities/:matterId/declines", { idempotent: true }),
  endorse: operation<typeof endorseActivity>("POST", "/activities/:matterId/endorsements", { idempotent: true }),
  hold: operation<typeof holdActivity>("POST", "/activities/:matterId/held", { idempotent: true }),
  evaluate: operation<typeof evaluateActivity>("POST", "/activities/:matterId/evaluations", { idempotent: true }),
};

export type ActivitiesAsked = QueryInputOf<typeof listActivities>;

/** A page of the proposals as asked for; while another is fetched, the one before stays. */
export const activitiesQuery = (asked: ActivitiesAsked) =>
  queryOptions({
    queryKey: ["activities", "list", asked],
    queryFn: ({ signal }) => call(list, { query: asked, signal }),
    placeholderData: keepPreviousData,
  });

export const activityQuery = (matterId: string) =>
  queryOptions({
    queryKey: ["activities", matterId],
    queryFn: ({ signal }) => call(one, { params: { matterId }, signal }),
  });

/** The activity as a file for the reader's calendar program. */
export function useActivityEntry(matterId: string, language: Language) {
  return useMutation({
    mutationFn: () => callForFile(entry, { params: { matterId }, query: { language } }),
    onSuccess: keepFile,
  });
}

interface Said {
  readonly support: BodyInputOf<typeof supportActivity>;
  readonly decline: BodyInputOf<typeof declineSupport>;
  readonly endorse: BodyInputOf<typeof endorseActivity>;
  readonly hold: BodyInputOf<typeof holdActivity>;
  readonly evaluate: BodyInputOf<typeof evaluateActivity>;
}

/** What somebody says of it: that depends on no revision. */
export function useSay<Name extends keyof Said>(matterId: string, name: Name) {
  const onSettled = useMattersChanged(activityActs.key);
  return useMutation({
    mutationFn: (act: { readonly body: Said[Name]; readonly idempotencyKey: string }): Promise<unknown> =>
      call(says[name] as Operation<Contract>, { params: { matterId }, ...act } as never),
    onSettled,
  });
}
