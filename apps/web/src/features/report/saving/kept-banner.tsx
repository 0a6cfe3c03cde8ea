import { useCallback } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { vault } from "#lib/vault.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { AnswerText } from "../answer-text.tsx";
import { IndicatorLink } from "../indicator-link.tsx";
import { useReportGround } from "../report-context.ts";
import { ColleaguesHere } from "../together/others-here.tsx";
import { WaitingCount } from "../together/waiting-count.tsx";
import { type AnswerEntry, isOpen } from "./answer-store.ts";
import { savingTexts } from "./saving.texts.ts";
import { useEntriesPart, useStore } from "./use-answer-store.ts";

type Entries = ReadonlyMap<string, AnswerEntry>;
const entriesOf = (entries: Entries, isWanted: (entry: AnswerEntry) => boolean): readonly AnswerEntry[] =>
  [...entries.values()].filter(isWanted);
const isWaiting = (entries: Entries) => entriesOf(entries, ({ queue }) => queue.trouble?.kind === "offline");
const isClash = (entries: Entries) => entriesOf(entries, ({ queue }) => queue.trouble?.kind === "conflict");
const sameEntries = (some: readonly AnswerEntry[], others: readonly AnswerEntry[]) =>
  some.length === others.length && some.every((one, place) => one === others[place]);

/** Who else is here, answers that need a choice, and, without a connection: says how many answers are kept on this computer, and that nothing is lost. */
export function KeptBanner() {
  const t = useTexts(savingTexts);
  const store = useStore();
  const { mayEdit } = useReportGround();
  const waiting = useEntriesPart(isWaiting, sameEntries);
  const clashes = useEntriesPart(isClash, sameEntries);
  const stuck = useEntriesPart(
    useCallback(
      (entries: Entries) => entriesOf(entries, (entry) => isOpen(entry) && !mayEdit(entry.indicator.code)),
      [mayEdit],
    ),
    sameEntries,
  );
  return (
    <>
      <ColleaguesHere />
      <Clashes entries={clashes} />
      {waiting.length === 0 ? null : (
        <Callout
          tone="caution"
          live="status"
          title={t.kept.banner(waiting.length)}
          actions={
            <Button size="small" onClick={() => void store.sendWaiting()}>
              {t.kept.retry}
            </Button>
          }
        >
          <p>
            <WaitingCount />
          </p>
          <p>{vault.isEncrypted() ? t.kept.text : t.kept.textPlain}</p>
        </Callout>
      )}
      <StuckAnswers entries={stuck} />
    </>
  );
}

/** Wherever on the page they are: each waits for a choice, and is not saved before. */
function Clashes({ entries }: { readonly entries: readonly AnswerEntry[] }) {
  const t = useTexts(savingTexts).conflict;
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

/** Answers typed before somebody else sent the report: no field shows them any more, so they are shown here. */
function StuckAnswers({ entries }: { readonly entries: readonly AnswerEntry[] }) {
  const t = useTexts(savingTexts).kept;
  const store = useStore();
  if (entries.length === 0) return null;
  return (
    <Callout tone="alarm" live="status" title={t.stuck(entries.length)}>
      <p>{t.stuckText}</p>
      <ul>
        {entries.map(({ indicator, draft, faults, queue }) => (
          <li key={indicator.code}>
            {indicator.code} · <AnswerText indicator={indicator} answer={queue.wanted} />
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
