import type { DocumentSummary, MeetingSummary } from "@avances/contracts";
import { mayDo } from "@avances/domain/access";
import { documentKinds, visibilities } from "@avances/domain/network";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { meetingsQuery, participantsQuery } from "#lib/meeting-queries.ts";
import { useSession } from "#lib/session.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { CodeSelect } from "#ui/code-select.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { TextInput } from "#ui/field.tsx";
import { FileList } from "#ui/file-list.tsx";
import { matterTexts } from "#ui/matter.texts.ts";
import { meetingTexts } from "#ui/meeting.texts.ts";
import { meetingDays } from "#ui/meeting-words.ts";
import { PageHeader } from "#ui/page-header.tsx";
import { PagedList } from "#ui/paged-list.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { LanguagesMark, Title } from "#ui/translated-words.tsx";
import { VisibilityMark } from "#ui/visibility-mark.tsx";
import matter from "../matter.module.css";
import { networkTexts } from "../network.texts.ts";
import { putTexts } from "../put.texts.ts";
import { useAsked } from "../use-asked.ts";
import { allAbout, catalogueQuery } from "../what-about.ts";
import styles from "./library.module.css";
import { libraryTexts } from "./library.texts.ts";
import { type DocumentsAsked, documentsQuery } from "./library-queries.ts";

const names = ["q", "kind", "meeting", "visibility", "about"] as const;

/** The documents of the Network: found by their words, kind, meeting and readers. */
export function LibraryPage() {
  const t = useTexts(libraryTexts);
  const n = useTexts(networkTexts);
  const lang = useLanguage();
  const { person } = useSession();
  const [asked, ask] = useAsked("library", names) as [DocumentsAsked, (change: Partial<DocumentsAsked>) => void];
  const documents = useQuery(documentsQuery(asked));
  const meetings = useQuery(meetingsQuery);
  if (documents.data === undefined && documents.error !== null) throw documents.error;
  const isAsked = names.some((name) => asked[name] !== undefined);
  const data = documents.data;
  return (
    <>
      <PageHeader
        variant="work"
        title={t.title}
        lead={<p role="status">{data === undefined ? "" : isAsked ? t.found(data.total) : t.count(data.total)}</p>}
        breadcrumbs={[
          <Link key="network" to="/$lang/network/$" params={{ lang, _splat: "" }}>
            {n.title}
          </Link>,
        ]}
        actions={
          person !== null && mayDo(person.role, "document.file") ? (
            <LinkButton to="/$lang/network/$" params={{ lang, _splat: "library/new" }}>
              {t.new}
            </LinkButton>
          ) : null
        }
      />
      <Search key={asked.q ?? ""} asked={asked} meetings={meetings.data?.meetings ?? []} onAsk={ask} />
      {data === undefined ? (
        <Skeleton shape="table" rows={5} />
      ) : data.documents.length === 0 ? (
        <EmptyState
          title={isAsked ? t.found(0) : t.count(0)}
          actions={
            isAsked ? (
              <Button onClick={() => ask(Object.fromEntries(names.map((name) => [name, undefined])))}>{t.all}</Button>
            ) : null
          }
        />
      ) : (
        <PagedList page={data.page} total={data.total} onTurn={(page) => ask({ page })}>
          <Documents documents={data.documents} meetings={meetings.data?.meetings ?? []} />
        </PagedList>
      )}
    </>
  );
}

interface SearchProps {
  readonly asked: DocumentsAsked;
  readonly meetings: readonly MeetingSummary[];
  readonly onAsk: (change: Partial<DocumentsAsked>) => void;
}

