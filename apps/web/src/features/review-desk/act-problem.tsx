import { judgeTransition, type TransitionName } from "@avances/domain/submission";
import { useTexts } from "#i18n/i18n.ts";
import { ActRefused } from "#ui/act-refused.tsx";
import { deskTexts } from "./desk.texts.ts";

interface ActProblemProps {
  readonly error: unknown;
  readonly act: TransitionName;
  /** Version whose answers are shown. */
  readonly version: number;
  readonly onSeen: (revision: number) => void;
}

/** Why an act of the Secretariat failed. A version that nobody has read cannot be decided on here: it must be read first. */
export function ActProblem({ error, act, version, onSeen }: ActProblemProps) {
  const t = useTexts(deskTexts);
  return (
    <ActRefused
      error={error}
      words={{
        "transition-refused": t.refused,
        "round-dates-out-of-order": t.dateRefused,
        "publication-too-early": t.tooEarly,
      }}
      fits={(now) =>
        judgeTransition(act, now.status, "secretariat").allowed && (now.version === version || ("look" as const))
      }
      onSeen={onSeen}
    />
  );
}
