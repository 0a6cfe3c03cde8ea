import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#i18n/i18n.ts";
import { useActKey } from "#lib/act-key.ts";
import { Button } from "#ui/button.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import type { AskedCountry } from "./asked-country.ts";
import { AskedMeanwhile, isAskedMeanwhile } from "./asked-meanwhile.tsx";
import { MessageAsRead } from "./message-as-read.tsx";
import styles from "./notices.module.css";
import { waitingStepsTexts } from "./waiting-steps.texts.ts";
import { stepMessagesQuery, useDecision, type WaitingStep } from "./waiting-steps-queries.ts";

interface ConfirmStepProps {
  readonly year: string;
  readonly step: WaitingStep;
  readonly country: AskedCountry;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** Every message of a step, as it would be written now, and the key that lets it leave. */
export function ConfirmStep({ year, step, country, onBack, onDone }: ConfirmStepProps) {
  const t = useTexts(waitingStepsTexts).dialog;
  const { data, error } = useQuery(stepMessagesQuery(Number(year), step.id));
  const decision = useDecision(Number(year));
  const actKey = useActKey();
  const { asksWritten } = step.facts;
  return (
    <div className="stack-s">
      {isAskedMeanwhile(decision.error) ? (
        <AskedMeanwhile error={decision.error} countries={[country]} next={t.asked} />
      ) : null}
      {error === null ? null : <ProblemNote error={error} words={{ "transition-refused": t.over }} />}
      {data === undefined && error === null ? <Skeleton shape="table" /> : null}
      {data === undefined ? null : (
        <>
          <p>{t.text(data.messages.length)}</p>
          <div className={styles.messages}>
            {data.messages.map((message) => (
              <MessageAsRead key={message.address} message={message} />
            ))}
          </div>
        </>
      )}
      {isAskedMeanwhile(decision.error) ? null : (
        <ProblemNote error={decision.error} words={{ "transition-refused": t.over }} />
      )}
      <div className="row row-end">
        <Button onClick={onBack}>{t.back}</Button>
        {data === undefined ? null : (
          <Button
            variant="alarm"
            busy={decision.isPending}
            onClick={() => {
              const what = { asksWritten };
              decision.mutate(
                { stepId: step.id, what, idempotencyKey: actKey.keyFor({ ...what, id: step.id }) },
                { onSuccess: onDone },
              );
            }}
          >
            {t.confirm(data.messages.length)}
          </Button>
        )}
      </div>
    </div>
  );
}
