import type { MatterFault } from "@avances/domain/network";
import { useTexts } from "#i18n/i18n.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { askedDetails } from "#ui/details-question.tsx";
import { matterTexts } from "#ui/matter.texts.ts";
import { ProblemNote } from "#ui/problem-note.tsx";
import { libraryTexts } from "./library.texts.ts";

interface DocumentRefusedProps {
  readonly error: unknown;
  /** Takes note of the document as it is now; the next try is about that one. */
  readonly onSeen: (revision: number) => void;
}

/** A refused act on a document. Questions about persons are asked where the words stand. */
export function DocumentRefused({ error, onSeen }: DocumentRefusedProps) {
  const t = useTexts(libraryTexts);
  const m = useTexts(matterTexts);
  if (askedDetails(error).length > 0) return null;
  const problem = error instanceof ApiProblem ? error : null;
  const details = problem?.problem?.details;
  const current =
    problem?.code === "revision-stale" ? (details?.current as { revision: number } | undefined) : undefined;
  if (current !== undefined)
    return (
      <Callout
        tone="caution"
        live="alert"
        actions={<Button onClick={() => onSeen(current.revision)}>{t.seenIt}</Button>}
      >
        {t.stale}
      </Callout>
    );
  const faults = problem?.code === "matter-refused" ? (details?.faults as readonly MatterFault[] | undefined) : [];
  return (
    <ProblemNote
      error={error}
      words={{
        ...{ "transition-refused": t.refused, "words-changed": t.translate.changed },
        ...(faults && faults.length > 0 && { "matter-refused": faults.map((fault) => m.faults[fault]).join(" ") }),
      }}
    />
  );
}
