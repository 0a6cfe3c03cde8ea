import type { Indicator } from "@avances/domain/catalogue";
import { ClashNote } from "../together/later-clash.ts";
import { ColleaguesHere, NewsUnderCursor } from "../together/others-here.tsx";
import { useEntryPart } from "./use-answer-store.ts";

/** What others do to this answer: who else is at it, what they saved under the cursor, and the clash when two people answered. */
export function ConflictPanel({ indicator }: { readonly indicator: Indicator }) {
  const { code } = indicator;
  const isClash = useEntryPart(code, ({ queue, settled }) => queue.trouble?.kind === "conflict" || settled !== null);
  return (
    <>
      <ColleaguesHere code={code} />
      <NewsUnderCursor code={code} />
      {isClash ? <ClashNote code={code} /> : null}
    </>
  );
}
