import type { ProposalView } from "@avances/contracts";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { AnswerText } from "../answer-text.tsx";
import { useReportBase } from "../report-context.ts";
import styles from "./ministries.module.css";
import { ministriesTexts } from "./ministries.texts.ts";
import { useUndoTaking } from "./ministries-queries.ts";
import { ProposalName, useIndicator } from "./proposal-pair.tsx";

/** What was taken or given back, by whom and when; taking can be undone while the answer stands as it was taken. */
export function DecidedPart({ proposals: all }: { readonly proposals: readonly ProposalView[] }) {
  const t = useTexts(ministriesTexts).decided;
  const { view } = useReportBase();
  const undo = useUndoTaking(view.submission.id);
  const proposals = all.filter(({ state }) => state !== "open");
  // Said as long as it is so: it may have been taken again.
  const isUndone = undo.isSuccess && all.some(({ id, state }) => id === undo.variables && state === "open");
  if (proposals.length === 0 && !isUndone) return null;
  return (
    <section className={styles.part} aria-labelledby="decided">
      <h2 id="decided">{t.heading}</h2>
      <div role="status">{isUndone ? <Callout tone="done">{t.undone}</Callout> : null}</div>
      <ProblemNote error={undo.error} words={{ "not-available-now": t.changed, "answer-not-in-question": t.locked }} />
      <ul className={styles.rows}>
        {proposals.map((proposal) => (
          <Decided
            key={proposal.id}
            proposal={proposal}
            busy={undo.isPending}
            onUndo={() => undo.mutate(proposal.id)}
          />
        ))}
      </ul>
    </section>
  );
}

interface DecidedProps {
  readonly proposal: ProposalView;
  readonly busy: boolean;
  readonly onUndo: () => void;
}

function Decided({ proposal, busy, onUndo }: DecidedProps) {
  const texts = useTexts(ministriesTexts);
  const t = texts.decided;
  const f = useFormat();
  const { view, mayEdit } = useReportBase();
  const { proposed, state, decidedAt, decidedByName, note, institution, mayUndo } = proposal;
  const indicator = useIndicator(proposed.indicatorCode);
  if (indicator === undefined) return null;
  const words = state === "taken" ? t.taken : t.givenBack;
  return (
    <li className={styles.row}>
      <ProposalName code={proposed.indicatorCode} />
      <p>
        <AnswerText indicator={indicator} answer={proposed} />
      </p>
      <p className={styles.facts}>
        {texts.waiting.from(proposed.updatedByName, institution)}
        {decidedAt === null ? null : ` · ${words(decidedByName ?? "", f.instant(decidedAt, view.timeZone))}`}
      </p>
      {note === "" ? null : <p className={styles.note}>{note}</p>}
      {mayUndo && mayEdit(proposed.indicatorCode) ? (
        <div className={styles.acts}>
          <Button size="small" variant="quiet" busy={busy} onClick={onUndo}>
            {t.undo}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
