import type {
  BodyInputOf,
  getTemplate,
  listTemplates,
  previewTemplate,
  ResponseOf,
  restoreTemplate,
  saveTemplate,
} from "@avances/contracts";
import type { Language } from "@avances/domain/catalogue";
import type { Wording, WordingKind } from "@avances/domain/wording";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { call, operation } from "#lib/api-client.ts";
import { showReply } from "#lib/show-reply.ts";

const list = operation<typeof listTemplates>("GET", "/templates");
const one = operation<typeof getTemplate>("GET", "/templates/:kind/:language");
const save = operation<typeof saveTemplate>("POST", "/templates/:kind/:language", { idempotent: true });
const restore = operation<typeof restoreTemplate>("POST", "/templates/:kind/:language/restore", { idempotent: true });
const preview = operation<typeof previewTemplate>("POST", "/templates/:kind/:language/preview");

export type Template = ResponseOf<typeof getTemplate>;
export type Version = Template["versions"][number];
export type Preview = ResponseOf<typeof previewTemplate>;
export type PreviewState = Template["states"][number];

export interface Which {
  readonly kind: WordingKind;
  readonly language: Language;
}

/** Read again each minute: the other person of the Secretariat may edit something. */
export const templatesQuery = queryOptions({
  queryKey: ["templates"],
  queryFn: ({ signal }) => call(list, { signal }),
  refetchInterval: 60_000,
});

export const templateQuery = ({ kind, language }: Which) =>
  queryOptions({
    queryKey: ["templates", kind, language],
    queryFn: ({ signal }) => call(one, { params: { kind, language }, signal }),
    refetchInterval: 15_000,
  });

export const previewQuery = (which: Which, body: BodyInputOf<typeof previewTemplate>) =>
  queryOptions({
    queryKey: ["template-preview", which.kind, which.language, body],
    queryFn: ({ signal }) => call(preview, { params: { kind: which.kind, language: which.language }, body, signal }),
    staleTime: 30_000,
    gcTime: 60_000,
  });

/** The template as the reply tells it; also after a refusal the page shows what is so now. */
function useWritten({ kind, language }: Which) {
  const client = useQueryClient();
  return {
    onSuccess: (reply: Template) => showReply(client, ["templates", kind, language], reply),
    onSettled: () => client.invalidateQueries({ queryKey: ["templates"] }),
  };
}

export function useSave(which: Which) {
  return useMutation({
    mutationFn: ({ words, basedOn, idempotencyKey }: { words: Wording; basedOn: number; idempotencyKey: string }) =>
      call(save, { params: { ...which }, body: { words, basedOn }, idempotencyKey }),
    ...useWritten(which),
  });
}

export function useRestore(which: Which) {
  return useMutation({
    mutationFn: ({ version, basedOn, idempotencyKey }: { version: number; basedOn: number; idempotencyKey: string }) =>
      call(restore, { params: { ...which }, body: { version, basedOn }, idempotencyKey }),
    ...useWritten(which),
  });
}
