import type { ClosingFault } from "@avances/domain/round";
import { useTexts } from "#i18n/i18n.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { closingTexts } from "./close-round.texts.ts";
import { roundActTexts } from "./round-acts.texts.ts";
import type { Round } from "./rounds-queries.ts";

interface RoundActRefusedProps {
  /** The act; nothing is shown until it was refused. */
  readonly act: { readonly error: unknown; readonly reset: () => void };
  /** The person has seen the present round and decides on it. */
  readonly onSeen: (current: Round) => void;
}

/** Why an act on a round failed. If somebody else was quicker, shows the present round, so that nobody decides on dates they have not read. */
export function RoundActRefused({ act: { error, reset }, onSeen }: RoundActRefusedProps) {
  const t = useTexts(roundActTexts);
  const f = useFormat();
  const problem = error instanceof ApiProblem ? error : null;
  const c = useTexts(closingTexts);
  const fault = problem?.code === "closing-refused" ? (problem.problem?.details?.fault as ClosingFault) : undefined;
  const current =
    problem?.code === "revision-stale" ? (problem.problem?.details?.current as Round | undefined) : undefined;
  if (current === undefined)
    return (
      <ProblemNote
        error={error}
        words={{ "round-in-use": t.cancel.used, ...(fault && { "closing-refused": c.fault[fault] }) }}
      />
    );
  return (
    <Callout
      tone="caution"
      live="alert"
      actions={
        <Button
          onClick={() => {
            reset();
            onSeen(current);
          }}
        >
          {t.seen}
        </Button>
      }
    >
      {t.stale(f.date(current.opensOn), f.date(current.dueOn))} {current.closedAt === null ? null : c.fault.closed}
    </Callout>
  );
}
