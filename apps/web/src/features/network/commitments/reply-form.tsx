import type { CommitmentView, HeldFile } from "@avances/contracts";
import { languages } from "@avances/domain/catalogue";
import { type ReplyKind, replyKinds } from "@avances/domain/network";
import { type PersonalDetail, textLimits } from "@avances/domain/text";
import { useRef, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { isListOf, isNullOr, isNumber, isOneOf, isShape, isText } from "#lib/read-kept.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { DetailsQuestion } from "#ui/details-question.tsx";
import { RadioGroup, TextArea } from "#ui/field.tsx";
import { FileField } from "#ui/file-field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { useReply } from "./commitment-queries.ts";
import { CommitmentRefused } from "./commitment-refused.tsx";
import styles from "./commitments.module.css";
import { commitmentsTexts } from "./commitments.texts.ts";

interface ReplyFormProps {
  readonly commitment: CommitmentView;
  readonly participant: string;
  /** Of the participant. */
  readonly name: string;
}

const isFile = isShape<HeldFile>({
  ...{ id: isText, name: isText, mediaType: isText, bytes: isNumber, language: isNullOr(isOneOf(languages)) },
});
const empty = { said: "reply" as ReplyKind, text: "", files: [] as readonly HeldFile[] };
const isTyped = isShape({ said: isOneOf(replyKinds), text: isText, files: isListOf(isFile) });

/** Answers for the own side. Whoever has answered opens the form again to add something. */
export function ReplyForm({ commitment, participant, name }: ReplyFormProps) {
  const t = useTexts(commitmentsTexts).reply;
  const lang = useLanguage();
  const f = useFormat();
  const act = useReply(commitment.id);
  const form = useKeptForm({ form: "commitment", of: [commitment.id, "reply"], empty, guard: isTyped });
  const { said, text } = form.value;
  const { isTried, attempt } = useSending(form, act);
  const [underWay, setUnderWay] = useState(0);
  const side = commitment.sides.find((one) => one.participant === participant);
  const isAnswered = side?.replyId != null;
  const [isOpen, setOpen] = useState(false);
  // A file may arrive long after it was chosen: it is added to what the form is then.
  const files = useRef(form.value.files);
  files.current = form.value.files;
  const isNothing = said === "no_comment";
  const isMissing = !isNothing && text.trim() === "";
  const send = (overruled: readonly PersonalDetail[]) =>
    attempt(
      isMissing || underWay > 0
        ? null
        : {
            body: {
              ...{ said, language: lang, text: isNothing ? "" : text, overruled: [...overruled] },
              files: isNothing ? [] : form.value.files.map(({ id, language }) => ({ fileId: id, language })),
            },
          },
      () => {
        announce(t.done);
        setOpen(false);
      },
    );
  if (isAnswered && !isOpen && !form.isFromBefore)
    return (
      <p>
        <Button onClick={() => setOpen(true)}>{t.again}</Button>
      </p>
    );
  return (
    <section className="section" aria-labelledby="own-answer">
      <h2 id="own-answer">{t.title(name)}</h2>
      <form
        className={styles.narrow}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send([]);
        }}
      >
        <KeptNote form={form} />
        <p>
          {side?.sentAt == null || isAnswered || commitment.replyBy === null
            ? null
            : `${t.asked(f.weekday(commitment.replyBy))} `}
          {t.lead}
        </p>
        <RadioGroup
          name="said"
          layout="inline"
          label={t.said}
          choices={replyKinds.map((value) => ({ value, label: t.kinds[value] }))}
          value={said}
          onChange={(value) => form.change({ said: value })}
        />
        {isNothing ? null : (
          <>
            <TextArea
              label={t.text}
              help={t.textHelp}
              rows={6}
              limit={textLimits.matterReply}
              value={text}
              error={isTried && isMissing ? t.missing : undefined}
              onChange={({ target }) => form.change({ text: target.value })}
            />
            <FileField
              value={form.value.files}
              onChange={(next) => {
                files.current = next(files.current);
                form.change({ files: files.current });
              }}
              onUnderWay={setUnderWay}
            />
          </>
        )}
        <DetailsQuestion error={act.error} onKeep={send} />
        <CommitmentRefused error={act.error} onSeen={act.reset} />
        <div className="row row-end">
          <Button type="submit" variant="primary" busy={act.isPending}>
            {t.submit}
          </Button>
        </div>
      </form>
    </section>
  );
}
