import type { Indicator, IndicatorCode, MissingState } from "@avances/domain/catalogue";
import { textLimits } from "@avances/domain/text";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { isOneOf, isShape, isText } from "#lib/read-kept.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { Checkbox, FieldGroup, RadioGroup, TextArea } from "#ui/field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { useReportBase } from "../report-context.ts";
import { useStore } from "../saving/use-answer-store.ts";
import { formTexts } from "./form.texts.ts";
import styles from "./many.module.css";
import { manyTexts } from "./many.texts.ts";
import { withoutValue } from "./many.ts";
import { usePersonCaution } from "./use-person-caution.tsx";

/** As many characters as the rules ask of a reason. */
const shortestReason = 20;

interface NothingToReportProps {
  /** Without an answer, and begun by nobody. */
  readonly indicators: readonly Indicator[];
  /** The section, or the whole report: what was begun for one is not shown for another. */
  readonly scope: string;
  readonly onClose: () => void;
}

interface Silence {
  readonly state: MissingState;
  readonly reason: string;
}
const isSilence = isShape<Silence>({ state: isOneOf(["not_available", "not_applicable"]), reason: isText });

/** Says of many indicators at once that there is no value, in one state and for one reason. Never a zero. One act, which can be undone. */
export function NothingToReport({ indicators, scope, onClose }: NothingToReportProps) {
  const t = useTexts(manyTexts).nothing;
  const words = useTexts(formTexts).state;
  const { cancel } = useTexts(manyTexts).confirm;
  const lang = useLanguage();
  const f = useFormat();
  const store = useStore();
  const caution = usePersonCaution();
  const { view } = useReportBase();
  // The reason is a text that somebody composes: closing the dialog, or losing the page, loses none of it.
  const form = useKeptForm<Silence>({
    form: "nothing",
    of: [view.submission.id, scope],
    empty: { state: "not_available", reason: "" },
    guard: isSilence,
    isEmpty: ({ reason: text }) => text.trim() === "",
  });
  const { state, reason } = form.value;
  const [left, setLeft] = useState<ReadonlySet<IndicatorCode>>(new Set());
  const [isTried, setTried] = useState(false);
  const states = (["not_available", "not_applicable"] as const).filter((one) =>
    indicators.some(({ allowedMissing }) => allowedMissing.includes(one)),
  );
  const possible = indicators.filter(({ allowedMissing }) => allowedMissing.includes(state));
  const impossible = indicators.filter((indicator) => !possible.includes(indicator));
  const chosen = possible.filter(({ code }) => !left.has(code));
  const isShort = [...reason.trim()].length < shortestReason;
  const isLong = [...reason].length > textLimits.missingReason;
  const save = () => {
    setTried(true);
    if (isShort || isLong || chosen.length === 0) return;
    const change = withoutValue(state, reason.trim());
    store.replaceMany("state", new Map(chosen.map(({ code }) => [code, change] as const)));
    form.clear();
    announce(t.done(chosen.length));
    onClose();
  };
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t.title}
      actions={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button variant="primary" onClick={save}>
            {t.act(chosen.length)}
          </Button>
        </>
      }
    >
      <div className={styles.parts}>
        <p>{t.text}</p>
        <KeptNote form={form} />
        {states.length > 1 ? (
          <RadioGroup
            label={t.state}
            name="nothing-state"
            layout="inline"
            choices={states.map((value) => ({ value, label: words[value] }))}
            value={state}
            help={words.help[state]}
            onChange={(next) => form.change({ state: next })}
          />
        ) : (
          <p className="small">{words.help[state]}</p>
        )}
        <TextArea
          label={words.reason}
          help={words.reasonHelp}
          rows={2}
          limit={textLimits.missingReason}
          note={caution(reason)}
          value={reason}
          error={isTried && isShort ? t.reasonShort : undefined}
          onChange={(event) => form.change({ reason: event.target.value })}
        />
        <FieldGroup legend={t.list} help={t.started} error={isTried && chosen.length === 0 ? t.nobody : undefined}>
          <ul className={styles.items}>
            {possible.map(({ code, name }) => (
              <li key={code}>
                <Checkbox
                  label={`${code} ${name[lang]}`}
                  checked={!left.has(code)}
                  onChange={(event) =>
                    setLeft((before) => {
                      const next = new Set(before);
                      if (event.target.checked) next.delete(code);
                      else next.add(code);
                      return next;
                    })
                  }
                />
              </li>
            ))}
          </ul>
          {impossible.length > 0 ? <p>{t.cannot(f.list(impossible.map(({ code }) => code)))}</p> : null}
        </FieldGroup>
      </div>
    </Dialog>
  );
}
