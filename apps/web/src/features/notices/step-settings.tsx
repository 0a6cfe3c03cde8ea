import { isActReason } from "@avances/domain/text";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { isShape, isText } from "#lib/read-kept.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { noticeTexts } from "#ui/notice.texts.ts";
import { ProblemNote } from "#ui/problem-note.tsx";
import { ReasonField } from "#ui/reason-field.tsx";
import { RecordTable, Row } from "#ui/record-table.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import styles from "./notices.module.css";
import { waitingStepsTexts } from "./waiting-steps.texts.ts";
import { type StepSetting, stepSettingsQuery, useStepSetting } from "./waiting-steps-queries.ts";

/** Which steps of the calendar wait for a person, who has set it and why, and the form to change it. */
export function StepSettings({ year }: { readonly year: string }) {
  const t = useTexts(waitingStepsTexts).settings;
  const words = useTexts(noticeTexts).step;
  const f = useFormat();
  const { data, error } = useQuery(stepSettingsQuery);
  const [open, setOpen] = useState<StepSetting | null>(null);
  const close = () => setOpen(null);
  const wanted = open?.needsConfirmation ? "off" : "on";
  return (
    <section className="section" aria-labelledby="step-settings">
      <h2 id="step-settings" className={styles.heading}>
        {t.heading}
      </h2>
      <p className={styles.intro}>{t.text}</p>
      {error !== null && data === undefined ? <ProblemNote error={error} /> : null}
      {data === undefined && error === null ? <Skeleton shape="table" /> : null}
      {data === undefined ? null : (
        <RecordTable caption={t.caption} captionHidden dense heads={[t.step, t.needs, t.by]}>
          <tbody>
            {data.steps.map((setting) => {
              const [last] = setting.changes;
              return (
                <Row key={setting.step}>
                  <th scope="row">{words[setting.step]}</th>
                  <td>
                    {setting.needsConfirmation ? <b>{t.yes}</b> : t.no}{" "}
                    <button
                      type="button"
                      className={styles.read}
                      aria-label={t.changeOf(words[setting.step])}
                      onClick={() => setOpen(setting)}
                    >
                      {t.change}
                    </button>
                  </td>
                  <td>
                    {last === undefined ? (
                      <span className="quiet">{t.byDefault}</span>
                    ) : (
                      t.changed(last.byName, f.instant(last.at), last.reason)
                    )}
                  </td>
                </Row>
              );
            })}
          </tbody>
        </RecordTable>
      )}
      <Dialog open={open !== null} onClose={close} title={open === null ? "" : t.title[wanted](words[open.step])}>
        {open === null ? null : (
          <SettingForm
            year={year}
            setting={open}
            onBack={close}
            onDone={() => {
              announce(t.done);
              close();
            }}
          />
        )}
      </Dialog>
    </section>
  );
}

interface SettingFormProps {
  /** Where the page is that leads back to what was written. */
  readonly year: string;
  readonly setting: StepSetting;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

const isWritten = isShape({ reason: isText });

function SettingForm({ year, setting, onBack, onDone }: SettingFormProps) {
  const texts = useTexts(waitingStepsTexts);
  const { settings: t, declining } = texts;
  const { step, needsConfirmation } = setting;
  const form = useKeptForm({ form: "step", of: [year, step], empty: { reason: "" }, guard: isWritten });
  const act = useStepSetting();
  const { isTried, attempt } = useSending(form, act);
  const { reason } = form.value;
  return (
    <form
      className={styles.dialogForm}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        attempt(isActReason(reason) ? { step, needsConfirmation: !needsConfirmation, reason } : null, onDone);
      }}
    >
      <KeptNote form={form} />
      <p>{needsConfirmation ? t.offText : t.onText}</p>
      <ReasonField
        label={declining.reason}
        help={declining.reasonHelp}
        value={reason}
        tooShort={declining.tooShort}
        isTried={isTried}
        onChange={(written) => form.change({ reason: written })}
      />
      <ProblemNote error={act.error} words={{ "transition-refused": t.same }} />
      <div className="row row-end">
        <Button onClick={onBack}>{t.back}</Button>
        <Button type="submit" variant="primary" busy={act.isPending}>
          {needsConfirmation ? t.set.off : t.set.on}
        </Button>
      </div>
    </form>
  );
}
