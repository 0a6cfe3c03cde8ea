import type { DocumentView } from "@avances/contracts";
import { mayDo } from "@avances/domain/access";
import { secretariatCode } from "@avances/domain/network";
import { useQuery } from "@tanstack/react-query";
import { Link, notFound } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { later } from "#lib/later.tsx";
import { namesOf, participantsQuery } from "#lib/meeting-queries.ts";
import { useSession } from "#lib/session.ts";
import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { wordsIn } from "#ui/translated-words.tsx";
import { useNoteSeen } from "../matter.ts";
import { MatterFiles, MatterHistory, MatterLead, MatterWords } from "../matter-parts.tsx";
import { networkTexts } from "../network.texts.ts";
import type { RoomAt } from "../rooms.ts";
import { libraryTexts } from "./library.texts.ts";
import { documentActs, documentQuery } from "./library-queries.ts";

/** Below the first screen. */
const BelongsTo = later(() => import("../belongs-to.tsx").then((m) => m.BelongsTo));
/** Whoever only reads needs no forms. */
const MatterActs = later(() => import("../matter-acts.tsx").then((m) => m.MatterActs));

/** One document: its words in both languages, its files and versions, and for its author who has seen it. */
export function DocumentPage({ params }: Pick<RoomAt, "params">) {
  const t = useTexts(libraryTexts);
  const { data, error } = useQuery(documentQuery(params.matterId ?? ""));
  useNoteSeen(data);
  if (data !== undefined) return <Document document={data} />;
  // An address that names no document, or nothing that could be one.
  if (error instanceof ApiProblem && (error.status === 404 || error.status === 400)) throw notFound();
  if (error !== null) throw error;
  return (
    <>
      <PageHeader variant="work" title={t.title} />
      <Skeleton shape="table" rows={6} />
    </>
  );
}

function Document({ document }: { readonly document: DocumentView }) {
  const t = useTexts(libraryTexts);
  const n = useTexts(networkTexts);
  const lang = useLanguage();
  const { person } = useSession();
  const participants = useQuery(participantsQuery);
  const nameOf = namesOf(participants.data?.participants ?? [], lang);
  const isOwn = person !== null && mayDo(person.role, "document.file") && document.author === secretariatCode;
  const mayTranslate = person !== null && mayDo(person.role, "matter.translate");
  const shown = wordsIn(document.words, lang);
  const props = { matter: document, nameOf };
  return (
    <>
      <PageHeader
        variant="work"
        eyebrow={t.kinds[document.documentKind]}
        title={shown.subject}
        heading={<span lang={shown.language}>{shown.subject}</span>}
        breadcrumbs={[
          <Link key="network" to="/$lang/network/$" params={{ lang, _splat: "" }}>
            {n.title}
          </Link>,
          <Link key="library" to="/$lang/network/$" params={{ lang, _splat: "library" }}>
            {t.title}
          </Link>,
        ]}
        lead={<MatterLead {...props} stillRead={t.stillRead} />}
        actions={
          document.withdrawn === null && (isOwn || mayTranslate) ? (
            <MatterActs
              {...props}
              kind={documentActs}
              says={{ withdraw: t.withdraw, faults: t.faults, everybody: t.everybody }}
              room="library"
              mayWrite={isOwn}
              mayTranslate={mayTranslate}
            />
          ) : null
        }
      />
      <MatterWords matter={document} noBody={t.noBody} />
      <MatterFiles matter={document} />
      <BelongsTo document={document} />
      <MatterHistory {...props} />
    </>
  );
}
