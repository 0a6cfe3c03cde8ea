import type { askForOwnAddress, BodyInputOf, editOwnEntry, getOwnEntry, ResponseOf } from "@avances/contracts";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { call, operation } from "#lib/api-client.ts";

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
    client.setQueryData(ownEntryQuery.queryKey, entry);
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
