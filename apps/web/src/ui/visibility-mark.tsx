import type { MatterHead } from "@avances/contracts";
import type { MatterState } from "@avances/domain/network";
import { useTexts } from "#i18n/i18n.ts";
import { matterTexts } from "./matter.texts.ts";

type Shown = Pick<MatterHead, "visibility" | "state">;

/** Who reads it, or will once it is filed; that it was withdrawn. Said here and nowhere else. */
export function VisibilityMark({ visibility, state }: Shown) {
  const t = useTexts(matterTexts);
  const who = t.levels[visibility];
  const words: Readonly<Record<MatterState, string>> = {
    draft: `${t.states.draft}. ${t.willSee(who)}`,
    filed: t.doesSee(who),
    withdrawn: t.states.withdrawn,
  };
  return words[state];
}
