import type { SubmissionView, ThreadView } from "@avances/contracts";
import { isOfSecretariat } from "@avances/domain/access";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { useSession } from "#lib/session.ts";
import { stayAfter } from "#lib/stay.ts";
import { type Remark, useCloseThread, useSeenOnScreen } from "#lib/talk-queries.ts";
import { Button } from "./button.tsx";
import { classNames } from "./class-names.ts";
import styles from "./thread.module.css";
import { threadTexts } from "./thread.texts.ts";
import { Written } from "./written.tsx";

interface ThreadNotesProps {
  readonly view: SubmissionView;
  /** Of one thread, oldest first. */
  readonly notes: readonly Remark[];
}

/** The remarks of one thread. What the other side says counts as seen once it is on the screen; of one's own side's it is told when it was. */
export function ThreadNotes({ view, notes }: ThreadNotesProps) {
  const t = useTexts(threadTexts);
  const f = useFormat();
  const watch = useSeenOnScreen(view.submission.id);
  return (
    <ul className={styles.notes}>
      {notes.map((note) => (
        <li
          key={note.id}
          ref={watch(note)}
          className={classNames(styles.note, styles[note.audience], note.isQuestion && styles.question)}
        >
          <p className={styles.head}>
            <b>{note.authorName}</b>
            {note.isQuestion ? ` · ${t.question}` : isOfSecretariat(note.authorRole) ? ` · ${t.secretariat}` : null}
            <span className="quiet"> · {f.instant(note.createdAt, view.timeZone)}</span>
          </p>
          <p className={styles.body}>
            <Written text={note.body} />
          </p>
          <SeenFact note={note} timeZone={view.timeZone} />
          {view.versions
            .filter(({ questionsLeft }) => questionsLeft.includes(note.id))
            .map(({ version }) => (
              <p key={version} className={styles.left}>
                {t.left(f.number(version))}
              </p>
            ))}
        </li>
      ))}
    </ul>
  );
}

/** When the other side had a remark of one's own side on the screen for the first time. */
function SeenFact({ note, timeZone }: { readonly note: Remark; readonly timeZone: string }) {
  const t = useTexts(threadTexts);
  const f = useFormat();
  const { person } = useSession();
  const { audience, authorRole, seen } = note;
  const isOwn = person !== null && isOfSecretariat(person.role) === isOfSecretariat(authorRole);
  if (audience === "country" || !isOwn) return null;
  return (
    <p className={styles.fact}>
      {seen === null
        ? t.unseen[isOfSecretariat(authorRole) ? "country" : "secretariat"]
        : t.seen(seen.byName, f.instant(seen.at, timeZone))}
    </p>
  );
}

/** How a thread stands, in words made from its facts, and the button that closes it for whoever may. */
export function ThreadStanding({ view, thread }: { readonly view: SubmissionView; readonly thread: ThreadView }) {
  const t = useTexts(threadTexts);
  const f = useFormat();
  const close = useCloseThread(view.submission.id);
  const { state, audience, indicatorCode, closed, waitsFor, mayClose } = thread;
  const words: Readonly<Record<ThreadView["state"], () => string>> = {
    open: () => t.open[audience === "country" ? "inside" : (waitsFor ?? "country")],
    answered: () => t.answered,
    closed: () => (closed === null ? "" : t.closed(closed.byName, f.instant(closed.at, view.timeZone))),
  };
  return (
    <div className={styles.standing} data-state={state} data-stay tabIndex={-1}>
      <span>{words[state]()}</span>
      {mayClose ? (
        <Button
          size="small"
          variant="quiet"
          title={t.closeHelp}
          busy={close.isPending}
          onClick={(event) => close.mutate({ indicatorCode, audience }, { onSettled: stayAfter(event.currentTarget) })}
        >
          {t.close}
        </Button>
      ) : null}
      {close.isError ? <span role="alert">{t.notClosed}</span> : null}
    </div>
  );
}
