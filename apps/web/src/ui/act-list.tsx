import type { ActView } from "@avances/contracts";
import { isOfSecretariat } from "@avances/domain/access";
import { useTexts } from "#i18n/i18n.ts";
import { type Formats, useFormat } from "#lib/format.ts";
import { actTexts } from "./act.texts.ts";

/** What was done to a report: when, by whom, from what to what, and why. Oldest first. */
export function ActList({ acts }: { readonly acts: readonly ActView[] }) {
  const t = useTexts(actTexts);
  const f = useFormat();
  return (
    <ul>
      {acts.map((act) => (
        <li key={act.revision}>
          {f.instant(act.at)}: {actWords(t, f, act)} {act.reason.trim() === "" ? null : t.why(act.reason)}
        </li>
      ))}
    </ul>
  );
}

/** "Paula Rivas (Technical Secretariat) moved the due date from … to …." */
function actWords(t: (typeof actTexts)["en"], f: Formats, view: ActView) {
  const { byName, byRole } = view;
  return actSentence(t, f, isOfSecretariat(byRole) ? t.who.secretariat(byName) : byName, view);
}

/** The sentence about an act, and the words for the person who did it. */
export function actSentence(
  t: (typeof actTexts)["en"],
  f: Formats,
  who: string,
  { act, before, after }: Pick<ActView, "act" | "before" | "after">,
): string {
  const written = (state: ActView["after"]) => ({
    version: f.number(state.version),
    dueOn: f.date(state.dueOn),
    returnDueOn: f.date(state.returnDueOn ?? state.dueOn),
  });
  return t.act[act](who, written(after), written(before));
}
