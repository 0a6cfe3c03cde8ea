import type { ProposalView, SectionView } from "@avances/contracts";
import { textLimits } from "@avances/domain/text";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { isShape, isText } from "#lib/read-kept.ts";
import { useSession } from "#lib/session.ts";
import { stay } from "#lib/stay.ts";
import { readKeptForm, useKeptForm } from "#lib/use-kept-form.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { TextArea } from "#ui/field.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { useReportBase } from "../report-context.ts";
import { byAuthor, toTake } from "./by-author.ts";
import styles from "./ministries.module.css";
import { ministriesTexts } from "./ministries.texts.ts";
import { type GivenBack, useGiveBack, useTake } from "./ministries-queries.ts";
import { ProposalName, ProposalPair } from "./proposal-pair.tsx";

interface WaitingPartProps {
  readonly proposals: readonly ProposalView[];
  readonly sections: readonly SectionView[];
}

/** The proposals that nobody has decided about, by their authors; taken one by one or all of an author. */
export function WaitingPart({ proposals: all, sections }: WaitingPartProps) {
  const t = useTexts(ministriesTexts).waiting;
  const { view, canEdit } = useReportBase();
  const take = useTake(view.submission.id);
  const [lastBack, setLastBack] = useState<GivenBack | null>(null);
  const open = all.filter(({ state }) => state === "open");
  const shown = all.filter((each) => each.state === "open" || keptNote(view.submission.id, each) !== "");
  // A note that is deleted takes its proposal from here, if somebody has decided about it.
  const [, setDropped] = useState(0);
  const onDropped = () => setDropped((count) => count + 1);
  // Said as long as it is so: what was taken last may have been undone, what was given back may have been proposed again.
  const last = new Set(take.isSuccess ? take.variables.map(({ id }) => id) : []);
  const taken = all.filter(({ id, state }) => last.has(id) && state === "taken").length;
  const back = all.some(({ id, state }) => id === lastBack?.id && state === "given_back") ? lastBack : null;
  const onTake = (wanted: readonly ProposalView[]) => take.mutate(wanted);
  return (
    <section className={styles.part} aria-labelledby="waiting">
      <h2 id="waiting" tabIndex={-1}>
        {t.heading}
      </h2>
      <div role="status">
        {taken > 0 ? <Callout tone="done">{t.taken(taken)}</Callout> : null}
        {back === null ? null : (
          <Callout tone="done">
            {t.gaveBack(back.proposed.indicatorCode)}{" "}
            {(back.isTold ? t.isTold : t.isNotTold)(back.proposed.updatedByName)}
          </Callout>
        )}
      </div>
      <ProblemNote
        error={take.error}
        words={{ "revision-stale": t.stale, "answer-not-in-question": t.lockedMeanwhile }}
      />
      {open.length > 0 && !canEdit ? <p>{t.closed}</p> : null}
      {shown.length === 0 ? <p className="quiet">{t.none}</p> : null}
      {byAuthor(shown).map((proposals) => (
        <Author
          key={proposals[0]?.authorId}
          proposals={proposals}
          section={sections.find(({ id }) => id === proposals[0]?.sectionId)}
          busy={take.isPending}
          onTake={onTake}
          onGivenBack={setLastBack}
          onDropped={onDropped}
        />
      ))}
    </section>
  );
}

interface AuthorActs {
  /** Of a section's person; absent = the author has an account. */
  readonly section: SectionView | undefined;
  readonly busy: boolean;
  readonly onTake: (proposals: readonly ProposalView[]) => void;
  readonly onGivenBack: (given: GivenBack) => void;
  readonly onDropped: () => void;
}

