import { type CommitmentFault, commitmentFaultKinds, type MatterFault } from "@avances/domain/network";
import { useTexts } from "#i18n/i18n.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { askedDetails } from "#ui/details-question.tsx";
import { matterTexts } from "#ui/matter.texts.ts";
import { ProblemNote } from "#ui/problem-note.tsx";
import { messagePreviewTexts } from "../message-preview.texts.ts";
import { commitmentsTexts } from "./commitments.texts.ts";

interface CommitmentRefusedProps {
  readonly error: unknown;
  /** Takes note of the commitment as it is now; the next try is about that one. */
  readonly onSeen: (revision: number) => void;
  readonly words?: Readonly<Record<string, string>>;
}

/** A refused act on a commitment. Questions about persons are asked where the words stand. */
export function CommitmentRefused({ error, onSeen, words = {} }: CommitmentRefusedProps) {
  const t = useTexts(commitmentsTexts);
  const m = useTexts(matterTexts);
  const { wordsChanged } = useTexts(messagePreviewTexts);
  if (askedDetails(error).length > 0) return null;
  const problem = error instanceof ApiProblem ? error : null;
  const details = problem?.problem?.details;
  if (problem?.code === "revision-stale") {
    const current = details?.current as { readonly revision: number } | undefined;
    if (current !== undefined)
      return (
        <Callout
          tone="caution"
          live="alert"
          actions={<Button onClick={() => onSeen(current.revision)}>{t.seen}</Button>}
        >
          {t.stale}
        </Callout>
      );
  }
  const faults = (problem?.code === "commitment-refused" ? details?.faults : []) as readonly (
    | CommitmentFault
    | MatterFault
  )[];
  const isOwn = (fault: string): fault is CommitmentFault => commitmentFaultKinds.some((one) => one === fault);
  const said = faults.map((fault) => (isOwn(fault) ? t.faults[fault] : m.faults[fault]));
  return (
    <ProblemNote
      error={error}
      words={{
        ...{ "transition-refused": t.refused, "words-changed": wordsChanged },
        ...(said.length > 0 && { "commitment-refused": said.join(" ") }),
        ...words,
      }}
    />
  );
}