function Search({ asked, meetings, onAsk }: SearchProps) {
  const t = useTexts(libraryTexts);
  const m = useTexts(meetingTexts);
  const levels = useTexts(matterTexts).levels;
  const f = useFormat();
  const lang = useLanguage();
  const [typed, setTyped] = useState(asked.q ?? "");
  const catalogue = useQuery(catalogueQuery);
  const participants = useQuery(participantsQuery);
  const about =
    catalogue.data === undefined ? [] : allAbout(catalogue.data, participants.data?.participants ?? [], lang);
  return (
    <search className={styles.search}>
      <form
        className={styles.words}
        onSubmit={(event) => {
          event.preventDefault();
          onAsk({ q: typed.trim() === "" ? undefined : typed.trim() });
        }}
      >
        <TextInput
          type="search"
          name="q"
          label={t.search.label}
          help={t.search.help}
          limit={200}
          value={typed}
          after={<Button type="submit">{t.search.submit}</Button>}
          onChange={({ target }) => setTyped(target.value)}
        />
      </form>
      <div className={matter.filters}>
        <CodeSelect
          name="kind"
          label={t.search.kind}
          all={t.search.any}
          value={asked.kind}
          options={documentKinds.map((code) => ({ code, text: t.kinds[code] }))}
          onChoose={(kind) => onAsk({ kind })}
        />
        <CodeSelect
          name="meeting"
          label={t.search.meeting}
          all={t.search.any}
          value={asked.meeting}
          options={meetings.map((one) => ({ code: one.id, text: `${m.bodies[one.body]}, ${meetingDays(m, f, one)}` }))}
          onChoose={(meeting) => onAsk({ meeting })}
        />
        <CodeSelect
          name="visibility"
          label={t.search.visibility}
          all={t.search.any}
          value={asked.visibility}
          options={visibilities.map((code) => ({ code, text: levels[code] }))}
          onChoose={(visibility) => onAsk({ visibility })}
        />
        <CodeSelect
          name="about"
          label={t.search.about}
          all={t.search.any}
          value={asked.about}
          options={[
            ...about.map(({ code, name }) => ({ code, text: name })),
            // A matter, whose page leads here.
            ...(asked.about === undefined || about.some(({ code }) => code === asked.about)
              ? []
              : [{ code: asked.about, text: t.search.oneMatter }]),
          ]}
          onChoose={(code) => onAsk({ about: code })}
        />
      </div>
    </search>
  );
}

interface DocumentsProps {
  readonly documents: readonly DocumentSummary[];
  readonly meetings: readonly MeetingSummary[];
  /** On the page of a meeting: the clocks of its other times. */
  readonly timeZone?: string;
}

/** Each with its title, in which languages it is, its kind and meeting, who reads it, and its files. */
export function Documents({ documents, meetings, timeZone }: DocumentsProps) {
  const t = useTexts(libraryTexts);
  const m = useTexts(meetingTexts);
  const f = useFormat();
  const p = useTexts(putTexts);
  const lang = useLanguage();
  return (
    <ul className={styles.documents}>
      {documents.map((one) => {
        const meeting = meetings.find(({ id }) => id === one.meetingId);
        const facts = [
          t.kinds[one.documentKind],
          ...(meeting === undefined ? [] : [`${m.bodies[meeting.body]}, ${meetingDays(m, f, meeting)}`]),
          ...(one.filedAt === null ? [] : [p.filed(f.instant(one.filedAt, timeZone))]),
          ...(one.version > 1 ? [p.version(f.number(one.version))] : []),
        ];
        return (
          <li key={one.id}>
            <div>
              <Link to="/$lang/network/$" params={{ lang, _splat: `library/${one.id}` }} className={styles.title}>
                <Title words={one.words} />
              </Link>
              <span className={styles.fine}>{facts.join(" · ")}</span>
              <span className={styles.fine}>
                <LanguagesMark words={one.words} />
              </span>
              {one.invented ? <span className={styles.fine}>{p.invented}</span> : null}
            </div>
            <span>
              <VisibilityMark visibility={one.visibility} state={one.state} />
            </span>
            <FileList files={one.files} />
          </li>
        );
      })}
    </ul>
  );
}
