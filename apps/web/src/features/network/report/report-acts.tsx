import type { MeetingView, ReportView } from "@avances/contracts";
import { languages } from "@avances/domain/catalogue";
import { isEditable, lastDayOf, sendingFaults } from "@avances/domain/network";
import type { Participant } from "@avances/domain/reference";
import { isCalendarDate } from "@avances/domain/round";
import { textLimits } from "@avances/domain/text";
import { type ReactNode, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { type Language, useLanguage } from "#i18n/language.ts";
import { isOneOf, isShape, isText } from "#lib/read-kept.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { DetailsQuestion } from "#ui/details-question.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { Checkbox, Select, TextArea, TextInput } from "#ui/field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { AfterOwnActs } from "./after-own-acts.tsx";
import { PointForm } from "./point-form.tsx";
import styles from "./report.module.css";
import { reportTexts } from "./report.texts.ts";
import { arrange, circulate, consider, finalise, inOrder, useReportAct, useReportStep } from "./report-queries.ts";
import { ReportRefused } from "./report-refused.tsx";

interface ReportActsProps {
  readonly report: ReportView;
  readonly meeting: MeetingView;
  readonly participants: readonly Participant[];
}

type Step = "add" | "circulate" | "finalise" | "consider";

/** What the Secretariat may do to the report now. */
export function ReportActs({ report, meeting, participants }: ReportActsProps) {
  const t = useTexts(reportTexts);
  const [open, setOpen] = useState<Step | null>(null);
  const close = () => setOpen(null);
  const labels: Readonly<Record<Step, string>> = {
    add: t.edit.add,
    circulate: t.circulate.label,
    finalise: t.finalise.label,
    consider: t.consider.label,
  };
  const forms: Readonly<Record<Step, ReactNode>> = {
    add: <PointForm point={null} report={report} meeting={meeting} participants={participants} onDone={close} />,
    circulate: <SendForm to="circulated" report={report} meeting={meeting} onDone={close} />,
    finalise: <SendForm to="final" report={report} meeting={meeting} onDone={close} />,
    consider: <ConsiderForm report={report} meeting={meeting} onDone={close} />,
  };
  const offered: readonly Step[] = isEditable(report.stage)
    ? ["add", "circulate", ...(report.stage === "circulated" ? (["finalise"] as const) : [])]
    : report.stage === "final"
      ? ["consider"]
      : [];
  return (
    <>
      {offered.map((step) => (
        <Button key={step} onClick={() => setOpen(step)}>
          {labels[step]}
        </Button>
      ))}
      <Dialog open={open !== null} onClose={close} title={open === null ? "" : labels[open]} wide={open === "add"}>
        {open === null ? null : <AfterOwnActs meetingId={meeting.id}>{forms[open]}</AfterOwnActs>}
      </Dialog>
    </>
  );
}

/** Does the report say who had submitted indicators? */
export function SubmissionsChoice({ report, meeting }: Omit<ReportActsProps, "participants">) {
  const t = useTexts(reportTexts).edit;
  const act = useReportStep(arrange, meeting.id);
  return (
    <div className={styles.submissions}>
      <Checkbox
        label={t.submissions}
        help={t.submissionsHelp}
        checked={(act.isPending ? act.variables(report) : report)?.withSubmissions}
        onChange={({ target }) =>
          act.mutate(({ content }) => ({ points: inOrder(content.points), withSubmissions: target.checked }))
        }
      />
      <ReportRefused error={act.error} />
    </div>
  );
}

interface StepFormProps {
  readonly report: ReportView;
  readonly meeting: MeetingView;
  readonly onDone: () => void;
}

/** Sends the report to the members, or as the final one. What stands against it is said before it is tried. */
function SendForm({ to, report, meeting, onDone }: StepFormProps & { readonly to: "circulated" | "final" }) {
  const t = useTexts(reportTexts);
  const words = to === "final" ? t.finalise : t.circulate;
  // The two are asked for alike.
  const act = useReportAct(to === "final" ? (finalise as unknown as typeof circulate) : circulate, meeting.id);
  const { attempt } = useSending({ send: (send, done) => send().then(done, () => undefined) }, act);
  const [decidedOn, setDecidedOn] = useState(report);
  const { stage, content, revision } = decidedOn;
  const faults = sendingFaults(to, { stage, points: content.points, isHeld: meeting.state === "held" });
  return (
    <div className={styles.form}>
      <p>{words.text}</p>
      {faults.length > 0 ? (
        <ul>
          {faults.map((fault) => (
            <li key={fault}>{t.faults[fault]}</li>
          ))}
        </ul>
      ) : null}
      <ReportRefused
        error={act.error}
        onSeen={(current) => {
          act.reset();
          setDecidedOn(current);
        }}
      />
      <div className="row row-end">
        <Button onClick={onDone}>{t.edit.back}</Button>
        {faults.length > 0 ? null : (
          <Button
            variant={to === "final" ? "alarm" : "primary"}
            busy={act.isPending}
            onClick={() =>
              attempt({ params: { reportId: report.id }, revision }, () => {
                announce(words.done);
                onDone();
              })
            }
          >
            {words.label}
          </Button>
        )}
      </div>
    </div>
  );
}

const isConsidered = isShape({ on: isText, response: isText, language: isOneOf<Language>(languages) });

/** On which day it was considered, and what came of it. */
function ConsiderForm({ report, meeting, onDone }: StepFormProps) {
  const t = useTexts(reportTexts);
  const lang = useLanguage();
  const act = useReportAct(consider, meeting.id);
  const form = useKeptForm({
    ...{ form: "report", of: [meeting.id, "consider"], empty: { on: "", response: "", language: lang } },
    guard: isConsidered,
  });
  const { on, response, language } = form.value;
  const { isTried, attempt } = useSending(form, act);
  const [decidedOn, setDecidedOn] = useState(report.revision);
  const isDay = isCalendarDate(on) && on >= lastDayOf(meeting);
  const send = (overruled: Parameters<Parameters<typeof DetailsQuestion>[0]["onKeep"]>[0]) => {
    const isSound = isDay && response.trim() !== "";
    const body = { on, response, language, overruled: [...overruled] };
    attempt(isSound ? { params: { reportId: report.id }, body, revision: decidedOn } : null, () => {
      announce(t.consider.done);
      onDone();
    });
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send([]);
      }}
    >
      <KeptNote form={form} />
      <p>{t.consider.text}</p>
      <TextInput
        type="date"
        width="medium"
        label={t.consider.on}
        value={on}
        error={isTried && !isDay ? (isCalendarDate(on) ? t.faults.day : t.consider.badDay) : undefined}
        onChange={({ target }) => form.change({ on: target.value })}
      />
      <Select
        label={t.consider.language}
        value={language}
        onChange={({ target }) => form.change({ language: languages.find((one) => one === target.value) ?? language })}
      >
        {languages.map((one) => (
          <option key={one} value={one}>
            {t.languages[one]}
          </option>
        ))}
      </Select>
      <TextArea
        label={t.consider.response}
        rows={4}
        limit={textLimits.note}
        value={response}
        error={isTried && response.trim() === "" ? t.consider.noWords : undefined}
        onChange={({ target }) => form.change({ response: target.value })}
      />
      <DetailsQuestion error={act.error} onKeep={send} />
      <ReportRefused
        error={act.error}
        onSeen={(current) => {
          act.reset();
          setDecidedOn(current.revision);
        }}
      />
      <div className="row row-end">
        <Button onClick={onDone}>{t.edit.back}</Button>
        <Button type="submit" variant="primary" busy={act.isPending}>
          {t.consider.label}
        </Button>
      </div>
    </form>
  );
}
