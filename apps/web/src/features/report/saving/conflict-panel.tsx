import type { Indicator } from "@avances/domain/catalogue";
import { Colleagues } from "../together/colleagues.tsx";
import { ClashNote } from "../together/later-clash.ts";
import { NewsHere } from "../together/news-here.tsx";
import { useEntryPart } from "./use-answer-store.ts";

/** What others do to this answer: who else is at it, what they saved under the cursor, and the clash when two people answered. */
export function ConflictPanel({ indicator }: { readonly indicator: Indicator }) {
  const { code } = indicator;
  const isClash = useEntryPart(code, ({ queue, settled }) => queue.trouble?.kind === "conflict" || settled !== null);
  return (
    <>
      <Colleagues code={code} />
      <NewsHere code={code} />
      {isClash ? <ClashNote code={code} /> : null}
    </>
  );
}
