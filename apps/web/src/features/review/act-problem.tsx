import { useTexts } from "#i18n/i18n.ts";
import { Callout } from "#ui/callout.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { deskTexts } from "./desk.texts.ts";
import { NewerVersion } from "./review-queries.ts";

/** Why an act of the desk was not done. */
export function ActProblem({ error }: { readonly error: unknown }) {
  const t = useTexts(deskTexts);
  if (error instanceof NewerVersion) {
    return (
      <Callout tone="alarm" live="alert">
        {t.newer.refused}
      </Callout>
    );
  }
  return (
    <ProblemNote error={error} words={{ "transition-refused": t.refused, "round-dates-out-of-order": t.dateRefused }} />
  );
}
