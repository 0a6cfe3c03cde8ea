import type { ProgressSide } from "@avances/contracts";
import { byLanguage, languages } from "@avances/domain/catalogue";
import { textLimits } from "@avances/domain/text";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { isShape, isText } from "#lib/read-kept.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Checkbox, FieldGroup, TextArea } from "#ui/field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import styles from "../matter.module.css";
import { messagePreviewTexts } from "../message-preview.texts.ts";
import { MessagePreview } from "../message-preview.tsx";
import { progressAsksTexts } from "./progress-asks.texts.ts";
import { useAskForProgress, useLookAtAsk } from "./progress-asks-query.ts";

interface ProgressAskFormProps {
  readonly meetingId: string;
  /** Of whom something is awaited. */
  readonly awaited: readonly ProgressSide[];
  readonly nameOf: (code: string) => string;
  readonly onDone: () => void;
}

/** Asks members for their progress: first every message is shown, then the same is sent. */
export function ProgressAskForm({ meetingId, awaited, nameOf, onDone }: ProgressAskFormProps) {
  const t = useTexts(progressAsksTexts).ask;
  const { wordsChanged } = useTexts(messagePreviewTexts);
  const f = useFormat();
  const all = awaited.map(({ participant }) => participant).sort((one, other) => f.compare(nameOf(one), nameOf(other)));
  const [chosen, setChosen] = useState(() =>
    awaited.filter(({ people }) => people > 0).map(({ participant }) => participant),
  );
  const form = useKeptForm({
    ...{ form: "meeting", of: [meetingId, "ask"] },
    empty: byLanguage(() => ""),
    guard: isShape(byLanguage(() => isText)),
  });
  const act = useAskForProgress(meetingId);
  const { attempt } = useSending(form, act);
  const look = useLookAtAsk(meetingId);
  const isShown = look.data !== undefined;
  const problem = act.error instanceof ApiProblem ? act.error : null;
  const meanwhile = (problem?.problem?.details?.participants ?? []) as readonly string[];
  const to = chosen.filter((code) => all.includes(code));
  const text = Object.fromEntries(Object.entries(form.value).filter(([, words]) => words.trim() !== ""));
  /** What was shown is what is sent: whoever changes something looks again. */
  const start = () => {
    look.reset();
    act.reset();
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (to.length === 0) return;
        if (!isShown) return look.mutate({ to, text });
        attempt(
          { body: { to: look.data.requests.map((one) => ({ ...one })), text, wordings: [...look.data.wordings] } },
          () => {
            announce(t.done);
            onDone();
          },
        );
      }}
    >
      <KeptNote form={form} />
      <p>{t.lead}</p>
      <FieldGroup legend={t.to}>
        <div className={styles.choices}>
          {all.map((code) => (
            <Checkbox
              key={code}
              label={nameOf(code)}
              checked={chosen.includes(code)}
              onChange={({ target }) => {
                setChosen(target.checked ? [...chosen, code] : chosen.filter((one) => one !== code));
                start();
              }}
            />
          ))}
        </div>
      </FieldGroup>
      <div className={styles.pair}>
        {languages.map((language) => (
          <TextArea
            key={language}
            lang={language}
            label={t.own[language]}
            help={t.ownHelp}
            limit={textLimits.noticeText}
            value={form.value[language]}
            onChange={({ target }) => {
              form.change({ [language]: target.value });
              start();
            }}
          />
        ))}
      </div>
      {isShown ? <MessagePreview preview={look.data} nameOf={nameOf} /> : null}
      <ProblemNote
        error={act.error ?? look.error}
        words={{
          ...{ "transition-refused": t.refused, "words-changed": wordsChanged },
          "asked-meanwhile": t.meanwhile(f.list(meanwhile.map(nameOf).sort(f.compare))),
        }}
      />
      <div className="row row-end">
        <Button onClick={onDone}>{t.close}</Button>
        {meanwhile.length > 0 || problem?.code === "words-changed" ? (
          <Button onClick={start}>{t.seen}</Button>
        ) : (
          <Button type="submit" variant="primary" busy={act.isPending || look.isPending}>
            {isShown ? t.submit : t.look}
          </Button>
        )}
      </div>
    </form>
  );
}
