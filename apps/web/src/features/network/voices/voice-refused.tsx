import type { MatterFault, VoiceFault } from "@avances/domain/network";
import { useTexts } from "#i18n/i18n.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { askedDetails } from "#ui/details-question.tsx";
import { matterTexts } from "#ui/matter.texts.ts";
import { ProblemNote } from "#ui/problem-note.tsx";
import { voicesTexts } from "./voices.texts.ts";

interface VoiceRefusedProps {
  readonly error: unknown;
  /** Takes note of it as it is now; the next try is about that. Absent where nothing was decided on a revision. */
  readonly onSeen?: (revision: number) => void;
}

/** A refused act. Questions about persons are asked where the words stand. */
export function VoiceRefused({ error, onSeen }: VoiceRefusedProps) {
  const t = useTexts(voicesTexts);
  const m = useTexts(matterTexts);
  if (askedDetails(error).length > 0) return null;
  const problem = error instanceof ApiProblem ? error : null;
  const details = problem?.problem?.details;
  const current =
    problem?.code === "revision-stale" ? (details?.current as { revision: number } | undefined) : undefined;
  if (current !== undefined && onSeen !== undefined)
    return (
      <Callout
        tone="caution"
        live="alert"
        actions={<Button onClick={() => onSeen(current.revision)}>{t.seenIt}</Button>}
      >
        {t.stale}
      </Callout>
    );
  const words: Readonly<Record<MatterFault | VoiceFault, string>> = { ...m.faults, ...t.faults };
  const faults = problem?.code === "matter-refused" ? (details?.faults as readonly (keyof typeof words)[]) : [];
  return (
    <ProblemNote
      error={error}
      words={{
        ...{ "transition-refused": t.refused, "not-allowed": t.notAllowed },
        ...(faults.length > 0 && { "matter-refused": faults.map((fault) => words[fault]).join(" ") }),
      }}
    />
  );
}
