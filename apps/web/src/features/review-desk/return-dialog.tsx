import { addDays, isCalendarDate, isWithin, localDate, ownDateRange, returnDays } from "@avances/domain/round";
import { isTooLong, textLimits } from "@avances/domain/text";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { useSession } from "#lib/session.ts";
import { useSending } from "#lib/use-sending.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { FieldError, TextInput } from "#ui/field.tsx";
import type { ActDialogProps } from "./accept-dialog.tsx";
import { ActProblem } from "./act-problem.tsx";
import { deskTexts } from "./desk.texts.ts";
import { useDesk } from "./desk-context.ts";
import styles from "./review-desk.module.css";
import { useReturn } from "./review-queries.ts";
import { wholeReport } from "./use-desk-notes.ts";

/** The collected questions and the country's due date, shown together before they are sent. */
export function ReturnDialog({ isOpen, decidedOn, version, onSeen, onClose, onDone }: ActDialogProps) {
  const t = useTexts(deskTexts);
  const { view, country, notes } = useDesk();
  const f = useFormat();
  const { session } = useSession();
  const { id } = view.submission;
  const today = localDate(new Date(session?.now ?? Date.now()), view.timeZone);
  const dueOn = notes.dueOn === "" ? addDays(today, returnDays) : notes.dueOn;
  const allowed = ownDateRange({ today, roundDueOn: view.round.dueOn });
  const sendBack = useReturn(id);
  const { isTried, attempt } = useSending(notes, sendBack);
  const questions = [...notes.questions];
  const isDateGood = isCalendarDate(dueOn) && isWithin(dueOn, allowed);
  const isWritten = questions.every(([, words]) => words.trim() !== "" && !isTooLong(words, textLimits.note));
  const isSound = isDateGood && isWritten && questions.length > 0;
  const body = {
    dueOn,
    comments: questions.map(([code, words]) => ({ indicatorCode: code === wholeReport ? null : code, body: words })),
  };
  const close = () => {
    sendBack.reset();
    onClose();
  };
  return (
    <Dialog
      open={isOpen}
      onClose={close}
      wide
      title={t.sendBack.title(country)}
      actions={
        <>
          <Button onClick={close}>{t.cancel}</Button>
          <Button
            variant="primary"
            busy={sendBack.isPending}
            onClick={() => attempt(isSound ? { body, revision: decidedOn } : null, onDone)}
          >
            {t.sendBack.submit(questions.length)}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{t.sendBack.text}</p>
        <TextInput
          type="date"
          width="medium"
          label={t.sendBack.dueOn}
          help={t.sendBack.dueHelp(country)}
          min={allowed.earliest}
          max={allowed.latest}
          value={dueOn}
          error={
            isTried && !isDateGood ? t.sendBack.dueWrong(f.date(allowed.earliest), f.date(allowed.latest)) : undefined
          }
          onChange={(event) => notes.setDueOn(event.target.value)}
        />
        <ol className={styles.collected}>
          {questions.map(([code, words]) => (
            <Collected key={code} code={code} words={words} isTried={isTried} />
          ))}
        </ol>
        <ActProblem
          error={sendBack.error}
          act="return"
          version={version}
          onSeen={(revision) => {
            sendBack.reset();
            onSeen(revision);
          }}
        />
      </div>
    </Dialog>
  );
}

function Collected({
  code,
  words,
  isTried,
}: {
  readonly code: string;
  readonly words: string;
  readonly isTried: boolean;
}) {
  const t = useTexts(deskTexts).sendBack;
  const lang = useLanguage();
  const { answers } = useDesk();
  const indicator = answers.find((answer) => answer.indicator.code === code)?.indicator;
  return (
    <li>
      <b>{indicator === undefined ? t.report : indicator.name[lang]}</b>
      <p className={styles.said}>{words}</p>
      {isTried && words.trim() === "" ? <FieldError>{t.blank}</FieldError> : null}
      {isTooLong(words, textLimits.note) ? <FieldError>{t.tooLong}</FieldError> : null}
    </li>
  );
}
