import { findingMessage } from "@avances/domain/answer";
import { textLimits } from "@avances/domain/text";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { Disclosure } from "#ui/disclosure.tsx";
import { TextArea } from "#ui/field.tsx";
import { Written } from "#ui/written.tsx";
import { FindingMark } from "../form/findings-list.tsx";
import { usePersonCaution } from "../form/use-person-caution.tsx";
import { useInWordsOfPage, useReportFacts } from "../report-context.ts";
import { ClashPanel, OthersPanel } from "../saving/conflict-panel.tsx";
import { SaveMark } from "../saving/save-mark.tsx";
import { useEntry } from "../saving/use-answer-store.ts";
import { AnswerHead } from "./answer-head.tsx";
import styles from "./check.module.css";
import { checkTexts } from "./check.texts.ts";
import type { CheckFacts, NoteAsked } from "./check-facts.ts";
import { Part } from "./part.tsx";

/** Figures that the rules ask to be explained, with the note right there. A row stays when its note is written, so nothing moves while typing. */
export function NotesPart({ facts, count }: { readonly facts: CheckFacts; readonly count: number }) {
  const t = useTexts(checkTexts).notes;
  const lang = useLanguage();
  const { catalogue } = useReportFacts();
  const { notes, remarks } = facts;
  const isEmpty = notes.length + remarks.length === 0;
  return (
    <Part number={3} title={t.heading} note={t.note(count, notes.length - count)} isEmpty={isEmpty}>
      <ul className={styles.rows}>
        {notes.map((note) => (
          <NoteRow key={note.code} note={note} />
        ))}
      </ul>
      {remarks.length > 0 ? (
        <Disclosure summary={t.remarks(remarks.length)}>
          <ul className={styles.rows}>
            {remarks.map((finding) => (
              <li key={JSON.stringify(finding)} className={styles.row}>
                <AnswerHead code={finding.indicators[0] ?? null} part={3} />
                <p className={styles.finding}>
                  <FindingMark severity="warning" />
                  <span>{findingMessage(catalogue, finding, lang)}</span>
                </p>
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </Part>
  );
}

function NoteRow({ note: { code, findings, isMissing } }: { readonly note: NoteAsked }) {
  const t = useTexts(checkTexts).notes;
  const lang = useLanguage();
  const caution = usePersonCaution();
  const { catalogue, mayEdit } = useReportFacts();
  const { store, entry } = useEntry(code);
  const indicator = useInWordsOfPage(entry.indicator);
  return (
    <li className={isMissing ? styles.cautionRow : styles.row}>
      <div className={styles.noted}>
        <div>
          <AnswerHead code={code} part={3} />
          {findings.map((finding) => (
            <p key={JSON.stringify(finding)} className={styles.finding}>
              <FindingMark severity="warning" />
              <span>{findingMessage(catalogue, finding, lang)}</span>
            </p>
          ))}
        </div>
        {mayEdit(code) ? (
          <div data-stay tabIndex={-1}>
            <ClashPanel code={code} />
            <TextArea
              label={t.label(code)}
              rows={2}
              limit={textLimits.comment}
              note={caution(entry.draft.comment)}
              value={entry.draft.comment}
              onChange={(event) => {
                const comment = event.target.value;
                store.edit(code, (draft) => ({ ...draft, comment }));
              }}
              onBlur={() => store.commit(code)}
            />
            <SaveMark code={code} />
            <OthersPanel indicator={indicator} />
          </div>
        ) : (
          <p className={styles.prose}>
            {entry.queue.saved.comment === "" ? t.none : <Written text={entry.queue.saved.comment} />}
          </p>
        )}
      </div>
    </li>
  );
}
