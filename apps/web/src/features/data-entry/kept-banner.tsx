import { useTexts } from "#i18n/i18n.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { dataEntryTexts } from "./data-entry.texts.ts";
import { useEntries, useStore } from "./use-answer-store.ts";

/** No connection: says how many answers wait on this computer, and that nothing is lost. */
export function KeptBanner() {
  const t = useTexts(dataEntryTexts);
  const store = useStore();
  const waiting = [...useEntries(store).values()].filter(({ queue }) => queue.trouble?.kind === "offline");
  if (waiting.length === 0) return null;
  return (
    <Callout
      tone="caution"
      live="status"
      title={t.kept.banner(waiting.length)}
      actions={
        <Button
          size="small"
          onClick={() => {
            for (const { indicator } of waiting) store.retry(indicator.code);
          }}
        >
          {t.kept.retry}
        </Button>
      }
    >
      {t.kept.text}
    </Callout>
  );
}
