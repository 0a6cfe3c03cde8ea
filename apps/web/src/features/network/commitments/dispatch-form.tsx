import { isMeetingDay } from "@avances/domain/network";
import type { Participant } from "@avances/domain/reference";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { namesOf } from "#lib/meeting-queries.ts";
import { isListOf, isShape, isText } from "#lib/read-kept.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Checkbox, FieldGroup, TextInput } from "#ui/field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { Title } from "#ui/translated-words.tsx";
import { MessagePreview } from "../message-preview.tsx";
import { MoreOffered, useOffered, useUntilFound } from "../offered.tsx";
import { useCommitmentAct, useLookAtDispatch } from "./commitment-queries.ts";
import { CommitmentRefused } from "./commitment-refused.tsx";
import styles from "./commitments.module.css";
import { commitmentsTexts } from "./commitments.texts.ts";
import type { CommitmentFormProps } from "./file-commitment-form.tsx";
import { mayBeSent, ParticipantChoice } from "./participant-choice.tsx";

interface SendingFormProps extends CommitmentFormProps {
  readonly participants: readonly Participant[];
}

/** Sends it: first every message is shown, then the same is sent. What is changed after that is looked at again. */
export function DispatchForm({ commitment, participants, onDone }: SendingFormProps) {
  const t = useTexts(commitmentsTexts);
  const lang = useLanguage();
  const nameOf = namesOf(participants, lang);
  const library = useOffered("document");
  const filed = library.matters ?? [];
  const form = useKeptForm({
    ...{ form: "commitment", of: [commitment.id, "dispatch"] },
    empty: {
      to: commitment.addressees as readonly string[],
      replyBy: commitment.replyBy ?? "",
      documents: [] as readonly string[],
    },
    guard: isShape({ to: isListOf(isText), replyBy: isText, documents: isListOf(isText) }),
  });
  const { to, replyBy, documents } = form.value;
  useUntilFound([library], documents);
  const act = useCommitmentAct(commitment.id, "dispatch");
  const { isTried, attempt } = useSending(form, act);
  const look = useLookAtDispatch(commitment.id);
  const [decidedOn, setDecidedOn] = useState(commitment.revision);
  const isDay = replyBy === "" || isMeetingDay(replyBy);
  const body = {
    to: [...to],
    replyBy: replyBy === "" ? null : replyBy,
    documents: filed.filter(({ id }) => documents.includes(id)).map(({ id, version }) => ({ matterId: id, version })),
  };
  const [isAsked, setAsked] = useState(false);
  const startAnew = () => {
    look.reset();
    act.reset();
  };
  const change = (part: Partial<typeof form.value>) => {
    form.change(part);
    startAnew();
  };
  const isShown = look.data !== undefined;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (to.length === 0 || !isDay) return;
        if (!isShown) return look.mutate(body);
        attempt({ body: { ...body, wordings: [...look.data.wordings] }, revision: decidedOn }, () => {
          announce(t.dispatch.done);
          onDone();
        });
      }}
    >
      <KeptNote form={form} />
      <p>{t.dispatch.lead}</p>
      <ParticipantChoice
        legend={t.dispatch.to}
        participants={participants.filter(mayBeSent)}
        value={to}
        error={(isAsked || isTried) && to.length === 0 ? t.faults.to_nobody : undefined}
        onChange={(codes) => change({ to: codes })}
      />
      <TextInput
        type="date"
        width="medium"
        optional
        label={t.dispatch.replyBy}
        help={t.dispatch.replyByHelp}
        value={replyBy}
        error={isAsked && !isDay ? t.form.badDay : undefined}
        onChange={({ target }) => change({ replyBy: target.value })}
      />
      <FieldGroup legend={t.dispatch.documents}>
        {filed.length === 0 ? <p>{t.dispatch.noDocuments}</p> : null}
        {filed.map((one) => (
          <Checkbox
            key={one.id}
            label={<Title words={one.words} />}
            checked={documents.includes(one.id)}
            onChange={({ target }) =>
              change({
                documents: target.checked ? [...documents, one.id] : documents.filter((id) => id !== one.id),
              })
            }
          />
        ))}
        <MoreOffered of={[library]} />
      </FieldGroup>
      {isShown ? <MessagePreview preview={look.data} nameOf={nameOf} /> : null}
      <CommitmentRefused
        error={act.error ?? look.error}
        onSeen={(revision) => {
          act.reset();
          setDecidedOn(revision);
        }}
      />
      <div className="row row-end">
        <Button onClick={onDone}>{t.close}</Button>
        {act.error instanceof ApiProblem && act.error.code === "words-changed" ? (
          <Button onClick={startAnew}>{t.seen}</Button>
        ) : (
          <Button type="submit" variant="primary" busy={act.isPending || look.isPending}>
            {isShown ? t.dispatch.submit : t.dispatch.look}
          </Button>
        )}
      </div>
    </form>
  );
}
