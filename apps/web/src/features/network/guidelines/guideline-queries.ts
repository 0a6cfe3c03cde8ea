import type {
  BodyInputOf,
  fileGuidelineStatement,
  GuidelineSetView,
  GuidelineStatement,
  getGuidelineStatement,
  saveGuidelineStatement,
  saveGuidelineSteps,
  showGuidelineStatement,
  withdrawGuidelineStatement,
} from "@avances/contracts";
import { queryOptions, useMutation } from "@tanstack/react-query";
import type { Language } from "#i18n/language.ts";
import { call, operation } from "#lib/api-client.ts";
import { actsOfKind, type Decided, useMattersChanged } from "../matter.ts";

const one = operation<typeof getGuidelineStatement>("GET", "/guidelines/statements/:matterId");
const steps = operation<typeof saveGuidelineSteps>("PUT", "/guidelines/steps", { idempotent: true });
const key = "guidelines";

export const statementActs = actsOfKind("guideline", key, {
  save: operation<typeof saveGuidelineStatement>("PUT", "/guidelines/statements/:matterId", { idempotent: true }),
  file: operation<typeof fileGuidelineStatement>("POST", "/guidelines/statements/:matterId/file", { idempotent: true }),
  show: operation<typeof showGuidelineStatement>("POST", "/guidelines/statements/:matterId/visibility", {
    idempotent: true,
  }),
  withdraw: operation<typeof withdrawGuidelineStatement>("POST", "/guidelines/statements/:matterId/withdraw", {
    idempotent: true,
  }),
});

export const statementQuery = (matterId: string) =>
  queryOptions({
    queryKey: [key, matterId],
    queryFn: ({ signal }) => call(one, { params: { matterId }, signal }),
  });

/** Puts other steps in the place of those that are asked about. */
export function useSaveSteps() {
  const onSettled = useMattersChanged(key);
  return useMutation({
    mutationFn: (act: Decided<BodyInputOf<typeof saveGuidelineSteps>>) => call(steps, act),
    onSettled,
  });
}

/** The name of a step in a set; in the last one that has it, if the set has it not. */
export function stepName(
  sets: readonly GuidelineSetView[],
  code: string,
  lang: Language,
  version: number = Number.POSITIVE_INFINITY,
): string {
  const of = (set: GuidelineSetView) => set.steps.find((step) => step.code === code)?.name[lang];
  const own = sets.find((set) => set.version === version);
  return (own && of(own)) ?? sets.flatMap((set) => of(set) ?? []).at(-1) ?? code;
}

/** Is it a view of others, which the country reads first? */
export const isView = ({ author, country }: Pick<GuidelineStatement, "author" | "country">) => author !== country;
