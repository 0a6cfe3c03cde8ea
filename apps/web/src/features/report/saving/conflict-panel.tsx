import type { Indicator } from "@avances/domain/catalogue";
import { ClashNote } from "../together/later-clash.ts";
import { ColleaguesHere, NewsUnderCursor } from "../together/others-here.tsx";
import { useEntryPart } from "./use-answer-store.ts";

/** What others do to this answer: who else is at it, what they saved under the cursor, and the clash when two people answered. */
export function ConflictPanel({ indicator }: { readonly indicator: Indicator }) {
  const { code } = indicator;
  const isOpen = useEntryPart(code, ({ queue }) => queue.trouble?.kind === "conflict");
  const isSettled = useEntryPart(code, ({ settled }) => settled !== null);
  return (
    <>
      <ColleaguesHere code={code} />
      <NewsUnderCursor code={code} />
      {isOpen || isSettled ? (
        // Whoever comes to this answer comes to the choice (`go-to-answer.ts`).
        <div data-clash={isOpen || undefined} tabIndex={-1}>
          <ClashNote code={code} />
        </div>
      ) : null}
    </>
  );
}
