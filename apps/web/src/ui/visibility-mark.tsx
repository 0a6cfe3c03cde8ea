import type { MatterHead } from "@avances/contracts";
import { useTexts } from "#i18n/i18n.ts";
import { matterTexts } from "./matter.texts.ts";

type Shown = Pick<MatterHead, "visibility" | "state">;

/** Who reads it, or will once it is filed; that it was withdrawn. Said here and nowhere else. */
export function VisibilityMark({ visibility, state }: Shown) {
  const t = useTexts(matterTexts);
  if (state === "withdrawn") return t.states.withdrawn;
  const who = t.levels[visibility];
  return state === "draft" ? `${t.states.draft}. ${t.willSee(who)}` : t.doesSee(who);
}
