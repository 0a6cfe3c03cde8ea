import { textLimits } from "@avances/domain/text";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { isShape, isText } from "#lib/read-kept.ts";
import { useAddComment } from "#lib/talk-queries.ts";
import { useBackOnline } from "#lib/use-back-online.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { Button } from "#ui/button.tsx";
import { Disclosure } from "#ui/disclosure.tsx";
import { TextArea } from "#ui/field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { threadTexts } from "#ui/thread.texts.ts";
import { ThreadNotes, ThreadStanding } from "#ui/thread.tsx";
import { deskTexts } from "./desk.texts.ts";
import { useDesk } from "./desk-context.ts";
import styles from "./review-desk.module.css";

const empty = { body: "" };
const isWritten = isShape({ body: isText });
const isBlank = ({ body }: typeof empty) => body.trim() === "";

/**
 * What the country and the Secretariat say about this answer, how it stands, who has seen it, and a place to write without returning the
 * report. The country's internal remarks are never sent here.
 */
export function DeskThread({ code }: { readonly code: string | null }) {
  const t = useTexts(deskTexts).answer;
  const { view } = useDesk();
  const notes = view.comments.filter(({ indicatorCode, audience }) => indicatorCode === code && audience === "shared");
  const thread = view.threads.find(({ indicatorCode, audience }) => indicatorCode === code && audience === "shared");
  // Folded away when it was closed before; what is closed here stays in sight.
  const [isOpen, setOpen] = useState(thread?.state !== "closed");
  if (notes.length === 0 || thread === undefined) return null;
  return (
    <Disclosure summary={t.thread(notes.length)} open={isOpen} onToggle={setOpen}>
      <div className={styles.talk}>
        <ThreadStanding view={view} thread={thread} />
        <ThreadNotes view={view} notes={notes} />
        <Reply code={code} />
      </div>
    </Disclosure>
  );
}

function Reply({ code }: { readonly code: string | null }) {
  const t = useTexts(deskTexts).answer;
  const words = useTexts(threadTexts);
  const { view } = useDesk();
  const { id } = view.submission;
  const add = useAddComment(id);
  const form = useKeptForm({ form: "deskNote", of: [id, code ?? "report"], empty, guard: isWritten, isEmpty: isBlank });
  const { attempt, again } = useSending(form, add);
  const { body } = form.value;
  const send = () =>
    attempt(isBlank(form.value) ? null : { indicatorCode: code, audience: "shared" as const, body }, again);
  const pressed = useBackOnline(add.error, send, body);
  return (
    <form
      className={styles.reply}
      onSubmit={(event) => {
        event.preventDefault();
        pressed();
        send();
      }}
    >
      <KeptNote form={form} />
      <TextArea
        label={t.write}
        help={view.may.review ? t.writeHelp : undefined}
        rows={2}
        limit={textLimits.note}
        value={body}
        onChange={(event) => form.change({ body: event.target.value })}
      />
      <ProblemNote error={add.error} words={words.again} />
      <Button type="submit" size="small" busy={add.isPending}>
        {t.send}
      </Button>
    </form>
  );
}

/** The reasons with which the country opened this answer in a returned report. */
export function Reopened({ code }: { readonly code: string }) {
  const t = useTexts(deskTexts).answer;
  const f = useFormat();
  const { view, country } = useDesk();
  return view.reopened
    .filter(({ indicatorCode }) => indicatorCode === code)
    .map(({ at, byName, reason }) => (
      <div key={at} className={styles.comment}>
        <h4>{t.reopened(country, byName, f.instant(at, view.timeZone))}</h4>
        <p>{reason}</p>
      </div>
    ));
}
