import type { StaleAct, SubmissionSummary } from "@avances/contracts";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { staleActOf } from "#lib/stale-act.ts";
import { actTexts } from "./act.texts.ts";
import { ActList } from "./act-list.tsx";
import { Button } from "./button.tsx";
import { Callout } from "./callout.tsx";
import { ProblemNote } from "./problem-note.tsx";
import { statusTexts } from "./status.texts.ts";

interface ActRefusedProps {
  /** What was thrown; nothing is shown for null. */
  readonly error: unknown;
  /** The page's own words for some refusals, by problem code. */
  readonly words?: Readonly<Record<string, string>> | undefined;
  /** Can the act still be done in the present state? `look` = something on the page must be read first. */
  readonly fits: (now: SubmissionSummary) => boolean | "look";
  /** The person has seen the present state and decides on it. */
  readonly onSeen: (revision: number) => void;
}

/**
 * Why an act on a report failed. If somebody else acted since the page was read: who did what, and the present state, so
 * that the person decides anew and never on something unread.
 */
export function ActRefused({ error, words, fits, onSeen }: ActRefusedProps) {
  const stale = staleActOf(error);
  if (stale === null) return <ProblemNote error={error} words={words} />;
  return <Changed stale={stale} fits={fits(stale.current)} onSeen={() => onSeen(stale.current.revision)} />;
}

interface ChangedProps {
  readonly stale: StaleAct;
  readonly fits: boolean | "look";
  readonly onSeen: () => void;
}

function Changed({ stale: { current, acts }, fits, onSeen }: ChangedProps) {
  const t = useTexts(actTexts);
  const f = useFormat();
  const status = useTexts(statusTexts).status[current.status];
  return (
    <Callout
      tone="caution"
      live="alert"
      title={t.title}
      actions={fits === true ? <Button onClick={onSeen}>{t.goOn}</Button> : null}
    >
      <p>{t.text}</p>
      {acts.length > 0 ? (
        <>
          <p>{t.since}</p>
          <ActList acts={acts} />
        </>
      ) : null}
      <p>
        {current.version > 0 ? t.nowVersion(status, f.number(current.version)) : t.now(status)}{" "}
        {current.status === "returned" && current.returnDueOn !== null
          ? t.answerBy(f.date(current.returnDueOn))
          : t.due(f.date(current.dueOn))}
      </p>
      <p>{fits === true ? t.goOnText : fits === "look" ? t.look : t.noMore}</p>
    </Callout>
  );
}
