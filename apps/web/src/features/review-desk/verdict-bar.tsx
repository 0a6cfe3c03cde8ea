import { verdicts as kinds, type Verdict } from "@avances/domain/submission";
import { textLimits } from "@avances/domain/text";
import { useEffect, useRef, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { isShape, isText, isTruth } from "#lib/read-kept.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { Button } from "#ui/button.tsx";
import { TextArea } from "#ui/field.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import type { DeskAnswer } from "./desk-answers.ts";
import { useDesk } from "./desk-context.ts";
import styles from "./review-desk.module.css";
import { verdictTexts } from "./verdict.texts.ts";

/** Seen, question or reservation: pressed again it is taken back. Shown with who said it, and whether the country changed the answer since. */
export function VerdictBar({ answer: { indicator } }: { readonly answer: DeskAnswer }) {
  const t = useTexts(verdictTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { view, notes, verdicts } = useDesk();
  const { code } = indicator;
  const mark = verdicts.of(code);
  // A question that is being written and not kept yet stands as one.
  const present: Verdict | null = notes.questions.has(code) ? "question" : (mark?.verdict ?? null);
  const [lastPressed, setPressed] = useState(false);
  const press = (verdict: Verdict) => {
    setPressed(true);
    const isOn = present === verdict && (mark === undefined || mark.stands);
    if (isOn) {
      notes.withdraw(code);
      return verdicts.mark([{ indicatorCode: code, verdict: null, reason: null, words: "" }]);
    }
    if (verdict === "question") return notes.ask(code, notes.questions.get(code) ?? "");
    notes.forget(code);
    verdicts.mark([{ indicatorCode: code, verdict, reason: null, words: "" }]);
  };
  return (
    <div className={styles.verdict}>
      <fieldset className={styles.verdicts}>
        <legend className="sr-only">{t.legend(indicator.name[lang])}</legend>
        {kinds.map((verdict) => (
          <Button
            key={verdict}
            size="small"
            aria-pressed={present === verdict}
            data-verdict={verdict}
            className={present === verdict ? styles.pressed : undefined}
            onClick={() => press(verdict)}
          >
            {t.verdict[verdict]}
          </Button>
        ))}
        {mark === undefined ? null : (
          <span className="quiet small">
            {t.by(mark.byName, f.instant(mark.at))}
            {mark.askedAt === null ? "" : ` · ${t.asked(f.instant(mark.askedAt))}`}
            {mark.stands && mark.version < view.submission.version ? ` · ${t.kept(String(mark.version))}` : ""}
          </span>
        )}
      </fieldset>
      {mark !== undefined && !mark.stands ? <p className={styles.lapsed}>{t.lapsed(String(mark.version))}</p> : null}
      {mark?.verdict === "reservation" ? <Reservation code={code} words={mark.words} /> : null}
      {lastPressed && verdicts.error !== null ? (
        <ProblemNote error={verdicts.error} words={{ "revision-stale": t.stale }} />
      ) : null}
    </div>
  );
}

const untyped = { words: "", isTyped: false };
const isTyped = isShape<typeof untyped>({ words: isText, isTyped: isTruth });

/** Kept on the device at once, and by the portal when the field is left, or with the page. */
function Reservation({ code, words }: { readonly code: string; readonly words: string }) {
  const t = useTexts(verdictTexts);
  const { view, verdicts } = useDesk();
  const of = [view.submission.id, "reservation", code];
  const form = useKeptForm({ form: "desk", of, empty: untyped, guard: isTyped });
  const typed = form.value.isTyped ? form.value.words : null;
  const save = useRef<(() => void) | null>(null);
  save.current = () => {
    if (typed === null || typed === words || verdicts.isPending) return;
    verdicts.mark([{ indicatorCode: code, verdict: "reservation", reason: null, words: typed }], () =>
      form.change(untyped),
    );
  };
  useEffect(() => () => save.current?.(), []);
  return (
    <TextArea
      label={t.reservation}
      help={t.reservationHelp}
      rows={2}
      limit={textLimits.note}
      value={typed ?? words}
      onBlur={() => save.current?.()}
      onChange={(event) => form.change({ words: event.target.value, isTyped: true })}
    />
  );
}
