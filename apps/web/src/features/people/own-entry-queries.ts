import type {
  askForOwnAddress,
  BodyInputOf,
  editOwnEntry,
  getOwnEntry,
  getOwnHandover,
  ResponseOf,
} from "@avances/contracts";
import type { Language } from "@avances/domain/catalogue";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { call, callForFile, operation } from "#lib/api-client.ts";
import { keepFile } from "#lib/keep-file.ts";
import { showReply } from "#lib/show-reply.ts";

export type OwnEntry = ResponseOf<typeof getOwnEntry>;

const read = operation<typeof getOwnEntry>("GET", "/session/person");
const edit = operation<typeof editOwnEntry>("PUT", "/session/person");
const address = operation<typeof askForOwnAddress>("POST", "/session/person/address");

export const ownEntryQuery = queryOptions({
  queryKey: ["own-entry"],
  queryFn: ({ signal }) => call(read, { signal }),
});

/** What the portal answers is the entry as it is now; the masthead shows the name, so the session is read again. */
function useEntryChanged() {
  const client = useQueryClient();
  return (entry: OwnEntry) => {
    showReply(client, ownEntryQuery.queryKey, entry);
    void client.invalidateQueries({ queryKey: ["session"] });
  };
}

export function useEditOwn() {
  const onSuccess = useEntryChanged();
  return useMutation({
    mutationFn: (body: BodyInputOf<typeof editOwnEntry>) => call(edit, { body }),
    onSuccess,
  });
}

export function useAskOwnAddress() {
  const onSuccess = useEntryChanged();
  return useMutation({
    mutationFn: (body: BodyInputOf<typeof askForOwnAddress>) => call(address, { body }),
    onSuccess,
  });
}

const handover = operation<typeof getOwnHandover>("GET", "/session/handover.pdf");

/** The own handover brief, in the language of the page. */
export function useOwnHandover(language: Language) {
  return useMutation({ mutationFn: () => callForFile(handover, { query: { language } }), onSuccess: keepFile });
}
