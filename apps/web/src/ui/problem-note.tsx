import { useTexts } from "#i18n/i18n.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { Callout } from "./callout.tsx";
import { problemTexts } from "./problem-note.texts.ts";
import { problemWords } from "./problem-words.ts";

interface ProblemNoteProps {
  /** What was thrown; nothing is shown for null. */
  readonly error: unknown;
  /** The page's own words for some refusals, by problem code. */
  readonly words?: Readonly<Record<string, string>> | undefined;
}

/** A refused act, shown where it was tried: what happened, what is safe, what to do. */
export function ProblemNote({ error, words }: ProblemNoteProps) {
  const t = useTexts(problemTexts);
  if (error === null || error === undefined) return null;
  const problem = error instanceof ApiProblem ? error : null;
  const isUnknown = problem?.code === "unreachable";
  const reference = problem !== null && problem.status >= 500 ? problem.problem?.instance : undefined;
  return (
    <Callout tone="alarm" live="alert" title={isUnknown ? t.unknownTitle : t.title}>
      <p>{(problem && words?.[problem.code]) ?? problemWords(problem, t)}</p>
      {reference ? <p className="quiet small">{t.reference(reference)}</p> : null}
    </Callout>
  );
}
