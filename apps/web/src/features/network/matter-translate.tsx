import { languageFacts } from "@avances/domain/catalogue";
import { type PersonalDetail, textLimits } from "@avances/domain/text";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import type { Language } from "#i18n/language.ts";
import { useLanguage } from "#i18n/language.ts";
import { isShape, isText } from "#lib/read-kept.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { announce } from "#ui/announcer.tsx";
import { TextArea, TextInput } from "#ui/field.tsx";
import { matterTexts } from "#ui/matter.texts.ts";
import { wordsIn } from "#ui/translated-words.tsx";
import styles from "./matter.module.css";
import { type Matter, type MatterKindActs, useTranslate } from "./matter.ts";
import { MatterRefused } from "./matter-refused.tsx";
import { putTexts } from "./put.texts.ts";
import { SayForm } from "./say-form.tsx";

interface TranslateFormProps {
  readonly matter: Matter;
  readonly kind: MatterKindActs;
  readonly room: string;
  readonly language: Language;
  readonly onDone: () => void;
}

/** The words in the other language, beside the original, which it names by its revision and never changes. */
export function TranslateForm({ matter, kind, room, language, onDone }: TranslateFormProps) {
  const t = useTexts(putTexts);
  const m = useTexts(matterTexts);
  const lang = useLanguage();
  // The original when the form was opened: that is what is being translated.
  const [words] = useState(matter.words);
  const said = wordsIn(words, language);
  const isSaid = said.state !== "missing";
  const act = useTranslate(matter.id, kind.key);
  const form = useKeptForm({
    ...{ form: kind.form, of: [room, matter.id, "translate"], guard: isShape({ subject: isText, body: isText }) },
    empty: { subject: isSaid ? said.subject : "", body: isSaid ? said.body : "" },
  });
  const { subject, body } = form.value;
  const { isTried, attempt } = useSending(form, act);
  const send = (overruled: readonly PersonalDetail[]) => {
    const said = { textRevision: words.textRevision, language, subject, body, overruled: [...overruled] };
    attempt(subject.trim() === "" ? null : { body: said }, () => {
      announce(t.translate.done);
      onDone();
    });
  };
  return (
    <SayForm
      {...{ form, act }}
      submit={t.translate.submit}
      onSend={send}
      onClose={onDone}
      refused={<MatterRefused error={act.error} onSeen={() => act.reset()} />}
    >
      <p>{t.translate.text}</p>
      <div className={styles.pair}>
        <section lang={words.language} aria-label={t.original(languageFacts[words.language].called[lang])}>
          <h3>{words.subject}</h3>
          <p className={styles.body}>{words.body}</p>
        </section>
        <div className={styles.narrow}>
          <TextInput
            label={m.words.subject}
            lang={language}
            limit={textLimits.matterSubject}
            value={subject}
            error={isTried && subject.trim() === "" ? m.faults.subject_missing : undefined}
            onChange={({ target }) => form.change({ subject: target.value })}
          />
          <TextArea
            label={kind.form === "document" ? m.words.body : t.translate.body}
            optional
            rows={8}
            lang={language}
            limit={textLimits.matterBody}
            value={body}
            onChange={({ target }) => form.change({ body: target.value })}
          />
        </div>
      </div>
    </SayForm>
  );
}
