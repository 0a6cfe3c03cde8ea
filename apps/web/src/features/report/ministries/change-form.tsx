import type { SectionView } from "@avances/contracts";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { isListOf, isShape, isText } from "#lib/read-kept.ts";
import { stay, stayAfter } from "#lib/stay.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { Button } from "#ui/button.tsx";
import { TextInput } from "#ui/field.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { useReportBase } from "../report-context.ts";
import { askedElsewhere } from "./asked-elsewhere.ts";
import { IndicatorChoice } from "./indicator-choice.tsx";
import styles from "./ministries.module.css";
import { ministriesTexts } from "./ministries.texts.ts";
import type { useChangeSection } from "./ministries-queries.ts";
import { staysTakeable } from "./undo-change.ts";

/** What differs from the section as it is, so that what a colleague changes meanwhile stays. */
interface Draft {
  /** Empty = as it is. */
  readonly dueOn: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}
const isDraft = isShape<Draft>({ dueOn: isText, added: isListOf(isText), removed: isListOf(isText) });
const unchanged: Draft = { dueOn: "", added: [], removed: [] };

interface ChangeFormProps {
  readonly section: SectionView;
  readonly sections: readonly SectionView[];
  /** Today, in the clocks of the capital. */
  readonly today: string;
  readonly lastDay: string;
  readonly change: ReturnType<typeof useChangeSection>;
  readonly onCancel: () => void;
  readonly onDone: (changed: SectionView) => void;
}

/** Changes the date and the answers of a section. */
export function ChangeForm({ section, sections, today, lastDay, change, onCancel, onDone }: ChangeFormProps) {
  const texts = useTexts(ministriesTexts);
  const t = texts.sections.change;
  const f = useFormat();
  const { view, mayEdit } = useReportBase();
  const kept = useKeptForm<Draft>({
    form: "section",
    of: [view.submission.id, section.id],
    empty: unchanged,
    guard: isDraft,
  });
  const { value: draft } = kept;
  const [seen] = useState(section.revision);
  const [isTried, setTried] = useState(false);
  const dueOn = draft.dueOn === "" ? section.dueOn : draft.dueOn;
  const indicators = [
    ...section.indicators.filter((code) => !draft.removed.includes(code)),
    ...draft.added.filter((code) => !section.indicators.includes(code)),
  ].filter(mayEdit);
  const added = indicators.filter((code) => !section.indicators.includes(code));
  const isShorter = section.indicators.some((code) => !indicators.includes(code));
  const faults = {
    indicators: indicators.length === 0 ? texts.ask.indicatorsWrong : undefined,
    dueOn:
      dueOn !== section.dueOn && (dueOn < today || dueOn > lastDay) ? texts.ask.dueWrong(f.date(lastDay)) : undefined,
  };
  const isSound = faults.indicators === undefined && faults.dueOn === undefined;
  // Once it was said that somebody else changed it, the present state stands above, and is what is changed.
  const isStale = change.error instanceof ApiProblem && change.error.code === "revision-stale";
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isSound || change.isPending) return;
        const revision = isStale ? section.revision : seen;
        const back = stayAfter(event.currentTarget);
        void kept.send(
          () => change.mutateAsync({ sectionId: section.id, revision, dueOn, indicators }),
          (changed) => {
            onDone(changed);
            requestAnimationFrame(back);
          },
        );
      }}
    >
      <IndicatorChoice
        chosen={new Set(indicators)}
        elsewhere={askedElsewhere(sections, section.id)}
        error={isTried ? faults.indicators : undefined}
        onChange={(chosen) =>
          kept.change({
            added: chosen.filter((code) => !section.indicators.includes(code)),
            removed: section.indicators.filter((code) => !chosen.includes(code)),
          })
        }
      />
      {isShorter ? (
        <p className={styles.facts}>{staysTakeable(section, indicators, mayEdit) ? t.stays : t.staysLocked}</p>
      ) : null}
      {section.handedInAt !== null && added.length > 0 ? <p className={styles.facts}>{t.reopens}</p> : null}
      <TextInput
        type="date"
        width="medium"
        label={texts.ask.dueOn}
        help={texts.ask.dueHelp(f.date(lastDay))}
        min={today}
        max={lastDay}
        value={dueOn}
        error={isTried ? faults.dueOn : undefined}
        onChange={(event) => kept.change({ dueOn: event.target.value })}
      />
      <ProblemNote
        error={change.error}
        words={{ "revision-stale": t.meanwhile, "answer-not-in-question": t.locked, "not-available-now": t.gone }}
      />
      <div className={styles.acts}>
        <Button type="submit" size="small" variant="primary" busy={change.isPending}>
          {t.save}
        </Button>
        <Button
          size="small"
          variant="quiet"
          onClick={(event) => {
            stay(event.currentTarget);
            kept.clear();
            onCancel();
          }}
        >
          {texts.sections.cancel}
        </Button>
      </div>
    </form>
  );
}
