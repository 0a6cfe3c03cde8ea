import { mayDo } from "@avances/domain/access";
import { secretariatCode } from "@avances/domain/network";
import { useQuery } from "@tanstack/react-query";
import { Link, notFound, useLocation } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { meetingsQuery, participantsQuery } from "#lib/meeting-queries.ts";
import { useSession } from "#lib/session.ts";
import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { networkTexts } from "../network.texts.ts";
import { putTexts } from "../put.texts.ts";
import type { RoomAt } from "../rooms.ts";
import { allAbout, catalogueQuery } from "../what-about.ts";
import { DocumentForm, typedOf } from "./document-form.tsx";
import { libraryTexts } from "./library.texts.ts";
import { documentQuery } from "./library-queries.ts";

/** Where the Secretariat writes a document, or another version of one. For everybody else there is no such page. */
export function DocumentFormPage({ params: { matterId } }: Pick<RoomAt, "params">) {
  const t = useTexts(libraryTexts);
  const p = useTexts(putTexts);
  const n = useTexts(networkTexts);
  const lang = useLanguage();
  const { person } = useSession();
  const asked = useLocation({ select: ({ search }) => (search as Readonly<Record<string, unknown>>).meeting });
  const meetings = useQuery(meetingsQuery);
  const document = useQuery({ ...documentQuery(matterId ?? ""), enabled: matterId !== undefined });
  if (person === null || !mayDo(person.role, "document.file")) throw notFound();
  const catalogue = useQuery(catalogueQuery);
  const participants = useQuery(participantsQuery);
  const fault = document.error ?? meetings.error ?? catalogue.error ?? participants.error;
  if (fault instanceof ApiProblem && (fault.status === 404 || fault.status === 400)) throw notFound();
  if (fault !== null) throw fault;
  const { data } = document;
  if (data !== undefined && (data.author !== secretariatCode || data.state === "withdrawn")) throw notFound();
  const isNew = matterId === undefined;
  const isRevision = data !== undefined && data.version > 0;
  const title = isNew ? t.new : isRevision ? p.revise : p.edit;
  return (
    <>
      <PageHeader
        variant="work"
        title={title}
        lead={<p>{isRevision ? p.reviseLead : t.newLead}</p>}
        breadcrumbs={[
          <Link key="network" to="/$lang/network/$" params={{ lang, _splat: "" }}>
            {n.title}
          </Link>,
          <Link key="library" to="/$lang/network/$" params={{ lang, _splat: "library" }}>
            {t.title}
          </Link>,
        ]}
      />
      {meetings.data === undefined ||
      catalogue.data === undefined ||
      participants.data === undefined ||
      (!isNew && data === undefined) ? (
        <Skeleton shape="table" rows={6} />
      ) : (
        <DocumentForm
          document={data ?? null}
          empty={typedOf(data ?? null, lang, typeof asked === "string" ? asked : "")}
          meetings={meetings.data.meetings}
          all={allAbout(catalogue.data, participants.data.participants, lang)}
        />
      )}
    </>
  );
}
