import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#i18n/i18n.ts";
import { useActKey } from "#lib/act-key.ts";
import { useFormat } from "#lib/format.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { noticeTexts } from "#ui/notice.texts.ts";
import { ProblemNote } from "#ui/problem-note.tsx";
import { schedulerQuery } from "#ui/scheduler-note.tsx";
import { statusTexts } from "#ui/status.texts.ts";
import { mailCheckTexts } from "./mail-check.texts.ts";
import styles from "./notices.module.css";
import { type Mail, mailQuery, useTestMail } from "./notices-queries.ts";
import { resultWords } from "./result-words.ts";

/** When the portal last planned and sent, and a test message that shows what becomes of it. */
export function MailCheck() {
  const t = useTexts(mailCheckTexts);
  const f = useFormat();
  const { data: pulse } = useQuery(schedulerQuery);
  const test = useTestMail();
  const actKey = useActKey();
  const { data: mail } = useQuery({
    ...mailQuery(test.data?.id ?? ""),
    enabled: test.data !== undefined,
    refetchInterval: ({ state }) => (state.data === undefined || isUnderWay(state.data) ? 1_500 : false),
  });
  const seen = mail ?? test.data;
  return (
    <section className="section" aria-labelledby="check">
      <h2 id="check" className={styles.heading}>
        {t.heading}
      </h2>
      {pulse === undefined ? null : (
        <p className={styles.intro}>
          {pulse.plannedAt === null || pulse.sentAt === null
            ? t.never
            : t.runs(f.instant(pulse.plannedAt), f.instant(pulse.sentAt))}{" "}
          {t.processes(pulse.processes)}
        </p>
      )}
      <div className="stack-s">
        <p>{t.offer}</p>
        <div className="row">
          <Button
            busy={test.isPending}
            onClick={() => test.mutate({ idempotencyKey: actKey.keyFor(`test ${test.data?.id ?? ""}`) })}
          >
            {test.data === undefined ? t.send : t.again}
          </Button>
        </div>
        <div role="status">{seen === undefined ? null : <Outcome mail={seen} />}</div>
        <ProblemNote error={test.error} words={{ "too-many-attempts": t.tooMany }} />
      </div>
    </section>
  );
}

const isUnderWay = ({ state }: Pick<Mail, "state">) => state === "queued" || state === "sending";

/** What became of the message, and what the mail server said. */
function Outcome({ mail }: { readonly mail: Mail }) {
  const t = useTexts(mailCheckTexts);
  const words = useTexts(noticeTexts);
  const statuses = useTexts(statusTexts);
  const f = useFormat();
  const { state, attempts, nextAttemptAt, lastCode, result } = mail;
  const wasTried = isUnderWay(mail) && attempts > 0 && nextAttemptAt !== null && result !== null;
  const said = result === null || state === "kept" ? "" : resultWords(result, words.outcome, statuses.short);
  return (
    <Callout
      tone={state === "sent" ? "done" : wasTried || state === "dead" ? "alarm" : state === "kept" ? "caution" : "info"}
    >
      <p>
        {wasTried
          ? t.state.again(f.instant(nextAttemptAt))
          : state === "queued" || state === "sending"
            ? t.state.waiting
            : t.state[state]}
      </p>
      {said === "" ? null : (
        <p>
          {result?.by === "portal" ? (
            said
          ) : (
            <>
              {t.answer} <code>{[lastCode, said].filter(Boolean).join(" ")}</code>
            </>
          )}
        </p>
      )}
    </Callout>
  );
}
