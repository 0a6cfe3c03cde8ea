import type {
  assessCompletion,
  BodyInputOf,
  Contract,
  fileVoice,
  getRecommendationsCsv,
  getRecommendationsWorkbook,
  getVoice,
  linkVoice,
  listVoices,
  QueryInputOf,
  reviseVoice,
  saveVoice,
  showVoice,
  takeStance,
  withdrawVoice,
} from "@avances/contracts";
import { keepPreviousData, queryOptions, useMutation } from "@tanstack/react-query";
import { call, type Operation, operation } from "#lib/api-client.ts";
import { actsOfKind, useMattersChanged } from "../matter.ts";

const list = operation<typeof listVoices>("GET", "/voices");
const one = operation<typeof getVoice>("GET", "/voices/:matterId");
export const voiceActs = actsOfKind("voice", "voices", {
  save: operation<typeof saveVoice>("PUT", "/voices/:matterId", { idempotent: true }),
  file: operation<typeof fileVoice>("POST", "/voices/:matterId/file", { idempotent: true }),
  revise: operation<typeof reviseVoice>("POST", "/voices/:matterId/versions", { idempotent: true }),
  show: operation<typeof showVoice>("POST", "/voices/:matterId/visibility", { idempotent: true }),
  withdraw: operation<typeof withdrawVoice>("POST", "/voices/:matterId/withdraw", { idempotent: true }),
});
const answers = {
  take: operation<typeof takeStance>("POST", "/voices/:matterId/stances", { idempotent: true }),
  assess: operation<typeof assessCompletion>("POST", "/voices/:matterId/completion", { idempotent: true }),
  link: operation<typeof linkVoice>("PUT", "/voices/:matterId/links"),
};

export const recommendationsFiles = {
  csv: operation<typeof getRecommendationsCsv>("GET", "/recommendations.csv"),
  xlsx: operation<typeof getRecommendationsWorkbook>("GET", "/recommendations.xlsx"),
};

export type VoicesAsked = QueryInputOf<typeof listVoices>;

/** Contributions or recommendations as asked for; while others are fetched, the ones before stay. */
export const voicesQuery = (asked: VoicesAsked) =>
  queryOptions({
    queryKey: ["voices", "list", asked],
    queryFn: ({ signal }) => call(list, { query: asked, signal }),
    placeholderData: keepPreviousData,
  });

export const voiceQuery = (matterId: string) =>
  queryOptions({
    queryKey: ["voices", matterId],
    queryFn: ({ signal }) => call(one, { params: { matterId }, signal }),
  });

interface Answers {
  readonly take: BodyInputOf<typeof takeStance>;
  readonly assess: BodyInputOf<typeof assessCompletion>;
  readonly link: BodyInputOf<typeof linkVoice>;
}
export type AnswerName = keyof Answers;

/** What another side says to it: that depends on no revision. */
export function useAnswer<Name extends AnswerName>(matterId: string, name: Name) {
  const onSettled = useMattersChanged(voiceActs.key);
  return useMutation({
    mutationFn: (act: { readonly body: Answers[Name]; readonly idempotencyKey: string }): Promise<unknown> =>
      call(answers[name] as Operation<Contract>, { params: { matterId }, ...act } as never),
    onSettled,
  });
}