function Author({ proposals, ...acts }: AuthorActs & { readonly proposals: readonly ProposalView[] }) {
  const t = useTexts(ministriesTexts).waiting;
  const { mayEdit, canEdit } = useReportBase();
  const { busy, onTake } = acts;
  const [first] = proposals;
  if (first === undefined) return null;
  const open = proposals.filter(({ state }) => state === "open");
  const free = toTake(open, mayEdit);
  const locked = canEdit ? open.length - free.length : 0;
  return (
    <div className={styles.group}>
      <div className={styles.groupHead}>
        <h3>{t.from(first.proposed.updatedByName, first.institution)}</h3>
        {free.length > 0 ? (
          <Button size="small" variant="primary" busy={busy} onClick={() => onTake(free)}>
            {t.takeAll(free.length)}
          </Button>
        ) : null}
      </div>
      {locked > 0 ? <p className={styles.facts}>{t.leftOut(locked)}</p> : null}
      <ul className={styles.rows}>
        {proposals.map((proposal) => (
          <li
            key={proposal.id}
            className={styles.row}
            id={`proposal-${proposal.proposed.indicatorCode}`}
            data-stay
            tabIndex={-1}
          >
            <ProposalName code={proposal.proposed.indicatorCode} />
            <ProposalPair proposal={proposal} />
            <Acts proposal={proposal} {...acts} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface Note {
  readonly note: string;
}

/** Where the note to a proposal is kept until it is sent. */
const noteForm = (submissionId: string, { id }: Pick<ProposalView, "id">) => ({
  ...{ form: "giveBack" as const, of: [submissionId, id] },
  ...{ empty: { note: "" }, guard: isShape<Note>({ note: isText }) },
});

/** What this person has written to a proposal and not sent; empty when nothing. */
function keptNote(submissionId: string, proposal: Pick<ProposalView, "id">): string {
  return readKeptForm(noteForm(submissionId, proposal))?.note.trim() ?? "";
}

function Acts({
  proposal,
  section,
  busy,
  onTake,
  onGivenBack,
  onDropped,
}: AuthorActs & { readonly proposal: ProposalView }) {
  const t = useTexts(ministriesTexts).waiting;
  const { session } = useSession();
  const { view, mayEdit } = useReportBase();
  const giveBack = useGiveBack(view.submission.id);
  const kept = useKeptForm<Note>(noteForm(view.submission.id, proposal));
  const [isGiving, setGiving] = useState(kept.isFromBefore);
  const [isTried, setTried] = useState(false);
  // While the own note is on its way, what it has done to the proposal is no news.
  const isOvertaken = proposal.state !== "open" && !giveBack.isPending;
  const isFree = mayEdit(proposal.proposed.indicatorCode);
  const may = isFree && !isOvertaken;
  const note = kept.value.note.trim();
  // What was typed stays in sight when the answer, or the whole report, is closed meanwhile.
  if (isOvertaken && note === "") return null;
  if (!isFree && note === "") return <Locked proposal={proposal} />;
  if (!isGiving && !isOvertaken) {
    return (
      <div className={styles.acts}>
        <Button size="small" busy={busy} onClick={() => onTake([proposal])}>
          {t.take}
        </Button>
        <Button
          size="small"
          variant="quiet"
          onClick={(event) => {
            stay(event.currentTarget);
            setGiving(true);
          }}
        >
          {t.giveBack}
        </Button>
      </div>
    );
  }
  const reaches = proposal.sectionId === null ? "account" : isOpen(section, session?.now) ? "link" : "nobody";
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (note === "" || giveBack.isPending || !may) return;
        const { id: proposalId, revision } = proposal;
        void kept.send(() => giveBack.mutateAsync({ proposalId, revision, note }), onGivenBack);
      }}
    >
      <div role="status">{isOvertaken ? <Overtaken proposal={proposal} /> : null}</div>
      <TextArea
        label={t.note}
        help={isOvertaken ? undefined : t.noteHelp[reaches]}
        limit={textLimits.note}
        value={kept.value.note}
        error={isTried && note === "" ? t.noteMissing : undefined}
        onChange={(event) => kept.change({ note: event.target.value })}
      />
      <ProblemNote
        error={giveBack.error}
        words={{ "revision-stale": t.staleBack, "answer-not-in-question": t.lockedMeanwhile }}
      />
      {isFree || isOvertaken ? null : (
        <>
          <p>{t.notSendable}</p>
          <Locked proposal={proposal} />
        </>
      )}
      <div className={styles.acts}>
        {may ? (
          <Button type="submit" size="small" variant="primary" busy={giveBack.isPending}>
            {t.send}
          </Button>
        ) : null}
        <Button
          size="small"
          variant="quiet"
          onClick={(event) => {
            // Of what somebody has decided about, nothing stays here.
            if (isOvertaken) document.getElementById("waiting")?.focus();
            else stay(event.currentTarget);
            kept.clear();
            setGiving(false);
            onDropped();
          }}
        >
          {may ? t.cancel : t.drop}
        </Button>
      </div>
    </form>
  );
}

/** Somebody has decided about the proposal while a note to it was being written: who, when, and that the note was not sent. */
function Overtaken({ proposal: { state, decidedAt, decidedByName } }: { readonly proposal: ProposalView }) {
  const t = useTexts(ministriesTexts).waiting.overtaken;
  const f = useFormat();
  const { view } = useReportBase();
  if (decidedAt === null || decidedByName === null) return null;
  const words = state === "taken" ? t.taken : t.givenBack;
  return <Callout tone="caution">{words(decidedByName, f.instant(decidedAt, view.timeZone))}</Callout>;
}

/** Can the person of this section still write, so that a message to them leads somewhere? */
function isOpen(section: SectionView | undefined, now: string | undefined): boolean {
  return section !== undefined && section.removedAt === null && (now === undefined || now < section.endsAt);
}

/** Of a report that was returned: why nothing is decided about this one, and where that can be changed. */
function Locked({ proposal }: { readonly proposal: ProposalView }) {
  const t = useTexts(ministriesTexts).waiting;
  const lang = useLanguage();
  const { view, canEdit } = useReportBase();
  const { indicatorCode } = proposal.proposed;
  // Of the whole report it is said above.
  if (!canEdit) return null;
  return (
    <p className={styles.facts}>
      {t.locked}{" "}
      <Link
        to="/$lang/reports/$submissionId"
        params={{ lang, submissionId: view.submission.id }}
        search={{ indicator: indicatorCode }}
      >
        {t.toAnswer(indicatorCode)}
      </Link>
    </p>
  );
}
