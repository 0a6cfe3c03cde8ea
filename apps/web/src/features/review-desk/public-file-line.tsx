import type { Text } from "@avances/domain/catalogue";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { Callout } from "#ui/callout.tsx";
import { publicFileTexts } from "./public-file.texts.ts";
import { publicFileQuery } from "./review-queries.ts";

interface PublicFileLineProps {
  readonly countries: readonly { readonly alpha3: string; readonly name: Text }[];
}

/** Says that the public does not read the newest yet, and only then. */
export function PublicFileLine({ countries }: PublicFileLineProps) {
  const t = useTexts(publicFileTexts);
  const f = useFormat();
  const lang = useLanguage();
  // The queue is read whether or not this can be told.
  const { data } = useQuery(publicFileQuery);
  if (!data?.isBehind) return null;
  const nameOf = (code: string) => countries.find(({ alpha3 }) => alpha3 === code)?.name[lang] ?? code;
  return (
    <Callout>
      {t.behind(
        data.edition && { id: data.edition.id, day: f.date(data.edition.publishedAt.slice(0, 10)) },
        data.remaining.map(({ country, reports }) => ({ country: nameOf(country), reports })),
        f.list,
      )}
    </Callout>
  );
}
