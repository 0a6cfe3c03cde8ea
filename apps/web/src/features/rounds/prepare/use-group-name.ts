import { useSuspenseQuery } from "@tanstack/react-query";
import { useLanguage } from "#i18n/language.ts";
import { groupsQuery } from "#lib/shared-queries.ts";

/** The name of a group in the language of the page; its code when the portal has no such group. */
export function useGroupName(code: string): string {
  const lang = useLanguage();
  const { data } = useSuspenseQuery(groupsQuery);
  return data.groups.find((group) => group.code === code)?.name[lang] ?? code;
}
