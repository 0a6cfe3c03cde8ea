import { type ReactNode, Suspense } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useOfBrowser } from "#lib/of-browser.ts";
import { uiTexts } from "./ui.texts.ts";

interface InBrowserProps {
  /** Has the size of what it stands for, so that nothing moves. */
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/** For drawings that measure their place: the server draws the fallback, and the browser the rest, once it is loaded. */
export function InBrowser({ fallback, children }: InBrowserProps) {
  const t = useTexts(uiTexts);
  const isHere = useOfBrowser(() => true, false);
  return isHere ? (
    <Suspense fallback={fallback}>{children}</Suspense>
  ) : (
    <>
      <div data-needs="script">{fallback}</div>
      <noscript>
        <p>{t.needsScript}</p>
      </noscript>
    </>
  );
}
