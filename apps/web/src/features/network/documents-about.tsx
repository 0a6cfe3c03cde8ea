import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { libraryTexts } from "./library/library.texts.ts";
import { Documents } from "./library/library-page.tsx";
import { documentsQuery } from "./library/library-queries.ts";

/** On the page of a matter: the documents that belong to it, as far as the reader may read them. Nothing stands here where there is none. */
export function DocumentsAbout({ matterId }: { readonly matterId: string }) {
  const t = useTexts(libraryTexts).belonging;
  const lang = useLanguage();
  const f = useFormat();
  const { data, error } = useQuery(documentsQuery({ about: matterId }));
  if (data === undefined && error !== null) throw error;
  if (data === undefined || data.total === 0) return null;
  return (
    <section className="section" aria-labelledby="belonging">
      <h2 id="belonging">{t.title}</h2>
      <Documents documents={data.documents} meetings={[]} />
      {data.total > data.documents.length ? (
        <p>
          <Link to="/$lang/network/$" params={{ lang, _splat: "library" }} search={{ about: matterId } as never}>
            {t.all(f.number(data.total))}
          </Link>
        </p>
      ) : null}
    </section>
  );
}
