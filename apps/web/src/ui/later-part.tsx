import { type ReactNode, Suspense } from "react";
import { useTellsReady } from "#lib/page-ready.ts";

interface LaterPartProps {
  readonly fallback?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page that the server draws with the rest, and that is taken over on its own, after what is seen first. */
export function LaterPart({ fallback, children }: LaterPartProps) {
  return (
    <Suspense fallback={fallback}>
      {children}
      <PartEnd />
    </Suspense>
  );
}

/** By this the browser counts the parts of a page that the server drew (`app/take-over.ts`). */
function PartEnd() {
  useTellsReady();
  return <span hidden data-part="" />;
}
