import type { DocumentView, MatterActView } from "@avances/contracts";
import { mayDo } from "@avances/domain/access";
import { languageFacts, languages } from "@avances/domain/catalogue";
import { secretariatCode, sourceName } from "@avances/domain/network";
import { useQuery } from "@tanstack/react-query";
import { Link, notFound } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { type Formats, useFormat } from "#lib/format.ts";
import { later } from "#lib/later.tsx";
import { meetingsQuery, namesOf, participantsQuery } from "#lib/meeting-queries.ts";
import { useSession } from "#lib/session.ts";
import { Disclosure } from "#ui/disclosure.tsx";
import { FileList } from "#ui/file-list.tsx";
import { matterTexts } from "#ui/matter.texts.ts";
import { meetingTexts } from "#ui/meeting.texts.ts";
import { meetingDays } from "#ui/meeting-words.ts";
import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { WordsNote, wordsIn } from "#ui/translated-words.tsx";
import { VisibilityMark } from "#ui/visibility-mark.tsx";
import { networkTexts } from "../network.texts.ts";
import type { RoomAt } from "../rooms.ts";
import styles from "./library.module.css";
import { libraryTexts } from "./library.texts.ts";
import { documentQuery, noteSeen } from "./library-queries.ts";

/** Only the Secretariat needs the forms. */
const DocumentActs = later(() => import("./document-acts.tsx").then((m) => m.DocumentActs));

