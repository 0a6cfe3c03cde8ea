import { byLanguage, regionFirst, type Text } from "@avances/domain/catalogue";
import { localClock, localDate } from "@avances/domain/round";
import { textLimits } from "@avances/domain/text";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#i18n/i18n.ts";
import { useActKey } from "#lib/act-key.ts";
import { isShape, isText } from "#lib/read-kept.ts";
import { useSession } from "#lib/session.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { Button } from "#ui/button.tsx";
import { TextArea } from "#ui/field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import type { AskedCountry } from "../asked-country.ts";
import styles from "../notices.module.css";
import { remindersTexts } from "../reminders.texts.ts";
import { laterTexts } from "./later.texts.ts";
import { remindersQuery, useLater, type WaitingReminder } from "./later-queries.ts";
import { isMomentRefused, MomentFields, momentOf } from "./moment-fields.tsx";

interface ChangeReminderProps {
  readonly year: string;
  readonly reminder: WaitingReminder;
  readonly country: AskedCountry;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

const isWritten = isShape({ day: isText, time: isText, timeZone: isText, ...byLanguage(() => isText) });

/** Another moment, and other words, for a reminder that waits. */
export function ChangeReminder({ year, reminder, country, onBack, onDone }: ChangeReminderProps) {
  const { changing: t } = useTexts(laterTexts);
  const { send: words } = useTexts(remindersTexts);
  const { session } = useSession();
  const clock = localClock(new Date(reminder.at), reminder.timeZone ?? country.timeZone);
  const before = {
    ...{ day: clock.slice(0, 10), time: clock.slice(11), timeZone: reminder.timeZone ?? "" },
    ...(byLanguage((language) => reminder.text[language] ?? "") as Text),
  };
  const form = useKeptForm({
    form: "resend",
    of: [year, reminder.id],
    empty: before,
    guard: isWritten,
    isEmpty: (value) => JSON.stringify(value) === JSON.stringify(before),
  });
  const act = useLater(Number(year));
  const { data } = useQuery(remindersQuery(Number(year)));
  const { isTried, attempt } = useSending(form, act);
  const { value } = form;
  return (
    <form
      className={styles.dialogForm}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const moment = momentOf(value);
        const text = Object.fromEntries(
          regionFirst.flatMap((language) =>
            value[language].trim() === "" ? [] : [[language, value[language].trim()]],
          ),
        );
        attempt(moment && { what: { reminderId: reminder.id, change: { moment, text } } }, onDone);
      }}
    >
      <KeptNote form={form} />
      <MomentFields
        value={value}
        isTried={isTried}
        error={act.error}
        countries={[country]}
        ranges={data?.ranges.filter((range) => range.country === country.alpha3) ?? []}
        min={localDate(new Date(session?.now ?? Date.now()), country.timeZone)}
        onChange={(moment) => form.change({ ...value, ...moment })}
      />
      {regionFirst.map((language) => (
        <TextArea
          key={language}
          label={`${words.own}: ${words.ownIn[language]}`}
          lang={language}
          optional
          rows={3}
          limit={textLimits.noticeText}
          value={value[language]}
          onChange={(event) => form.change({ ...value, [language]: event.target.value })}
        />
      ))}
      <ProblemNote error={isMomentRefused(act.error) ? null : act.error} words={{ "transition-refused": t.gone }} />
      <div className="row row-end">
        <Button onClick={onBack}>{t.back}</Button>
        <Button type="submit" variant="primary" busy={act.isPending}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}

/** Takes a reminder back before it leaves. */
export function WithdrawReminder({ year, reminder, onBack, onDone }: Omit<ChangeReminderProps, "country">) {
  const { withdrawing: t, changing } = useTexts(laterTexts);
  const act = useLater(Number(year));
  const actKey = useActKey();
  return (
    <div className="stack-s">
      <p>{t.text}</p>
      <ProblemNote error={act.error} words={{ "transition-refused": changing.gone }} />
      <div className="row row-end">
        <Button onClick={onBack}>{changing.back}</Button>
        <Button
          variant="alarm"
          busy={act.isPending}
          onClick={() => {
            const what = { reminderId: reminder.id };
            act.mutate({ what, idempotencyKey: actKey.keyFor(what) }, { onSuccess: onDone });
          }}
        >
          {t.withdraw}
        </Button>
      </div>
    </div>
  );
}
