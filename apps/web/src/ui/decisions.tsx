import type { SubmissionView } from "@avances/contracts";
import { useTexts } from "#i18n/i18n.ts";
import { type Formats, useFormat } from "#lib/format.ts";
import { actTexts } from "./act.texts.ts";
import { actSentence } from "./act-list.tsx";
import { Callout } from "./callout.tsx";
import { type DecisionRecord, isDecision } from "./has-decisions.ts";
import { Written } from "./written.tsx";

interface Decision {
  /** An instant. */
  readonly at: string;
  readonly words: string;
  readonly reason: string;
}

/**
 * What the Secretariat did to a report and its round with a reason, newest first. A correction of the round appears once, as the round's;
 * the change of this report's date that followed is the same decision.
 */
function decisionsOn(
  { acts, roundCorrections }: DecisionRecord,
  t: (typeof actTexts)["en"],
  f: Formats,
): readonly Decision[] {
  const { who, dates, closed, reopened } = t.decisions;
  const span = ({ opensOn, dueOn }: { opensOn: string; dueOn: string }) => ({
    opensOn: f.date(opensOn),
    dueOn: f.date(dueOn),
  });
  const own = acts
    .filter(isDecision)
    .map((act) => ({ at: act.at, words: actSentence(t, f, who, act), reason: act.reason }));
  const ofRound = roundCorrections.map(({ act, at, before, after, reason }) => ({
    at,
    words: {
      dates_corrected: () => dates(who, span(after), span(before)),
      closed: () => closed(who),
      reopened: () => reopened(who),
    }[act](),
    reason,
  }));
  return [...own, ...ofRound].sort((one, other) => other.at.localeCompare(one.at));
}

/** On the country's own pages: what the Secretariat decided about its report, when and why. Empty when there is nothing. */
export function Decisions({ view }: { readonly view: DecisionRecord & Pick<SubmissionView, "timeZone"> }) {
  const t = useTexts(actTexts);
  const f = useFormat();
  const decisions = decisionsOn(view, t, f);
  if (decisions.length === 0) return null;
  return (
    <Callout tone="info" title={t.decisions.title}>
      <ul>
        {decisions.map(({ at, words, reason }) => (
          <li key={`${at} ${words}`}>
            {f.instant(at, view.timeZone)}: {words} <Written text={t.why(reason)} />
          </li>
        ))}
      </ul>
    </Callout>
  );
}
