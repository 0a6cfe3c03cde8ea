import { blocksSubmission } from "@avances/domain/answer";
import type { Indicator } from "@avances/domain/catalogue";
import { textLimits } from "@avances/domain/text";
import { useTexts } from "#i18n/i18n.ts";
import { TextArea } from "#ui/field.tsx";
import { answerTexts } from "../answer.texts.ts";
import { commentLabel } from "../comment-label.ts";
import { useFindingsAt, useReportFacts } from "../report-context.ts";
import { useEntryPart, useStore } from "../saving/use-answer-store.ts";
import styles from "./findings-list.module.css";
import { insideTexts } from "./inside.texts.ts";
import { usePersonCaution } from "./use-person-caution.tsx";

/** The comment on the answer. Says when a warning requires one. */
export function CommentField({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts(insideTexts);
  const words = useTexts(answerTexts);
  const caution = usePersonCaution();
  const { answers } = useReportFacts();
  const store = useStore();
  const comment = useEntryPart(indicator.code, ({ draft }) => draft.comment);
  const isWaiting = useFindingsAt(indicator.code).some(
    (finding) => finding.requiresComment && blocksSubmission(finding, answers),
  );
  return (
    <TextArea
      label={commentLabel(words, indicator)}
      optional={!isWaiting}
      help={isWaiting ? <span className={styles.needed}>{t.comment.needed}</span> : t.comment.help}
      rows={2}
      limit={textLimits.comment}
      note={caution(comment)}
      value={comment}
      onChange={(event) => {
        const text = event.target.value;
        store.edit(indicator.code, (draft) => ({ ...draft, comment: text }));
      }}
    />
  );
}
