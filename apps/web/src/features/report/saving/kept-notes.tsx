import { type ComponentProps, useSyncExternalStore } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { copies } from "#lib/copies.ts";
import { useSession } from "#lib/session.ts";
import { useHeldWork } from "#lib/unsaved-work.ts";
import { vault } from "#lib/vault.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { AnswerText } from "../answer-text.tsx";
import { IndicatorLink } from "../indicator-link.tsx";
import { useInWordsOfPage } from "../report-context.ts";
import { clashTexts } from "../together/clash.texts.ts";
import { WaitingCount } from "../together/waiting-count.tsx";
import type { AnswerEntry } from "./answer-store.ts";
import { keptTexts } from "./kept.texts.ts";
import styles from "./kept-notes.module.css";
import { useStore } from "./use-answer-store.ts";

export interface KeptNotesProps {
  /** Kept until there is a connection. */
  readonly waiting: readonly AnswerEntry[];
  /** Two people have answered. */
  readonly clashes: readonly AnswerEntry[];
  /** Typed before it could no longer be changed. */
  readonly stuck: readonly AnswerEntry[];
}

/** Answers that need a choice, and, without a connection: says how many answers are kept on this computer, and that nothing is lost. */
export function KeptNotes({ waiting, clashes, stuck }: KeptNotesProps) {
  return (
    <>
      <Clashes entries={clashes} />
      {waiting.length === 0 ? null : <Waiting n={waiting.length} />}
      <StuckAnswers entries={stuck} />
    </>
  );
}

/** Where the page above says already that there is no connection, and what becomes of what is typed, only how many wait is said here. */
function Waiting({ n }: { readonly n: number }) {
  const t = useTexts(keptTexts);
  const store = useStore();
  const { isLost } = useSyncExternalStore(copies.subscribe, copies.contact);
  const { person } = useSession();
  const isHeld = useHeldWork(person?.id ?? null);
  const isPlain = !vault.isEncrypted();
  if (isLost)
    return (
      <div role="status" className={styles.waiting}>
        <p>
          <b>
            <WaitingCount />
          </b>
          {". "}
          {t.alone(n)} {isPlain && !isHeld ? t.plain : null}
        </p>
        <Button size="small" onClick={() => void store.sendWaiting()}>
          {t.retry}
        </Button>
      </div>
    );
  return (
    <Callout
      tone="caution"
      live="status"
      title={isHeld ? t.bannerHeld(n) : t.banner(n)}
      actions={
        <Button size="small" onClick={() => void store.sendWaiting()}>
          {t.retry}
        </Button>
      }
    >
      <p>
        <WaitingCount />
      </p>
      <p>{isHeld ? t.textPlain : isPlain ? `${t.textPlain} ${t.plain}` : t.text}</p>
    </Callout>
  );
}

/** Wherever on the page they are: each waits for a choice, and is not saved before. */
function Clashes({ entries }: { readonly entries: readonly AnswerEntry[] }) {
  const t = useTexts(clashTexts);
  if (entries.length === 0) return null;
  return (
    <Callout tone="alarm" live="status" title={t.banner(entries.length)}>
      <ul>
        {entries.map(({ indicator }) => (
          <li key={indicator.code}>
            <IndicatorLink code={indicator.code} />
          </li>
        ))}
      </ul>
    </Callout>
  );
}

function InWordsOfPage({ indicator, answer }: ComponentProps<typeof AnswerText>) {
  return <AnswerText indicator={useInWordsOfPage(indicator)} answer={answer} />;
}

/** Answers typed before somebody else sent the report: no field shows them any more, so they are shown here. */
function StuckAnswers({ entries }: { readonly entries: readonly AnswerEntry[] }) {
  const t = useTexts(keptTexts);
  const store = useStore();
  if (entries.length === 0) return null;
  return (
    <Callout tone="alarm" live="status" title={t.stuck(entries.length)}>
      <p>{t.stuckText}</p>
      <ul>
        {entries.map(({ indicator, draft, faults, queue }) => (
          <li key={indicator.code}>
            {indicator.code} · <InWordsOfPage indicator={indicator} answer={queue.wanted} />
            {Object.keys(faults).map((place) => (
              <span key={place}>
                {" "}
                · {t.typed} {draft.fields[place] ?? ""}
              </span>
            ))}
            {draft.comment === queue.saved.comment ? null : <p>{draft.comment}</p>}
            <Button size="small" variant="quiet" onClick={() => store.discard(indicator.code)}>
              {t.discard(indicator.code)}
            </Button>
          </li>
        ))}
      </ul>
    </Callout>
  );
}
