import { useTexts } from "#i18n/i18n.ts";
import { announce } from "#ui/announcer.tsx";
import { matterTexts } from "#ui/matter.texts.ts";
import { useReply } from "../matter.ts";
import { MatterActs, type OwnAct } from "../matter-acts.tsx";
import { MatterRefused } from "../matter-refused.tsx";
import { ReplyFields, useTypedReply } from "../reply-fields.tsx";
import { SayForm } from "../say-form.tsx";
import { isView, statementActs } from "./guideline-queries.ts";
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

/** Answers a view for the own country, with words and files or without comment. */
function ReplyForm({ statement, onDone }: Pick<StatementProps, "statement"> & { readonly onDone: () => void }) {
  const t = useTexts(guidelinesTexts).reply;
  const levels = useTexts(matterTexts).levels;
  const act = useReply(statement.id, statementActs.key);
  const reply = useTypedReply({
    ...{ kind: statementActs.form, matterId: statement.id, act },
    onSent: () => {
      announce(t.done);
      onDone();
    },
  });
  return (
    <SayForm
      form={reply.form}
      act={act}
      submit={t.submit}
      onSend={reply.send}
      onClose={onDone}
      refused={<MatterRefused error={act.error} />}
    >
      <p>{statement.openedAt === null ? t.opens(levels[statement.visibility]) : t.late}</p>
      <ReplyFields reply={reply} says={t} />
    </SayForm>
  );
}
