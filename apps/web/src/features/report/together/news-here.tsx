import type { IndicatorCode } from "@avances/domain/catalogue";
import { useSyncExternalStore } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { stay } from "#lib/stay.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { useReportFacts } from "../report-context.ts";
import { togetherTexts } from "./together.texts.ts";
import { togetherOf } from "./together-store.ts";
import { showHeld } from "./use-together.ts";

/** Somebody saved this answer while the cursor stands in it: it is said, and shown when the cursor leaves, or now. */
export function NewsHere({ code }: { readonly code: IndicatorCode }) {
  const t = useTexts(togetherTexts).news;
  const f = useFormat();
  const { view } = useReportFacts();
  const { id } = view.submission;
  const together = togetherOf(id);
  const isHeld = useSyncExternalStore(together.subscribe, () => together.now().held.has(code));
  const answer = view.answers.find(({ indicatorCode }) => indicatorCode === code);
  if (!isHeld || answer === undefined) return null;
  const time = f.time(answer.updatedAt);
  return (
    <Callout
      tone="caution"
      live="status"
      title={together.now().own.has(code) ? t.heldOwn(time) : t.held(answer.updatedByName, time)}
      actions={
        <Button
          size="small"
          onClick={(event) => {
            stay(event.currentTarget);
            showHeld(id);
          }}
        >
          {t.show}
        </Button>
      }
    >
      {t.heldText}
    </Callout>
  );
}
