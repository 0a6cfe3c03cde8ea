import type { ProposalView } from "@avances/contracts";
import { textLimits } from "@avances/domain/text";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { isShape, isText } from "#lib/read-kept.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { TextArea } from "#ui/field.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { useReportBase } from "../report-context.ts";
import styles from "./ministries.module.css";
import { ministriesTexts } from "./ministries.texts.ts";
import { useGiveBack, useTake } from "./ministries-queries.ts";
import { ProposalName, ProposalPair } from "./proposal-pair.tsx";

/** The proposals that nobody has decided about, by their authors; taken one by one or all of an author. */
export function WaitingPart({ proposals: all }: { readonly proposals: readonly ProposalView[] }) {
  const t = useTexts(ministriesTexts).waiting;
  const { view, canEdit } = useReportBase();
  const take = useTake(view.submission.id);
  const open = all.filter(({ state }) => state === "open");
  // Said as long as it is so: what was taken last may have been undone.
  const last = new Set(take.isSuccess ? take.variables.map(({ id }) => id) : []);
  const taken = all.filter(({ id, state }) => last.has(id) && state === "taken").length;
  const onTake = (wanted: readonly ProposalView[]) => take.mutate(wanted);
  return (
    <section className={styles.part} aria-labelledby="waiting">
      <h2 id="waiting" tabIndex={-1}>
        {t.heading}
      </h2>
      <div role="status">{taken > 0 ? <Callout tone="done">{t.taken(taken)}</Callout> : null}</div>
      <ProblemNote error={take.error} words={{ "revision-stale": t.stale }} />
      {open.length > 0 && !canEdit ? <p>{t.locked}</p> : null}
      {open.length === 0 ? <p className="quiet">{t.none}</p> : null}
      {byAuthor(open).map((proposals) => (
        <Author
          key={`${proposals[0]?.sectionId} ${proposals[0]?.proposed.updatedByName}`}
          proposals={proposals}
          busy={take.isPending}
          onTake={onTake}
        />
      ))}
    </section>
  );
}

/** In the order of the first proposal of each; a section has one author, and so has an account. */
function byAuthor(open: readonly ProposalView[]): readonly (readonly ProposalView[])[] {
  const groups = new Map<string, ProposalView[]>();
  for (const proposal of open) {
    const key = `${proposal.sectionId} ${proposal.proposed.updatedByName} ${proposal.institution}`;
    groups.set(key, [...(groups.get(key) ?? []), proposal]);
  }
  return [...groups.values()];
}

interface AuthorProps {
  readonly proposals: readonly ProposalView[];
  readonly busy: boolean;
  readonly onTake: (proposals: readonly ProposalView[]) => void;
}

function Author({ proposals, busy, onTake }: AuthorProps) {
  const t = useTexts(ministriesTexts).waiting;
  const { canEdit } = useReportBase();
  const [first] = proposals;
  if (first === undefined) return null;
  return (
    <div className={styles.group}>
      <div className={styles.groupHead}>
        <h3>{t.from(first.proposed.updatedByName, first.institution)}</h3>
        {canEdit ? (
          <Button size="small" variant="primary" busy={busy} onClick={() => onTake(proposals)}>
            {t.takeAll(proposals.length)}
          </Button>
        ) : null}
      </div>
      <ul className={styles.rows}>
        {proposals.map((proposal) => (
          <li key={proposal.id} className={styles.row} id={`proposal-${proposal.proposed.indicatorCode}`}>
            <ProposalName code={proposal.proposed.indicatorCode} />
            <ProposalPair proposal={proposal} />
            {canEdit ? <Acts proposal={proposal} busy={busy} onTake={onTake} /> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface Note {
  readonly note: string;
}

function Acts({ proposal, busy, onTake }: { readonly proposal: ProposalView } & Omit<AuthorProps, "proposals">) {
  const t = useTexts(ministriesTexts).waiting;
  const { view } = useReportBase();
  const giveBack = useGiveBack(view.submission.id);
  const kept = useKeptForm<Note>({
    form: "giveBack",
    of: [view.submission.id, proposal.id],
    empty: { note: "" },
    guard: isShape<Note>({ note: isText }),
  });
  const [isGiving, setGiving] = useState(kept.isFromBefore);
  const [isTried, setTried] = useState(false);
  const note = kept.value.note.trim();
  if (!isGiving) {
    return (
      <div className={styles.acts}>
        <Button size="small" busy={busy} onClick={() => onTake([proposal])}>
          {t.take}
        </Button>
        <Button size="small" variant="quiet" onClick={() => setGiving(true)}>
          {t.giveBack}
        </Button>
      </div>
    );
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (note === "" || giveBack.isPending) return;
        const { id: proposalId, revision } = proposal;
        void kept.send(() => giveBack.mutateAsync({ proposalId, revision, note }));
      }}
    >
      <TextArea
        label={t.note}
        help={t.noteHelp}
        limit={textLimits.note}
        value={kept.value.note}
        error={isTried && note === "" ? t.noteMissing : undefined}
        onChange={(event) => kept.change({ note: event.target.value })}
      />
      <ProblemNote error={giveBack.error} words={{ "revision-stale": t.stale }} />
      <div className={styles.acts}>
        <Button type="submit" size="small" variant="primary" busy={giveBack.isPending}>
          {t.send}
        </Button>
        <Button
          size="small"
          variant="quiet"
          onClick={() => {
            kept.clear();
            setGiving(false);
          }}
        >
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}
