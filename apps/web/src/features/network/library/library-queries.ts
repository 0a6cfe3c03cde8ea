import type {
  fileDocument,
  getDocument,
  listDocuments,
  QueryInputOf,
  reviseDocument,
  saveDocument,
  showDocument,
  withdrawDocument,
} from "@avances/contracts";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { call, operation } from "#lib/api-client.ts";
import { actsOfKind } from "../matter.ts";

const list = operation<typeof listDocuments>("GET", "/documents");
const one = operation<typeof getDocument>("GET", "/documents/:matterId");
export const documentActs = actsOfKind("document", "documents", {
  save: operation<typeof saveDocument>("PUT", "/documents/:matterId", { idempotent: true }),
  file: operation<typeof fileDocument>("POST", "/documents/:matterId/file", { idempotent: true }),
  revise: operation<typeof reviseDocument>("POST", "/documents/:matterId/versions", { idempotent: true }),
  show: operation<typeof showDocument>("POST", "/documents/:matterId/visibility", { idempotent: true }),
  withdraw: operation<typeof withdrawDocument>("POST", "/documents/:matterId/withdraw", { idempotent: true }),
});

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
