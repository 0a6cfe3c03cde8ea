import type { ReportView } from "@avances/contracts";
import type { ArrangementFault, FigureFault, PointFault, StepFault } from "@avances/domain/network";
import { useTexts } from "#i18n/i18n.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { figureTexts } from "./figures.texts.ts";
import { reportTexts } from "./report.texts.ts";

interface ReportRefusedProps {
  /** What was thrown; nothing is shown for null. */
  readonly error: unknown;
  /** The person has seen the present report and decides on it; absent where the page itself shows it. */
  readonly onSeen?: (current: ReportView) => void;
}

/** Why an act on a report was refused. */
export function ReportRefused({ error, onSeen }: ReportRefusedProps) {
  const t = useTexts(reportTexts);
  const faultWords = { ...t.faults, ...useTexts(figureTexts).faults };
  const problem = error instanceof ApiProblem ? error : null;
  const details = problem?.problem?.details;
  const current = problem?.code === "revision-stale" ? (details?.current as ReportView | undefined) : undefined;
  if (current !== undefined)
    return (
      <Callout
        tone="caution"
        live="alert"
        actions={onSeen === undefined ? null : <Button onClick={() => onSeen(current)}>{t.seen}</Button>}
      >
        {t.stale}
      </Callout>
    );
  const faults = problem?.code === "report-refused" ? (details?.faults as readonly Fault[] | undefined) : [];
  return (
    <ProblemNote
      error={error}
      words={{
        "transition-refused": t.refused,
        ...(faults && faults.length > 0 && { "report-refused": faults.map((fault) => faultWords[fault]).join(" ") }),
      }}
    />
  );
}

type Fault = PointFault | ArrangementFault | StepFault | FigureFault;
