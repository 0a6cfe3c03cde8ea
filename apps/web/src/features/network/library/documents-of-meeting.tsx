import type { MeetingSummary } from "@avances/contracts";
import { mayDo } from "@avances/domain/access";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { useSession } from "#lib/session.ts";
import { Skeleton } from "#ui/skeleton.tsx";
import { libraryTexts } from "./library.texts.ts";
import { Documents } from "./library-page.tsx";
import { documentsQuery } from "./library-queries.ts";

/** The documents of a meeting that the reader may read, on the meeting's page. */
export function DocumentsOfMeeting({ meeting }: { readonly meeting: Pick<MeetingSummary, "id" | "timeZone"> }) {
  const t = useTexts(libraryTexts).ofMeeting;
  const lang = useLanguage();
  const f = useFormat();
  const { person } = useSession();
  const { data, error } = useQuery(documentsQuery({ meeting: meeting.id }));
  if (data === undefined && error !== null) throw error;
  return (
    <section className="section" aria-labelledby="documents">
      <h2 id="documents">{t.title}</h2>
      {data === undefined ? (
        <Skeleton shape="table" rows={2} />
      ) : data.total === 0 ? (
        <p>{t.none}</p>
      ) : (
        <Documents documents={data.documents} meetings={[]} timeZone={meeting.timeZone} />
      )}
      {data !== undefined && data.total > data.documents.length ? (
        <p>
          <Link to="/$lang/network/$" params={{ lang, _splat: "library" }} search={{ meeting: meeting.id } as never}>
            {t.all(f.number(data.total))}
          </Link>
        </p>
      ) : null}
      {person !== null && mayDo(person.role, "document.file") ? (
        <p>
          <Link
            to="/$lang/network/$"
            params={{ lang, _splat: "library/new" }}
            search={{ meeting: meeting.id } as never}
          >
            {t.add}
          </Link>
        </p>
      ) : null}
    </section>
  );
}
