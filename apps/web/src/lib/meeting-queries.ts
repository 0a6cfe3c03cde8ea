import type { listMeetings, listParticipants } from "@avances/contracts";
import { queryOptions } from "@tanstack/react-query";
import type { Language } from "#i18n/language.ts";
import { call, operation } from "./api-client.ts";

const meetings = operation<typeof listMeetings>("GET", "/meetings");
const participants = operation<typeof listParticipants>("GET", "/participants");

/** Every meeting that was entered, the latest day first. */
export const meetingsQuery = queryOptions({
  queryKey: ["meetings"],
  queryFn: ({ signal }) => call(meetings, { signal }),
});

/** Who takes part. The list comes with the portal and changes with it alone. */
export const participantsQuery = queryOptions({
  queryKey: ["participants"],
  queryFn: ({ signal }) => call(participants, { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** The name of a participant by its code, in the language of the page; a code that is not known stands for itself. */
export function namesOf(
  list: readonly { readonly code: string; readonly name: Readonly<Record<Language, string>> }[],
  lang: Language,
): (code: string) => string {
  const names = new Map(list.map(({ code, name }) => [code, name[lang]]));
  return (code) => names.get(code) ?? code;
}
