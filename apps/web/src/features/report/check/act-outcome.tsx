import { useTexts } from "#i18n/i18n.ts";
import { ActRefused } from "#ui/act-refused.tsx";
import { Callout } from "#ui/callout.tsx";
import { ChangedAnswers } from "./changed-answers.tsx";
import { checkTexts } from "./check.texts.ts";
import type { DeclaredState } from "./use-declared-act.ts";

/** What became of the act, above its button: what changed meanwhile, why it was refused, whether it arrived. */
export function ActOutcome({ state, words }: { readonly state: DeclaredState; readonly words: "submit" | "signing" }) {
  const t = useTexts(checkTexts)[words].outcome;
  const { outcome, changed, isRefused, error, fits, goOn } = state;
  return (
    <>
      {changed.length > 0 ? <ChangedAnswers codes={changed} isRefused={isRefused} /> : null}
      {outcome === "changed" ? (
        <ActRefused error={error} fits={fits} onSeen={goOn} />
      ) : outcome === "idle" || isRefused || outcome === "answersChanged" ? null : (
        <Callout tone={outcome === "checking" ? "info" : "alarm"} live="alert">
          {t[outcome]}
        </Callout>
      )}
    </>
  );
}
