import type {
  addTranslation,
  BodyInputOf,
  Contract,
  DocumentView,
  fileDocument,
  getDocument,
  listDocuments,
  QueryInputOf,
  reviseDocument,
  saveDocument,
  showDocument,
  tellSeen,
  withdrawDocument,
} from "@avances/contracts";
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { call, type Operation, operation } from "#lib/api-client.ts";

const list = operation<typeof listDocuments>("GET", "/documents");
const one = operation<typeof getDocument>("GET", "/documents/:matterId");
const seen = operation<typeof tellSeen>("POST", "/matters/:matterId/seen");
const translation = operation<typeof addTranslation>("POST", "/matters/:matterId/translations", { idempotent: true });
const acts = {
  save: operation<typeof saveDocument>("PUT", "/documents/:matterId", { idempotent: true }),
  file: operation<typeof fileDocument>("POST", "/documents/:matterId/file", { idempotent: true }),
  revise: operation<typeof reviseDocument>("POST", "/documents/:matterId/versions", { idempotent: true }),
  show: operation<typeof showDocument>("POST", "/documents/:matterId/visibility", { idempotent: true }),
  withdraw: operation<typeof withdrawDocument>("POST", "/documents/:matterId/withdraw", { idempotent: true }),
};

export type DocumentsAsked = QueryInputOf<typeof listDocuments>;

/** Documents as asked for; while others are fetched, the ones before stay. */
export const documentsQuery = (asked: DocumentsAsked) =>
  queryOptions({
    queryKey: ["documents", "list", asked],
    queryFn: ({ signal }) => call(list, { query: asked, signal }),
    placeholderData: keepPreviousData,
  });

export const documentQuery = (matterId: string) =>
  queryOptions({
    queryKey: ["documents", matterId],
    queryFn: ({ signal }) => call(one, { params: { matterId }, signal }),
  });

/** Also after a refusal: the page then shows what caused it. */
function useDocumentsChanged() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ["documents"] });
}

interface Bodies {
  readonly save: BodyInputOf<typeof saveDocument>;
  readonly file: undefined;
  readonly revise: BodyInputOf<typeof reviseDocument>;
  readonly show: BodyInputOf<typeof showDocument>;
  readonly withdraw: BodyInputOf<typeof withdrawDocument>;
}
export type DocumentActName = keyof Bodies;

export interface DecidedOnDocument<Name extends DocumentActName> {
  readonly body: Bodies[Name];
  /** Revision of the document that the page showed; 0 = there is none yet. */
  readonly revision: number;
  readonly idempotencyKey: string;
}

/** An act of the Secretariat on one document. */
export function useDocumentAct<Name extends DocumentActName>(matterId: string, name: Name) {
  const onSettled = useDocumentsChanged();
  return useMutation({
    mutationFn: (act: DecidedOnDocument<Name>): Promise<DocumentView> =>
      call(acts[name] as Operation<Contract>, { params: { matterId }, ...act } as never) as Promise<DocumentView>,
    onSettled,
  });
}

export function useTranslate(matterId: string) {
  const onSettled = useDocumentsChanged();
  return useMutation({
    mutationFn: (act: { readonly body: BodyInputOf<typeof addTranslation>; readonly idempotencyKey: string }) =>
      call(translation, { params: { matterId }, ...act }),
    onSettled,
  });
}

/** Tells the author that a version was on screen. Nobody waits for it, and nothing is said when it does not arrive: the next visit tells it. */
export function noteSeen(matterId: string, version: number): void {
  call(seen, { params: { matterId }, body: { version } }).catch(() => undefined);
}
