import { type PersonalDetail, personalDetailKinds } from "@avances/domain/text";
import { useTexts } from "#i18n/i18n.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { Button } from "./button.tsx";
import { Callout } from "./callout.tsx";
import { matterTexts } from "./matter.texts.ts";

/** The kinds of personal details that the server asks about; empty = it does not. */
export function askedDetails(error: unknown): readonly PersonalDetail[] {
  if (!(error instanceof ApiProblem) || error.code !== "personal-details") return [];
  const found = error.problem?.details?.found;
  return personalDetailKinds.filter((kind) => Array.isArray(found) && found.includes(kind));
}

interface DetailsQuestionProps {
  readonly error: unknown;
  /** Says that these may stand, and sends again. */
  readonly onKeep: (kinds: readonly PersonalDetail[]) => void;
}

/** Words that seem to hold details of a person are questioned before they are kept; whoever wrote them may say that they stand. */
export function DetailsQuestion({ error, onKeep }: DetailsQuestionProps) {
  const t = useTexts(matterTexts).details;
  const f = useFormat();
  const found = askedDetails(error);
  if (found.length === 0) return null;
  return (
    <Callout
      tone="caution"
      live="alert"
      title={t.title}
      actions={<Button onClick={() => onKeep(found)}>{t.keep}</Button>}
    >
      <p>{t.text(f.list(found.map((kind) => t.kinds[kind])))}</p>
    </Callout>
  );
}
