import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { roundWords } from "#lib/round-words.ts";
import { Button } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { regionTexts } from "./region.texts.ts";
import type { FailedComparison } from "./use-compared-with.ts";

/** In place of what needs a comparison that could not be loaded. */
export function NotCompared({ failed, retry, isRetrying }: FailedComparison) {
  const t = useTexts(regionTexts);
  const lang = useLanguage();
  return (
    <div role="alert">
      <EmptyState
        title={t.notCompared(roundWords[lang].data(failed))}
        actions={
          <Button busy={isRetrying} onClick={retry} data-print="no">
            {t.retry}
          </Button>
        }
      />
    </div>
  );
}
