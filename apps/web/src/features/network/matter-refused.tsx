import { useTexts } from "#i18n/i18n.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { askedDetails } from "#ui/details-question.tsx";
import { matterTexts } from "#ui/matter.texts.ts";
import { ProblemNote } from "#ui/problem-note.tsx";
import type { MatterSays } from "./matter.ts";
import { putTexts } from "./put.texts.ts";

interface MatterRefusedProps {
  readonly error: unknown;
  /** Takes note of it as it is now; the next try is about that. Absent where nothing was decided on a revision. */
  readonly onSeen?: (revision: number, heard?: number) => void;
  /** The revision that was decided on. If it is still that one, others said something to it meanwhile. */
  readonly decidedOn?: number;
  /** Those that only its kind can have. */
  readonly faults?: MatterSays["faults"] | undefined;
}

/** A refused act on a matter. Questions about persons are asked where the words stand. */
export function MatterRefused({ error, onSeen, decidedOn, faults: ofKind }: MatterRefusedProps) {
  const t = useTexts(putTexts);
  const m = useTexts(matterTexts);
  if (askedDetails(error).length > 0) return null;
  const problem = error instanceof ApiProblem ? error : null;
  const details = problem?.problem?.details;
  const current =
    problem?.code === "revision-stale"
      ? (details?.current as { revision: number; heard?: number } | undefined)
      : undefined;
  if (current !== undefined && onSeen !== undefined)
    return (
      <Callout
        tone="caution"
        live="alert"
        actions={<Button onClick={() => onSeen(current.revision, current.heard)}>{t.seenIt}</Button>}
      >
        {current.revision === decidedOn ? t.answered : t.stale}
      </Callout>
    );
  const words: Readonly<Record<string, string>> = { ...m.faults, ...ofKind };
  const faults = problem?.code === "matter-refused" ? (details?.faults as readonly string[] | undefined) : [];
  return (
    <ProblemNote
      error={error}
      words={{
        ...{ "transition-refused": t.refused, "not-allowed": t.notAllowed, "words-changed": t.translate.changed },
        ...(faults && faults.length > 0 && { "matter-refused": faults.map((fault) => words[fault]).join(" ") }),
      }}
    />
  );
}
