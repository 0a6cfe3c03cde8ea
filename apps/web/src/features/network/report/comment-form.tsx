import type { MeetingView, ReportView } from "@avances/contracts";
import { languages } from "@avances/domain/catalogue";
import { textLimits } from "@avances/domain/text";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { type Language, useLanguage } from "#i18n/language.ts";
import { isOneOf, isShape, isText } from "#lib/read-kept.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { DetailsQuestion } from "#ui/details-question.tsx";
import { Select, TextArea } from "#ui/field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import styles from "./report.module.css";
import { reportTexts } from "./report.texts.ts";
import { comment, useReportAct } from "./report-queries.ts";
import { ReportRefused } from "./report-refused.tsx";

interface CommentFormProps {
  readonly report: ReportView;
  readonly meeting: MeetingView;
  /** The version that is before the members. */
  readonly version: number;
  readonly about: (pointId: string | null) => string;
  readonly onDone: () => void;
}

const isWritten = isShape({ about: isText, language: isOneOf<Language>(languages), text: isText });

/** Says something for one's side, of a point or of the whole report. */
export function CommentForm({ report, meeting, version, about, onDone }: CommentFormProps) {
  const t = useTexts(reportTexts);
  const lang = useLanguage();
  const act = useReportAct(comment, meeting.id);
  const form = useKeptForm({
    ...{
      form: "report",
      of: [meeting.id, "comment"],
      empty: { about: "", language: lang, text: "" },
      guard: isWritten,
    },
    isEmpty: ({ text }) => text === "",
  });
  const { isTried, attempt } = useSending(form, act);
  const [decidedOn, setDecidedOn] = useState(version);
  const { text, language } = form.value;
  const pointId = report.content.points.find(({ id }) => id === form.value.about)?.id ?? null;
  const send = (overruled: Parameters<Parameters<typeof DetailsQuestion>[0]["onKeep"]>[0]) =>
    attempt(
      text.trim() === ""
        ? null
        : {
            params: { reportId: report.id },
            body: { version: decidedOn, pointId, language, text, overruled: [...overruled] },
          },
      () => {
        announce(t.comments.sent);
        onDone();
      },
    );
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
      <Select
        label={t.comments.about}
        value={pointId ?? ""}
        onChange={({ target }) => form.change({ about: target.value })}
      >
        <option value="">{about(null)}</option>
        {report.content.points.map(({ id }) => (
          <option key={id} value={id}>
            {about(id)}
          </option>
        ))}
      </Select>
      <TextArea
        label={t.comments.label}
        help={t.comments.help}
        rows={5}
        limit={textLimits.matterReply}
        value={text}
        error={isTried && text.trim() === "" ? t.comments.empty : undefined}
        onChange={({ target }) => form.change({ text: target.value })}
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
      <DetailsQuestion error={act.error} onKeep={send} />
      <ReportRefused
        error={act.error}
        onSeen={({ versions: [newest] }) => {
          act.reset();
          setDecidedOn(newest?.version ?? version);
        }}
      />
      <div className="row row-end">
        <Button onClick={onDone}>{t.edit.back}</Button>
        <Button type="submit" variant="primary" busy={act.isPending}>
          {t.comments.send}
        </Button>
      </div>
    </form>
  );
}
