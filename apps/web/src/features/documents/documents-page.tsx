import { languageLabel, languages } from "@avances/domain/catalogue";
import { sourceName } from "@avances/domain/network";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { type Language, useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Disclosure } from "#ui/disclosure.tsx";
import { documentKindTexts } from "#ui/document-kinds.texts.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { TextInput } from "#ui/field.tsx";
import { FileList } from "#ui/file-list.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { PageSource } from "#ui/page-source.tsx";
import { publicWordsIn } from "#ui/public-words.ts";
import styles from "./documents.module.css";
import { documentsTexts } from "./documents.texts.ts";
import { fits, type PublicDocument, publicDocumentsQuery } from "./public-documents.ts";

/** The documents of the Network that everybody reads, the latest first; what is looked for stands in the address. */
export function DocumentsPage() {
  const t = useTexts(documentsTexts);
  const { data } = useSuspenseQuery(publicDocumentsQuery);
  const { q = "" } = useSearch({ from: "/$lang/documents" });
  const navigate = useNavigate({ from: "/$lang/documents" });
  const names = new Map(data.participants.map(({ code, name }) => [code, name]));
  const sendersOf = ({ author }: PublicDocument) => [author, ...Object.values(names.get(author) ?? {})];
  const found = (asked: string) =>
    asked.trim() === "" ? data.documents : data.documents.filter((one) => fits(one, sendersOf(one), asked.trim()));
  const shown = found(q);
  const ask = (asked: string) => {
    announce(t.found(found(asked).length));
    void navigate({ search: { q: asked === "" ? undefined : asked }, replace: true, resetScroll: false });
  };
  if (data.documents.length === 0)
    return (
      <>
        <PageHeader title={t.title} description={t.description} eyebrow={t.eyebrow} lead={<p>{t.count(0)}</p>} />
        <EmptyState title={t.count(0)}>{t.noneBody}</EmptyState>
        <PageSource editions={[]} />
      </>
    );
  return (
    <>
      <PageHeader title={t.title} description={t.description} eyebrow={t.eyebrow} lead={<p>{t.lead}</p>} />
      <form data-names="" className={styles.search} data-print="no">
        <TextInput
          label={t.search}
          help={t.help}
          name="q"
          type="search"
          value={q}
          onChange={({ target }) => ask(target.value)}
        />
      </form>
      <p className="quiet">{q.trim() === "" ? t.count(data.documents.length) : t.found(shown.length)}</p>
      {shown.length === 0 ? (
        <EmptyState
          title={t.found(0)}
          actions={
            <form data-names="q">
              <Button type="submit" onClick={() => ask("")}>
                {t.clear}
              </Button>
            </form>
          }
        />
      ) : (
        <ul className={styles.documents}>
          {shown.map((one) => (
            <Document key={one.id} document={one} names={names} />
          ))}
        </ul>
      )}
      <PageSource editions={[]} />
    </>
  );
}

/** Longer summaries are opened by whoever wants to read them. */
const longest = 480;

interface DocumentProps {
  readonly document: PublicDocument;
  readonly names: ReadonlyMap<string, Readonly<Record<Language, string>>>;
}

/** One document: its words in the language of the page or as they were written, from whom and when, in which languages, and its files. */
function Document({ document, names }: DocumentProps) {
  const t = useTexts(documentsTexts);
  const kinds = useTexts(documentKindTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { id, author, words, files, filedOn, version, documentKind, about, publicSource, invented } = document;
  const shown = publicWordsIn(words, lang);
  const nameOf = (code: string) => names.get(code)?.[lang] ?? code;
  const facts = [
    kinds[documentKind],
    t.by(nameOf(author)),
    t.filed(f.date(filedOn)),
    ...(version > 1 ? [t.version(f.number(version))] : []),
  ];
  const body = (
    <p className={styles.body} lang={shown.language}>
      {shown.body}
    </p>
  );
  return (
    <li id={`document-${id}`}>
      <div>
        <h2 className={styles.title} lang={shown.language}>
          {shown.subject}
        </h2>
        <p className={styles.fine}>{facts.join(" · ")}</p>
        {shown.body === "" ? null : shown.body.length > longest ? (
          <Disclosure summary={t.read}>{body}</Disclosure>
        ) : (
          body
        )}
        <p className={styles.fine}>
          {t.languages(
            f.list(
              languages.map((language) =>
                t.language(languageLabel(language, lang), t.states[publicWordsIn(words, language).state]),
              ),
            ),
          )}
        </p>
        {about.length === 0 ? null : (
          <p className={styles.fine}>
            {t.about} <About about={about} nameOf={nameOf} />
          </p>
        )}
        {publicSource === null ? null : <p className={styles.fine}>{t.source(sourceName(publicSource, lang))}</p>}
        {invented ? <p className={styles.fine}>{t.invented}</p> : null}
      </div>
      <div>
        {files.length === 0 ? <p className={styles.fine}>{t.noFile}</p> : <FileList files={files} from="/public" />}
      </div>
    </li>
  );
}

/** What it is about, each with the way to its page; an objective's is that of its indicators. */
function About({
  about,
  nameOf,
}: {
  readonly about: PublicDocument["about"];
  readonly nameOf: (code: string) => string;
}) {
  return about.map(({ kind, code }, place) => (
    <span key={`${kind} ${code}`}>
      {place === 0 ? null : ", "}
      <Subject kind={kind} code={code} nameOf={nameOf} />
    </span>
  ));
}

function Subject({
  kind,
  code,
  nameOf,
}: PublicDocument["about"][number] & { readonly nameOf: (code: string) => string }) {
  const lang = useLanguage();
  switch (kind) {
    case "indicator":
      return (
        <Link to="/$lang/indicators/$code" params={{ lang, code }}>
          {code}
        </Link>
      );
    case "article":
      return (
        <Link to="/$lang/articles/$article" params={{ lang, article: code }}>
          {code}
        </Link>
      );
    case "country":
      return (
        <Link to="/$lang/countries/$iso3" params={{ lang, iso3: code }}>
          {nameOf(code)}
        </Link>
      );
    case "objective":
      return (
        <Link to="/$lang/indicators" params={{ lang }} search={{ objective: code }}>
          {code}
        </Link>
      );
    default:
      return kind satisfies never;
  }
}
