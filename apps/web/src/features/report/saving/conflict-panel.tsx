import type { AnswerInput } from "@avances/contracts";
import type { Indicator } from "@avances/domain/catalogue";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { AnswerText } from "../answer-text.tsx";
import { stay } from "../stay.ts";
import styles from "./conflict-panel.module.css";
import { savingTexts } from "./saving.texts.ts";
import { useEntry } from "./use-answer-store.ts";

/** Two people answered: both answers side by side, and the person decides. Nothing is overwritten before that. */
export function ConflictPanel({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts(savingTexts);
  const f = useFormat();
  const { store, entry } = useEntry(indicator.code);
  const { trouble, wanted } = entry.queue;
  if (trouble?.kind !== "conflict") return null;
  const { theirs } = trouble;
  const isSameValue =
    theirs !== null && JSON.stringify(theirs.value) === JSON.stringify(wanted.value) && theirs.state === wanted.state;
  return (
    <Callout
      tone="alarm"
      live="alert"
      title={t.conflict.title}
      actions={
        <>
          <Button
            size="small"
            onClick={(event) => {
              stay(event.currentTarget);
              store.keepMine(indicator.code);
            }}
          >
            {t.conflict.keepMine}
          </Button>
          <Button
            size="small"
            onClick={(event) => {
              stay(event.currentTarget);
              store.takeTheirs(indicator.code);
            }}
          >
            {t.conflict.takeTheirs}
          </Button>
        </>
      }
    >
      <dl className={styles.pair}>
        <Side indicator={indicator} name={t.conflict.mine} answer={wanted} />
        <Side
          indicator={indicator}
          name={theirs === null ? t.conflict.gone : t.conflict.theirs(theirs.updatedByName, f.time(theirs.updatedAt))}
          answer={theirs ?? undefined}
        />
      </dl>
      {isSameValue ? <p>{t.conflict.sameValue}</p> : null}
    </Callout>
  );
}

interface SideProps {
  readonly indicator: Indicator;
  readonly name: string;
  readonly answer: AnswerInput | undefined;
}

function Side({ indicator, name, answer }: SideProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <AnswerText indicator={indicator} answer={answer} />
        {answer?.comment ? <span className={styles.comment}>{answer.comment}</span> : null}
      </dd>
    </div>
  );
}
