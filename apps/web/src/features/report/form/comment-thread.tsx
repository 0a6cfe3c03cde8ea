import type { ThreadView } from "@avances/contracts";
import type { IndicatorCode } from "@avances/domain/catalogue";
import { audiences } from "@avances/domain/submission";
import { textLimits } from "@avances/domain/text";
import { useEffect, useEffectEvent, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { isOneOf, isShape, isText } from "#lib/read-kept.ts";
import { type Remark, useAddComment } from "#lib/talk-queries.ts";
import { useBackOnline } from "#lib/use-back-online.ts";
import { type KeptForm, useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { Button } from "#ui/button.tsx";
import { Disclosure } from "#ui/disclosure.tsx";
import { TextArea } from "#ui/field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { Segmented } from "#ui/tabs.tsx";
import { threadTexts } from "#ui/thread.texts.ts";
import { ThreadNotes, ThreadStanding } from "#ui/thread.tsx";
import { useReportBase } from "../report-context.ts";
import styles from "./comment-thread.module.css";
import { insideTexts } from "./inside.texts.ts";

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
  /** Where it is what the place is about, and not folded away. */
  readonly isUnfolded?: boolean;
}

/**
 * What is said on one answer (or, with null, on the whole report): a thread inside the country and one with the Secretariat, told apart by
 * heading, word and line, each with how it stands, and one place to write for both.
 */
export function CommentThread({ code, onBegun, isUnfolded = false }: CommentThreadProps) {
  const t = useTexts(insideTexts);
  const { view, mayWriteOn, clarification } = useReportBase();
  const notes = view.comments.filter(({ indicatorCode }) => indicatorCode === code);
  const threads = view.threads.filter(({ indicatorCode }) => indicatorCode === code);
  const mayWrite = mayWriteOn(code);
  const isAsked = clarification.questions.some(({ indicatorCode }) => indicatorCode === code);
  const form = useKeptForm<NoteDraft>({
    form: "note",
    of: [view.submission.id, code ?? "report"],
    // The reply to a question of the Secretariat goes to the Secretariat; everything else starts as internal to the country.
    empty: { audience: isAsked ? "shared" : "country", body: "" },
    guard: isNoteDraft,
    isEmpty: isBlank,
  });
  // Open at first if something waits for the country or a text was begun; after that the reader decides.
  const isWaiting = threads.some(({ state, waitsFor }) => state === "open" && waitsFor === "country");
  const [open, setOpen] = useState(isAsked || isWaiting || form.isFromBefore);
  const begun = useEffectEvent(() => onBegun?.());
  useEffect(() => {
    if (form.isFromBefore) begun();
  }, [form.isFromBefore]);
  if (notes.length === 0 && !mayWrite) return null;
  const talk = (
    <div className={styles.threads}>
      {threadsInOrder(threads).map((thread) => (
        <OneThread
          key={thread.audience}
          thread={thread}
          notes={notes}
          // Under a question it is plain with whom one speaks.
          hasHeading={!isUnfolded || threads.length > 1 || thread.audience === "country"}
        />
      ))}
      {mayWrite ? <NewNote code={code} form={form} isReply={isAsked} /> : null}
    </div>
  );
  return (
    <div className={styles.thread}>
      {isUnfolded ? (
        talk
      ) : (
        <Disclosure summary={t.thread.count(notes.length)} open={open} onToggle={setOpen}>
          {talk}
        </Disclosure>
      )}
    </div>
  );
}

/** The thread with the Secretariat first when it is there: it is the one that somebody outside waits for. */
function threadsInOrder(threads: readonly ThreadView[]): readonly ThreadView[] {
  return [...audiences].reverse().flatMap((audience) => threads.filter((one) => one.audience === audience));
}

interface OneThreadProps {
  readonly thread: ThreadView;
  readonly notes: readonly Remark[];
  readonly hasHeading: boolean;
}

function OneThread({ thread, notes, hasHeading }: OneThreadProps) {
  const t = useTexts(threadTexts);
  const { view } = useReportBase();
  return (
    <section className={styles.one} data-audience={thread.audience}>
      {hasHeading ? <h4 className={styles.heading}>{t.heading[thread.audience]}</h4> : null}
      <ThreadStanding view={view} thread={thread} />
      <ThreadNotes view={view} notes={notes.filter(({ audience }) => audience === thread.audience)} />
    </section>
  );
}

interface NewNoteProps {
  readonly code: IndicatorCode | null;
  readonly form: KeptForm<NoteDraft>;
  /** The Secretariat asks here. */
  readonly isReply: boolean;
}

function NewNote({ code, form, isReply }: NewNoteProps) {
  const t = useTexts(insideTexts);
  const words = useTexts(threadTexts);
  const { view } = useReportBase();
  const add = useAddComment(view.submission.id);
  const { attempt, again } = useSending(form, add);
  const { audience, body } = form.value;
  const sendNote = () => attempt(isBlank(form.value) ? null : { indicatorCode: code, audience, body }, again);
  const pressed = useBackOnline(add.error, sendNote, `${audience} ${body}`);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        pressed();
        sendNote();
      }}
    >
      <KeptNote form={form} />
      <TextArea
        label={isReply && audience === "shared" ? t.thread.reply : t.thread.write}
        help={words.who[audience]}
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
      <ProblemNote error={add.error} words={words.again} />
      <Button type="submit" size="small" busy={add.isPending}>
        {isReply && audience === "shared" ? t.thread.sendReply : t.thread.add}
      </Button>
    </form>
  );
}
