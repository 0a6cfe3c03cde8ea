import type { MeetingView } from "@avances/contracts";
import type { MeetingFault } from "@avances/domain/network";
import { useTexts } from "#i18n/i18n.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { useServerNow } from "#lib/use-server-now.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { askedDetails } from "#ui/details-question.tsx";
import { meetingTexts } from "#ui/meeting.texts.ts";
import { meetingSentence } from "#ui/meeting-words.ts";
import { ProblemNote } from "#ui/problem-note.tsx";
import { networkTexts } from "./network.texts.ts";

interface MeetingRefusedProps {
  /** What was thrown; nothing is shown for null. */
  readonly error: unknown;
  readonly nameOf: (code: string) => string;
  /** The person has seen the present meeting and decides on it; absent where there is none to see yet. */
  readonly onSeen?: (current: MeetingView) => void;
}

/** Why an act on a meeting was refused; questions about persons are asked where the words stand. If somebody else was quicker, the meeting as it is now: nobody decides on what they have not read. */
export function MeetingRefused({ error, nameOf, onSeen }: MeetingRefusedProps) {
  const t = useTexts(networkTexts);
  const m = useTexts(meetingTexts);
  const f = useFormat();
  const now = useServerNow();
  if (askedDetails(error).length > 0) return null;
  const problem = error instanceof ApiProblem ? error : null;
  const details = problem?.problem?.details;
  const current = problem?.code === "revision-stale" ? (details?.current as MeetingView | undefined) : undefined;
  if (current !== undefined && onSeen !== undefined)
    return (
      <Callout tone="caution" live="alert" actions={<Button onClick={() => onSeen(current)}>{t.seen}</Button>}>
        {t.stale(meetingSentence(m, f, { meeting: current, now, nameOf }))}
      </Callout>
    );
  const faults = problem?.code === "meeting-refused" ? (details?.faults as readonly MeetingFault[] | undefined) : [];
  return (
    <ProblemNote
      error={error}
      words={{
        "transition-refused": t.refused,
        // The form has judged by the same rules: somebody has changed what it judged by.
        "agenda-refused": t.agendaRefused,
        ...(faults && faults.length > 0 && { "meeting-refused": faults.map((fault) => t.faults[fault]).join(" ") }),
      }}
    />
  );
}
