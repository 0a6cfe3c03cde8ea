import type { HeldFile } from "@avances/contracts";
import { languages } from "@avances/domain/catalogue";
import { type ReplyKind, replyKinds } from "@avances/domain/network";
import { type PersonalDetail, textLimits } from "@avances/domain/text";
import { useRef, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { isListOf, isNullOr, isNumber, isOneOf, isShape, isText } from "#lib/read-kept.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { DetailsQuestion } from "#ui/details-question.tsx";
import { RadioGroup, TextArea } from "#ui/field.tsx";
import { FileField } from "#ui/file-field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { matterTexts } from "#ui/matter.texts.ts";
import { MatterActs, type OwnAct } from "../matter-acts.tsx";
import { MatterRefused } from "../matter-refused.tsx";
import { putTexts } from "../put.texts.ts";
import { unkept } from "../unkept.ts";
import { isView, statementActs, useReply, useTakeBack } from "./guideline-queries.ts";
import styles from "./guidelines.module.css";
import { guidelinesTexts } from "./guidelines.texts.ts";
import type { StatementProps } from "./statement-page.tsx";

/** What this person may do with it now: change it as its own side, answer it as its country, or translate it. */
export function StatementActs({
  statement,
  nameOf,
  mayTranslate,
}: StatementProps & { readonly mayTranslate: boolean }) {
  const t = useTexts(guidelinesTexts);
  const levels = useTexts(matterTexts).levels;
  const country = nameOf(statement.country);
  const view = isView(statement);
  const reply: OwnAct = {
    ...{ name: "reply", label: t.reply.act, isWide: true },
    form: (onDone) => <ReplyForm statement={statement} onDone={onDone} />,
  };
  return (
    <MatterActs
      matter={statement}
      kind={statementActs}
      says={{
        faults: t.faults,
        withdraw: {
          text: !view
            ? t.withdraw.own
            : statement.openedAt === null
              ? t.withdraw.first(country)
              : t.withdraw.view(country),
          draftText: t.withdraw.draftText,
        },
        ...(view && {
          file: t.file.view(country, t.statement.days(statement.replyDays ?? 0), levels[statement.visibility]),
        }),
        ...(view && statement.openedAt === null && { show: t.show(country) }),
      }}
      room="guidelines"
      mayWrite={statement.mayWrite}
      revises={false}
      mayTranslate={mayTranslate}
      others={statement.mayReply ? [reply] : []}
      nameOf={nameOf}
    />
  );
}

const isFile = isShape<HeldFile>({
  ...{ id: isText, name: isText, mediaType: isText, bytes: isNumber, language: isNullOr(isOneOf(languages)) },
});
const nothing = { said: "reply" as ReplyKind, text: "", files: [] as readonly HeldFile[] };
const isTyped = isShape({ said: isOneOf(replyKinds), text: isText, files: isListOf(isFile) });

/** Answers a view for the own country, with words and files or without comment. */
function ReplyForm({ statement, onDone }: Pick<StatementProps, "statement"> & { readonly onDone: () => void }) {
  const t = useTexts(guidelinesTexts).reply;
  const close = useTexts(putTexts).close;
  const levels = useTexts(matterTexts).levels;
  const lang = useLanguage();
  const act = useReply(statement.id);
  const form = useKeptForm({ form: "guideline", of: [statement.id, "reply"], empty: nothing, guard: isTyped });
  const { said, text } = form.value;
  const { isTried, attempt } = useSending(form, act);
  const [underWay, setUnderWay] = useState(0);
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
        onDone();
      },
    );
  return (
    <form
      className={styles.narrow}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send([]);
      }}
    >
      <KeptNote form={form} />
      <p>{statement.openedAt === null ? t.opens(levels[statement.visibility]) : t.late}</p>
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
            rows={6}
            lang={lang}
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
      <MatterRefused error={act.error} />
      <div className="row row-end">
        <Button onClick={onDone}>{close}</Button>
        <Button type="submit" variant="primary" busy={act.isPending}>
          {t.submit}
        </Button>
      </div>
    </form>
  );
}

/** Takes an answer of the own country back. */
export function TakeBack({ matterId, replyId }: { readonly matterId: string; readonly replyId: string }) {
  const t = useTexts(guidelinesTexts).statement.replies;
  const act = useTakeBack(matterId);
  const { attempt } = useSending(unkept, act);
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        busy={act.isPending}
        onClick={() => attempt({ replyId }, () => announce(t.tookBack))}
      >
        {t.takeBack}
      </Button>
      <MatterRefused error={act.error} />
    </>
  );
}
