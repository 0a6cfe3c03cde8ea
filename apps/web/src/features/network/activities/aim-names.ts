import { useQuery } from "@tanstack/react-query";
import { useLanguage } from "#i18n/language.ts";
import { allAbout, catalogueQuery, nameOfAbout } from "../what-about.ts";

/** The names of indicators and objectives, as the catalogue has them. */
export function useAimNames() {
  const lang = useLanguage();
  const catalogue = useQuery(catalogueQuery);
  const all = catalogue.data === undefined ? [] : allAbout(catalogue.data, [], lang);
  return (aim: { readonly kind: string; readonly code: string }) => nameOfAbout(all, aim);
}