/** One document: its words in both languages, its files and versions, and for its author who has seen it. */
export function DocumentPage({ params }: Pick<RoomAt, "params">) {
  const t = useTexts(libraryTexts);
  const { data, error } = useQuery(documentQuery(params.matterId ?? ""));
  const version = data?.version ?? 0;
  const id = data?.id;
  useEffect(() => {
    if (id !== undefined && version > 0) noteSeen(id, version);
  }, [id, version]);
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

interface DocumentProps {
  readonly document: DocumentView;
}

function Document({ document }: DocumentProps) {
  const t = useTexts(libraryTexts);
  const n = useTexts(networkTexts);
  const m = useTexts(meetingTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { person } = useSession();
  const participants = useQuery(participantsQuery);
  const meetings = useQuery(meetingsQuery);
  const nameOf = namesOf(participants.data?.participants ?? [], lang);
  const meeting = meetings.data?.meetings.find(({ id }) => id === document.meetingId);
  const isOwn = person !== null && mayDo(person.role, "document.file") && document.author === secretariatCode;
  const mayTranslate = person !== null && mayDo(person.role, "matter.translate");
  const { withdrawn } = document;
  const shown = wordsIn(document.words, lang);
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
        lead={
          <>
            <p>
              {t.author(nameOf(document.author))}. <VisibilityMark {...document} />
              {document.filedAt === null
                ? "."
                : `, ${t.version(f.number(document.version))}, ${t.filed(f.instant(document.filedAt))}.`}
            </p>
            {meeting === undefined ? null : (
              <p>
                {t.meetingOf}{" "}
                <Link to="/$lang/network/$" params={{ lang, _splat: `meetings/${meeting.id}` }}>
                  {m.bodies[meeting.body]}, {meetingDays(m, f, meeting)}
                </Link>
              </p>
            )}
            {withdrawn === null ? null : (
              <p>{t.withdrawn(withdrawn.byName, f.instant(withdrawn.at), withdrawn.reason)}</p>
            )}
            {document.invented ? <p className="quiet small">{t.invented}</p> : null}
            {document.publicSource === null ? null : (
              <p className="quiet small">{t.source(sourceName(document.publicSource, lang))}</p>
            )}
          </>
        }
        actions={
          withdrawn === null && (isOwn || mayTranslate) ? (
            <DocumentActs document={document} isOwn={isOwn} mayTranslate={mayTranslate} />
          ) : null
        }
      />
      <Words document={document} />
      <section className="section" aria-labelledby="files">
        <h2 id="files">{t.files}</h2>
        {document.files.length === 0 ? <p>{t.noFiles}</p> : <FileList files={document.files} />}
      </section>
      <Versions document={document} />
      <Seen document={document} nameOf={nameOf} />
      <Record document={document} />
    </>
  );
}

/** The words in the language of the page, and beside them, or below on a phone, in the other. */
function Words({ document: { words } }: DocumentProps) {
  const t = useTexts(libraryTexts);
  const lang = useLanguage();
  const others = languages.filter((one) => one !== lang);
  return (
    <div className={styles.pair}>
      {[lang, ...others].map((language) => {
        const shown = wordsIn(words, language);
        const name = languageFacts[language].name;
        return (
          <section key={language} aria-label={name}>
            <h2>{shown.state === "original" ? t.original(name) : t.translation(name)}</h2>
            {shown.state === "missing" ? (
              <p className="quiet">{t.notTranslated}</p>
            ) : (
              <>
                <p className="quiet small">
                  <WordsNote shown={shown} />
                </p>
                {/* In the language of the page it is the heading of the page. */}
                {language === lang ? null : <h3 lang={shown.language}>{shown.subject}</h3>}
                {shown.body === "" ? (
                  <p className="quiet">{t.noBody}</p>
                ) : (
                  <p className={styles.body} lang={shown.language}>
                    {shown.body}
                  </p>
                )}
              </>
            )}
          </section>
        );
      })}
    </div>
  );
}

/** What was filed, the newest first; an earlier version is opened to be read as it was. */
function Versions({ document: { versions } }: DocumentProps) {
  const t = useTexts(libraryTexts);
  const f = useFormat();
  if (versions.length < 2) return null;
  const newest = versions.at(-1)?.version;
  return (
    <section className="section" aria-labelledby="versions">
      <h2 id="versions">{t.versions.title}</h2>
      <ul className={styles.versions}>
        {[...versions].reverse().map((one) => {
          const head = t.versions.one(f.number(one.version), f.instant(one.at), one.byName);
          return (
            <li key={one.version}>
              {one.version === newest ? (
                <>
                  {head} ({t.versions.current})
                </>
              ) : (
                <Disclosure summary={head}>
                  <h3 lang={one.language}>{one.subject}</h3>
                  <p className={styles.body} lang={one.language}>
                    {one.body}
                  </p>
                  <FileList files={one.files} />
                </Disclosure>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Seen({ document: { seen, version }, nameOf }: DocumentProps & { readonly nameOf: (code: string) => string }) {
  const t = useTexts(libraryTexts).seen;
  const f = useFormat();
  if (seen === null || version === 0) return null;
  return (
    <section className="section" aria-labelledby="seen">
      <h2 id="seen">{t.title}</h2>
      {seen.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <>
          <ul>
            {seen.map((one) => (
              <li key={`${one.participant} ${one.version}`}>
                {t.one(
                  one.participant === null ? t.nobody : nameOf(one.participant),
                  one.byName,
                  f.number(one.version),
                  f.instant(one.at),
                )}
              </li>
            ))}
          </ul>
          <p className="quiet small">{t.note}</p>
        </>
      )}
    </section>
  );
}

/** What was done to the document, newest first. */
function Record({ document }: DocumentProps) {
  const t = useTexts(libraryTexts).record;
  const levels = useTexts(matterTexts).levels;
  const f = useFormat();
  const told = document.record.flatMap((one) => {
    const words = wordsOfAct(t, levels, f, one);
    return words === null ? [] : [{ ...one, words }];
  });
  if (told.length === 0) return null;
  return (
    <section className="section" aria-labelledby="record">
      <h2 id="record">{t.title}</h2>
      <ul>
        {told.reverse().map(({ revision, at, words, reason }) => (
          <li key={revision}>
            {f.instant(at)}: {words} {reason === "" ? null : t.why(reason)}
          </li>
        ))}
      </ul>
    </section>
  );
}

type Levels = (typeof matterTexts)["en"]["levels"];

/** Null: an act that is done to commitments alone. */
function wordsOfAct(
  t: (typeof libraryTexts)["en"]["record"],
  levels: Levels,
  f: Formats,
  { act, byName, before, after }: MatterActView,
): string | null {
  const level = (code: unknown) => (typeof code === "string" && code in levels ? levels[code as keyof Levels] : "");
  switch (act) {
    case "written":
    case "withdrawn":
      return t.acts[act](byName);
    case "filed":
      return t.acts.filed(byName, t.versionOf(f.number(Number(after.version))));
    case "visibility_changed":
      return t.acts.visibility_changed(byName, t.fromTo(level(before.visibility), level(after.visibility)));
    case "dispatched":
    case "moved":
    case "resent":
    case "concluded":
    case "noted":
      return null;
  }
}
