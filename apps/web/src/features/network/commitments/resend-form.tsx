import type { Participant } from "@avances/domain/reference";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { namesOf } from "#lib/meeting-queries.ts";
import { useSending } from "#lib/use-sending.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Checkbox, FieldGroup } from "#ui/field.tsx";
import { MessagePreview } from "../message-preview.tsx";
import { unkept } from "../unkept.ts";
import { useCommitmentAct, useLookAtResend } from "./commitment-queries.ts";
import { CommitmentRefused } from "./commitment-refused.tsx";
import styles from "./commitments.module.css";
import { commitmentsTexts } from "./commitments.texts.ts";
import type { CommitmentFormProps } from "./file-commitment-form.tsx";

interface ResendFormProps extends CommitmentFormProps {
  readonly participants: readonly Participant[];
}

/** Reminds those who have not answered: first every message is shown, then the same is sent. */
export function ResendForm({ commitment, participants, onDone }: ResendFormProps) {
  const t = useTexts(commitmentsTexts);
  const lang = useLanguage();
  const f = useFormat();
  const nameOf = namesOf(participants, lang);
  const awaited = commitment.sides
    .filter((side) => side.mayAnswer && side.sentAt !== null && side.replyId === null)
    .map(({ participant }) => participant)
    .sort((one, other) => f.compare(nameOf(one), nameOf(other)));
  const [chosen, setChosen] = useState<readonly string[]>(awaited);
  const act = useCommitmentAct(commitment.id, "resend");
  const { attempt } = useSending(unkept, act);
  const look = useLookAtResend(commitment.id);
  const [decidedOn, setDecidedOn] = useState(commitment.revision);
  const isShown = look.data !== undefined;
  const problem = act.error instanceof ApiProblem ? act.error : null;
  const meanwhile = (problem?.problem?.details?.participants ?? []) as readonly string[];
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
        const to = chosen.filter((code) => awaited.includes(code));
        if (to.length === 0) return;
        if (!isShown) return look.mutate(to);
        const body = { to: look.data.requests.map((one) => ({ ...one })), wordings: [...look.data.wordings] };
        attempt({ body, revision: decidedOn }, () => {
          announce(t.resend.done);
          onDone();
        });
      }}
    >
      <p>{t.resend.lead}</p>
      {awaited.length === 0 ? <p>{t.resend.nobody}</p> : null}
      <FieldGroup legend={t.resend.to}>
        <div className={styles.choices}>
          {awaited.map((code) => (
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
      {isShown ? <MessagePreview preview={look.data} nameOf={nameOf} /> : null}
      <CommitmentRefused
        error={act.error ?? look.error}
        words={{ "asked-meanwhile": t.resend.meanwhile(f.list(meanwhile.map(nameOf).sort(f.compare))) }}
        onSeen={(revision) => {
          start();
          setDecidedOn(revision);
        }}
      />
      <div className="row row-end">
        <Button onClick={onDone}>{t.close}</Button>
        {meanwhile.length > 0 || problem?.code === "words-changed" ? (
          <Button onClick={start}>{t.seen}</Button>
        ) : (
          <Button type="submit" variant="primary" busy={act.isPending || look.isPending}>
            {isShown ? t.resend.submit : t.resend.look}
          </Button>
        )}
      </div>
    </form>
  );
}
