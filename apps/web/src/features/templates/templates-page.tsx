import { isLanguage, languageLabel } from "@avances/domain/catalogue";
import { type WordingKind, wordingKinds, wordingMatters, wordingRules } from "@avances/domain/wording";
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { useKindWords } from "#ui/kind-words.ts";
import { PageHeader } from "#ui/page-header.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { GroupRow, RecordTable, Row } from "#ui/record-table.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { TemplateEditor } from "./template-editor.tsx";
import styles from "./templates.module.css";
import { type TemplateGroup, templatesTexts } from "./templates.texts.ts";
import { templatesQuery } from "./templates-queries.ts";

/** The words of reminders: the list of all, or one kind in one language to edit. */
export function TemplatesPage() {
  const { message } = useSearch({ from: "/$lang/signed-in/words" });
  const [kind, language] = message?.split("-") ?? [];
  const known = wordingKinds.find((one) => one === kind);
  const before = useRef(message);
  // List and editor have one path, so the page header does not take the focus between them.
  useEffect(() => {
    if (before.current !== message) document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
    before.current = message;
  }, [message]);
  if (known !== undefined && isLanguage(language))
    return <TemplateEditor key={message} kind={known} language={language} />;
  return <TemplateList />;
}

/** Messages about a report by what is awaited, those that a person sends apart; the others by what they ask for. */
function groupOf(kind: WordingKind): TemplateGroup {
  const { about, step, isReturned } = wordingRules[kind];
  if (about !== "report") return about;
  if (step === "resend") return "hand";
  return isReturned ? "returned" : "report";
}
const groups = Map.groupBy(wordingKinds, groupOf);

function TemplateList() {
  const t = useTexts(templatesTexts);
  const lang = useLanguage();
  const f = useFormat();
  const kindWords = useKindWords();
  const { data, error } = useQuery(templatesQuery);
  // Whoever may not read them is told so in place of the page, which speaks to those who write them.
  if (error instanceof ApiProblem && data === undefined) throw error;
  const shown = [...new Set(data?.templates.map(({ language }) => language))];
  return (
    <>
      <PageHeader variant="work" title={t.title} lead={<p>{t.lead}</p>} />
      {error !== null && data === undefined ? <ProblemNote error={error} /> : null}
      {data === undefined && error === null ? <Skeleton shape="table" rows={8} /> : null}
      {data === undefined ? null : (
        <RecordTable
          caption={t.table}
          captionHidden
          dense
          heads={[
            t.kindHead,
            ...shown.map((language) => ({ label: languageLabel(language, lang), className: styles.language })),
          ]}
        >
          {[...groups].map(([name, kinds]) => (
            <tbody key={name}>
              <GroupRow className={styles.group}>{t.groups[name]}</GroupRow>
              {kinds.map((kind) => (
                <Row key={kind}>
                  <th scope="row">{kindWords(kind)}</th>
                  {shown.map((language) => {
                    const line = data.templates.find((one) => one.kind === kind && one.language === language);
                    if (line === undefined) return <td key={language} />;
                    return (
                      <td key={language}>
                        <Link
                          to="/$lang/words"
                          params={{ lang }}
                          search={{ message: `${kind}-${language}` }}
                          aria-label={`${line.isBuiltIn ? t.builtIn : t.ofVersion(line.version)}. ${t.edit(kindWords(kind), languageLabel(language, lang))}`}
                        >
                          {line.isBuiltIn ? t.builtIn : t.ofVersion(line.version)}
                        </Link>
                        {line.at === null ? null : (
                          <span className={styles.fine}>{t.editedBy(line.byName ?? "", f.instant(line.at))}</span>
                        )}
                      </td>
                    );
                  })}
                </Row>
              ))}
            </tbody>
          ))}
        </RecordTable>
      )}
      {wordingMatters.map((matter) => (
        <p key={matter} className={styles.note}>
          {t.scope[matter]}
        </p>
      ))}
    </>
  );
}
