import type { IndicatorCode } from "@avances/domain/catalogue";
import { shortestActReason, textLimits } from "@avances/domain/text";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { isShape, isText } from "#lib/read-kept.ts";
import { stay, stayAfter } from "#lib/stay.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { ActRefused } from "#ui/act-refused.tsx";
import { Button } from "#ui/button.tsx";
import { TextArea } from "#ui/field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { Written } from "#ui/written.tsx";
import { useReopen } from "../act-queries.ts";
import { useReportBase } from "../report-context.ts";
import styles from "./locked-answer.module.css";
import { lockedTexts } from "./locked-answer.texts.ts";

const empty = { reason: "" };
const isWritten = isShape({ reason: isText });

/**
 * Of a returned report: why this answer cannot be changed, and the way to open it with a reason that the Secretariat reads. Of an answer that
 * was opened: by whom, when and why.
 */
export function LockedAnswer({ code }: { readonly code: IndicatorCode }) {
  const t = useTexts(lockedTexts);
  const f = useFormat();
  const { view, canEdit, mayEdit } = useReportBase();
  const opened = view.reopened.filter(({ indicatorCode }) => indicatorCode === code);
  return (
    <div className={styles.here} data-stay tabIndex={-1}>
      {opened.map(({ at, byName, reason }) => (
        <div key={at} className={styles.opened}>
          <p className="small">{t.opened(byName, f.instant(at, view.timeZone))}</p>
          <blockquote className={styles.reason}>
            <Written text={reason} />
          </blockquote>
        </div>
      ))}
      {canEdit && !mayEdit(code) ? <p className="quiet small">{t.locked}</p> : null}
      <Reopen code={code} />
    </div>
  );
}

/** The form stays as long as a text is in it, also when somebody else has opened the answer or sent the report meanwhile: then it says so. */
function Reopen({ code }: { readonly code: IndicatorCode }) {
  const t = useTexts(lockedTexts);
  const { view, canEdit, mayReopen } = useReportBase();
  const { id, revision } = view.submission;
  const reopen = useReopen(id);
  const form = useKeptForm({ form: "reopen", of: [id, code], empty, guard: isWritten });
  const { reason } = form.value;
  const [isOpen, setOpen] = useState(form.isFromBefore);
  const { attempt, isTried } = useSending(form, reopen);
  const isSound = reason.trim().length >= shortestActReason && reason.length <= textLimits.actReason;
  // While it is being sent, its own success may arrive with the news first.
  const may = mayReopen(code) || reopen.isPending;
  const [couldSend, setCouldSend] = useState(may);
  if (couldSend !== may) {
    setCouldSend(may);
    // Sent, or nothing was written: there is nothing to keep.
    if (!may && reason.trim() === "") setOpen(false);
  }
  if (!isOpen) {
    return may ? (
      <div>
        <Button size="small" onClick={() => setOpen(true)}>
          {t.open}
        </Button>
      </div>
    ) : null;
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (may) attempt(isSound ? { indicatorCode: code, reason, revision } : null, stayAfter(event.currentTarget));
      }}
    >
      <div role="status">{may ? null : <p className="small">{canEdit ? t.late.open : t.late.fixed}</p>}</div>
      {may ? <KeptNote form={form} /> : null}
      <TextArea
        label={t.reason}
        help={may ? t.help : undefined}
        rows={2}
        autoFocus
        limit={textLimits.actReason}
        error={isTried && !isSound ? t.tooShort : undefined}
        value={reason}
        onChange={(event) => form.change({ reason: event.target.value })}
      />
      {may ? (
        <ActRefused error={reopen.error} words={t.refused} fits={() => "look"} onSeen={() => reopen.reset()} />
      ) : null}
      <div className={styles.acts}>
        {may ? (
          <>
            <Button type="submit" size="small" variant="primary" busy={reopen.isPending}>
              {t.send}
            </Button>
            <Button
              size="small"
              variant="quiet"
              onClick={(event) => {
                stay(event.currentTarget);
                reopen.reset();
                setOpen(false);
              }}
            >
              {t.leave}
            </Button>
          </>
        ) : (
          <Button
            size="small"
            onClick={(event) => {
              stay(event.currentTarget);
              form.clear();
              setOpen(false);
            }}
          >
            {t.late.drop}
          </Button>
        )}
      </div>
    </form>
  );
}
