import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { isShown } from "./desk-answers.ts";
import { useDesk } from "./desk-context.ts";
import { verdictTexts } from "./verdict.texts.ts";

/** How much is marked, and one press that marks as seen what needs no look: unchanged, without a remark of the rules, and not marked yet. */
export function MarkRest() {
  const t = useTexts(verdictTexts);
  const { answers, verdicts, notes } = useDesk();
  const [isTried, setTried] = useState(false);
  const rest = answers.filter(
    (answer) =>
      !isShown(answer, "attention") &&
      answer.now?.state !== "not_applicable" &&
      verdicts.of(answer.indicator.code) === undefined &&
      !notes.questions.has(answer.indicator.code),
  );
  const reservations = verdicts.all.filter(({ verdict }) => verdict === "reservation").length;
  return (
    <div className="stack-s">
      <p className="small">
        {t.progress(verdicts.all.length, answers.length)}
        {reservations > 0 ? `, ${t.reservations(reservations)}` : ""}
      </p>
      {rest.length === 0 ? null : (
        <Button
          size="small"
          busy={verdicts.isPending}
          onClick={() => {
            setTried(true);
            verdicts.mark(
              rest.map(({ indicator }) => ({
                indicatorCode: indicator.code,
                verdict: "seen",
                reason: null,
                words: "",
              })),
              () => announce(t.acceptAllDone(rest.length)),
            );
          }}
        >
          {t.acceptAll(rest.length)}
        </Button>
      )}
      {isTried ? <ProblemNote error={verdicts.error} words={{ "revision-stale": t.stale }} /> : null}
    </div>
  );
}
