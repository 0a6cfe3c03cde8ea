import { isOfSecretariat } from "@avances/domain/access";
import type { IndicatorCode } from "@avances/domain/catalogue";
import { textLimits } from "@avances/domain/text";
import { useEffect, useEffectEvent, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { isOneOf, isShape, isText } from "#lib/read-kept.ts";
import { useBackOnline } from "#lib/use-back-online.ts";
import { type KeptForm, useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { Button } from "#ui/button.tsx";
import { classNames } from "#ui/class-names.ts";
import { Disclosure } from "#ui/disclosure.tsx";
import { TextArea } from "#ui/field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { Segmented } from "#ui/tabs.tsx";
import { useReportFacts } from "../report-context.ts";
import { useAddComment } from "../submission-queries.ts";
import styles from "./comment-thread.module.css";
import { formTexts } from "./form.texts.ts";

interface NoteDraft {
  readonly audience: "country" | "shared";
  readonly body: string;
}
const isNoteDraft = isShape<NoteDraft>({ audience: isOneOf(["country", "shared"]), body: isText });
const isBlank = ({ body }: NoteDraft) => body.trim() === "";

interface CommentThreadProps {
  readonly code: IndicatorCode | null;
  /** A note that was begun at an earlier visit waits here. */
  readonly onBegun?: () => void;
}

/** Remarks on one answer (or, with null, on the whole report). Two audiences, told apart by word, position and line. */
export function CommentThread({ code, onBegun }: CommentThreadProps) {
  const t = useTexts(formTexts);
  const f = useFormat();
  const { view, canComment, clarification } = useReportFacts();
  const notes = view.comments.filter(({ indicatorCode }) => indicatorCode === code);
  const isAsked = clarification.questions.some(({ indicatorCode }) => indicatorCode === code);
  const form = useKeptForm<NoteDraft>({
    form: "note",
    of: [view.submission.id, code ?? "report"],
    // The reply to a question of the Secretariat goes to the Secretariat; everything else starts as internal to the country.
    empty: { audience: isAsked ? "shared" : "country", body: "" },
    guard: isNoteDraft,
    isEmpty: isBlank,
  });
  // Open at first if something was asked or a text was begun; after that the reader decides.
  const [open, setOpen] = useState(isAsked || form.isFromBefore);
  const begun = useEffectEvent(() => onBegun?.());
  useEffect(() => {
    if (form.isFromBefore) begun();
  }, [form.isFromBefore]);
  if (notes.length === 0 && !canComment) return null;
  return (
    <div className={styles.thread}>
      <Disclosure summary={t.thread.count(notes.length)} open={open} onToggle={setOpen}>
        <ul className={styles.notes}>
          {notes.map(({ id, audience, authorName, authorRole, createdAt, body }) => (
            <li key={id} className={classNames(styles.note, styles[audience])}>
              <p className={styles.head}>
                <b>{authorName}</b>
                {isOfSecretariat(authorRole) ? ` · ${t.thread.questions}` : null}
                <span className="quiet">
                  {" "}
                  · {f.instant(createdAt)} · {t.thread[audience]}
                </span>
              </p>
              <p className={styles.body}>{body}</p>
            </li>
          ))}
        </ul>
        {canComment ? <NewNote code={code} form={form} /> : null}
      </Disclosure>
    </div>
  );
}

interface NewNoteProps {
  readonly code: IndicatorCode | null;
  readonly form: KeptForm<NoteDraft>;
}

function NewNote({ code, form }: NewNoteProps) {
  const t = useTexts(formTexts);
  const { view } = useReportFacts();
  const add = useAddComment(view.submission.id);
  const { attempt, again } = useSending(form, add);
  const { audience, body } = form.value;
  const sendNote = () => attempt(isBlank(form.value) ? null : { indicatorCode: code, audience, body }, again);
  useBackOnline(add.error, sendNote);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        sendNote();
      }}
    >
      <KeptNote form={form} />
      <TextArea
        label={t.thread.write}
        rows={2}
        limit={textLimits.note}
        value={body}
        onChange={(event) => form.change({ body: event.target.value })}
      />
      <Segmented
        label={t.thread.audience}
        name={`audience-${code ?? "report"}`}
        options={[
          { value: "country", label: t.thread.country },
          { value: "shared", label: t.thread.shared },
        ]}
        value={audience}
        onChange={(next) => form.change({ audience: next })}
      />
      <ProblemNote error={add.error} />
      <Button type="submit" size="small" busy={add.isPending}>
        {t.thread.add}
      </Button>
    </form>
  );
}
