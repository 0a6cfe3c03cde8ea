import type { Indicator, IndicatorCode } from "@avances/domain/catalogue";
import { ClashNote } from "../together/later-clash.ts";
import { ColleaguesHere, NewsUnderCursor } from "../together/others-here.tsx";
import { useEntryPart } from "./use-answer-store.ts";

/** What others do to this answer: who else is at it, and what they saved under the cursor. */
export function OthersPanel({ indicator: { code } }: { readonly indicator: Indicator }) {
  return (
    <>
      <ColleaguesHere code={code} />
      <NewsUnderCursor code={code} />
    </>
  );
}

/** The choice when two people answered, and the way back afterwards. Above the fields, which may be many: it stands where it is said that there are two. */
export function ClashPanel({ code }: { readonly code: IndicatorCode }) {
  const isOpen = useEntryPart(code, ({ queue }) => queue.trouble?.kind === "conflict");
  const isSettled = useEntryPart(code, ({ settled }) => settled !== null);
  if (!isOpen && !isSettled) return null;
  // Whoever comes to this answer comes to the choice (`go-to-answer.ts`).
  return (
    <div data-clash={isOpen || undefined} tabIndex={-1}>
      <ClashNote code={code} />
    </div>
  );
}
