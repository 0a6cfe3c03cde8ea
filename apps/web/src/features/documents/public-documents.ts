import type { listPublicDocuments, ResponseOf } from "@avances/contracts";
import { queryOptions } from "@tanstack/react-query";
import { call, operation } from "#lib/api-client.ts";

type Payload = ResponseOf<typeof listPublicDocuments>;
export type PublicDocument = Payload["documents"][number];

const documents = operation<typeof listPublicDocuments>("GET", "/public/documents");

/** The documents that are shown to everybody. They change with an edition, like everything that the public reads. */
export const publicDocumentsQuery = queryOptions({
  queryKey: ["public", "documents"],
  staleTime: 30_000,
  queryFn: ({ signal }) => call(documents, { signal }),
});

/** As words are compared: without accents, in small letters. */
const plain = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

/**
 * Does a document have every word that is looked for, in either language? In its titles and summaries, the names of its files and of
 * whoever it is from.
 */
export function fits({ words, files }: PublicDocument, senders: readonly string[], asked: string): boolean {
  const all = [words, ...words.translations];
  const where = plain(
    [...all.flatMap(({ subject, body }) => [subject, body]), ...files.map(({ name }) => name), ...senders].join("\n"),
  );
  return plain(asked)
    .split(/\s+/)
    .every((word) => where.includes(word));
}
