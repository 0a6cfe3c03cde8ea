import type { SectionView } from "@avances/contracts";
import { localDate } from "@avances/domain/round";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { useSession } from "#lib/session.ts";
import { stay } from "#lib/stay.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { Disclosure } from "#ui/disclosure.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { useReportBase } from "../report-context.ts";
import { ChangeForm } from "./change-form.tsx";
import styles from "./ministries.module.css";
import { ministriesTexts } from "./ministries.texts.ts";
import { useChangeSection, useRemoveSection, useSendLink } from "./ministries-queries.ts";
import { ProposalName } from "./proposal-pair.tsx";
import { type BeforeChange, mayUndoChange } from "./undo-change.ts";

/** Who was asked by link: for what, until when, how far it is; a fresh link, and taking it back, whatever the state of the report. */
export function SectionsPart({
  sections,
  lastDay,
}: {
  readonly sections: readonly SectionView[];
  readonly lastDay: string;
}) {
  const t = useTexts(ministriesTexts).sections;
  return (
    <section className={styles.part} aria-labelledby="sections">
      <h2 id="sections">{t.heading}</h2>
      {sections.length === 0 ? <p className="quiet">{t.none}</p> : null}
      <ul className={styles.rows}>
        {sections.map((section) => (
          <li key={section.id} className={styles.row} data-stay tabIndex={-1}>
            <SectionRow section={section} sections={sections} lastDay={lastDay} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface SectionRowProps {
  readonly section: SectionView;
  readonly sections: readonly SectionView[];
  readonly lastDay: string;
}

function SectionRow({ section, sections, lastDay }: SectionRowProps) {
  const texts = useTexts(ministriesTexts);
  const t = texts.sections;
  const f = useFormat();
  const { session } = useSession();
  const { view, canEdit } = useReportBase();
  const when = (at: string) => f.instant(at, view.timeZone);
  const { name, institution, address, counts, removedAt, handedInAt, openedAt, endsAt, changedAt, changedByName } =
    section;
  const today = session === undefined ? "" : localDate(new Date(session.now), view.timeZone);
  const hasPassed = section.dueOn < today;
  const isClosed = session !== undefined && session.now >= endsAt;
  const standing =
    removedAt !== null
      ? t.removed(when(removedAt))
      : [
          changedAt === null || changedByName === null ? null : t.change.last(changedByName, when(changedAt)),
          handedInAt === null ? null : t.handedIn(when(handedInAt)),
          openedAt === null ? t.never : t.opened(when(openedAt)),
          // While the report cannot be changed, nobody writes in it.
          isClosed ? t.closed(when(endsAt)) : canEdit ? t.until(when(endsAt)) : null,
        ]
          .filter((words) => words !== null)
          .join(" ");
  return (
    <>
      <p>
        <span className={styles.name}>{texts.waiting.from(name, institution)}</span>
        <br />
        <span className={styles.facts}>
          {address} · {(hasPassed ? t.wasDue : t.due)(f.date(section.dueOn))}
        </span>
      </p>
      <p>{t.counts(counts)}</p>
      <p className={styles.facts}>{standing}</p>
      <Reminders section={section} />
      <Disclosure summary={`${t.which} (${f.number(counts.asked)})`}>
        {section.indicators.map((code) => (
          <ProposalName key={code} code={code} />
        ))}
        {section.note === "" ? null : <p className={styles.note}>{section.note}</p>}
      </Disclosure>
      {removedAt === null ? (
        <SectionActs {...{ section, sections, today, lastDay, canEdit }} mayLink={canEdit && !isClosed} />
      ) : null}
    </>
  );
}

/** What goes to the person by itself: the last message and what became of it, and when the next one goes. */
function Reminders({ section: { reminders } }: { readonly section: SectionView }) {
  const t = useTexts(ministriesTexts).sections.reminder;
  const f = useFormat();
  const { view } = useReportBase();
  const { last, next } = reminders;
  if (last === null && next === null) return null;
  const said = [
    last === null ? null : t.last[last.state](f.instant(last.at, view.timeZone)),
    next === null ? null : t.next(f.date(localDate(new Date(next.notBefore), view.timeZone))),
  ];
  return <p className={styles.facts}>{said.filter((words) => words !== null).join(" ")}</p>;
}

interface SectionActsProps extends SectionRowProps {
  readonly today: string;
  readonly canEdit: boolean;
  readonly mayLink: boolean;
}

function SectionActs({ section, sections, today, lastDay, canEdit, mayLink }: SectionActsProps) {
  const t = useTexts(ministriesTexts).sections;
  const { view, mayEdit } = useReportBase();
  const link = useSendLink(view.submission.id);
  const remove = useRemoveSection(view.submission.id);
  const change = useChangeSection(view.submission.id);
  const [open, setOpen] = useState<"remove" | "change" | null>(null);
  const isChanging = open === "change" && canEdit;
  // What was refused is said where it was tried, and not again in the form or below it.
  const forget = () => {
    if (change.isError) change.reset();
  };
  const move = (pressed: HTMLElement, to: typeof open) => {
    stay(pressed);
    forget();
    setOpen(to);
  };
  // What it was before the change that is said below.
  const [before, setBefore] = useState<BeforeChange | null>(null);
  const mayUndo = before !== null && canEdit && mayUndoChange(before, section, { today, mayEdit });
  return (
    <>
      <div role="status">
        {link.isSuccess ? <Callout tone="done">{t.linkSent(section.address)}</Callout> : null}
        {change.isSuccess && change.data.revision === section.revision ? (
          <Callout
            tone="done"
            actions={
              mayUndo ? (
                <Button
                  size="small"
                  busy={change.isPending}
                  onClick={(event) => {
                    stay(event.currentTarget);
                    change.mutate({
                      ...{ sectionId: section.id, revision: section.revision },
                      ...{ dueOn: before.dueOn, indicators: [...before.indicators] },
                    });
                    setBefore(null);
                  }}
                >
                  {t.change.undo}
                </Button>
              ) : undefined
            }
          >
            {change.data.revision === change.variables.revision
              ? t.change.same
              : (change.data.isTold ? t.change.isTold : t.change.isNotTold)(section.name)}
          </Callout>
        ) : null}
      </div>
      <ProblemNote error={link.error ?? remove.error} />
      {isChanging ? null : (
        <ProblemNote
          error={change.error}
          words={{
            "revision-stale": t.change.undoFailed.stale,
            "answer-not-in-question": t.change.undoFailed.locked,
            "not-available-now": t.change.undoFailed.gone,
          }}
        />
      )}
      {open === "remove" ? (
        <div>
          <p>{t.removeAsk(section.name)}</p>
          <div className={styles.acts}>
            <Button size="small" variant="alarm" busy={remove.isPending} onClick={() => remove.mutate(section.id)}>
              {t.removeYes}
            </Button>
            <Button size="small" variant="quiet" onClick={(event) => move(event.currentTarget, null)}>
              {t.cancel}
            </Button>
          </div>
        </div>
      ) : isChanging ? (
        <ChangeForm
          {...{ section, sections, today, lastDay, change }}
          onCancel={() => {
            forget();
            setOpen(null);
          }}
          onDone={({ revision }) => {
            if (revision !== section.revision) setBefore(section);
            setOpen(null);
          }}
        />
      ) : (
        <div className={styles.acts}>
          {mayLink ? (
            <Button size="small" busy={link.isPending} onClick={() => link.mutate(section.id)}>
              {t.link}
            </Button>
          ) : null}
          {canEdit ? (
            <Button size="small" variant="quiet" onClick={(event) => move(event.currentTarget, "change")}>
              {t.change.begin}
            </Button>
          ) : null}
          <Button size="small" variant="quiet" onClick={(event) => move(event.currentTarget, "remove")}>
            {t.remove}
          </Button>
        </div>
      )}
    </>
  );
}
