import type { Indicator } from "@avances/domain/catalogue";
import { ClashNote } from "../together/clash-note.tsx";
import { Colleagues } from "../together/colleagues.tsx";
import { NewsHere } from "../together/news-here.tsx";

/** What others do to this answer: who else is at it, what they saved under the cursor, and the clash when two people answered. */
export function ConflictPanel({ indicator }: { readonly indicator: Indicator }) {
  return (
    <>
      <Colleagues code={indicator.code} />
      <NewsHere code={indicator.code} />
      <ClashNote code={indicator.code} />
    </>
  );
}
