import type { Indicator } from "@avances/domain/catalogue";
import { lazy, Suspense, useState } from "react";
import { Button } from "#ui/button.tsx";
import { useReportFacts } from "../report-context.ts";
import { useEntries, useStore } from "../saving/use-answer-store.ts";
import { confirmable, silenceable } from "./many.ts";

// Seldom used, so loaded when they are.
const ConfirmMany = lazy(() => import("./confirm-many.tsx").then((m) => ({ default: m.ConfirmMany })));
const NothingToReport = lazy(() => import("./nothing-to-report.tsx").then((m) => ({ default: m.NothingToReport })));

interface ConfirmActProps {
  readonly indicators: readonly Indicator[];
  readonly label: (n: number) => string;
}

/** The key that leads to the list of what can be confirmed unchanged; nothing where there is nothing. */
export function ConfirmAct({ indicators, label }: ConfirmActProps) {
  const facts = useReportFacts();
  const entries = useEntries(useStore());
  const [isAsked, setAsked] = useState(false);
  const items = confirmable(indicators, facts, entries);
  if (items.length === 0) return null;
  return (
    <>
      <Button size="small" variant="quiet" onClick={() => setAsked(true)}>
        {label(items.length)}
      </Button>
      {isAsked ? (
        <Suspense fallback={null}>
          <ConfirmMany items={items} onClose={() => setAsked(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

interface NothingActProps {
  readonly indicators: readonly Indicator[];
  /** The section, or "report". */
  readonly scope: string;
  readonly label: string;
  readonly question?: string;
}

/** The key that leads to "nothing to report" for what nobody has begun; nothing where everything is begun or answered. */
export function NothingAct({ indicators, scope, label, question }: NothingActProps) {
  const facts = useReportFacts();
  const entries = useEntries(useStore());
  const [isAsked, setAsked] = useState(false);
  const silent = silenceable(indicators, facts, entries);
  if (silent.length === 0) return null;
  return (
    <>
      {question}{" "}
      <Button size="small" variant="quiet" onClick={() => setAsked(true)}>
        {label}
      </Button>
      {isAsked ? (
        <Suspense fallback={null}>
          <NothingToReport indicators={silent} scope={scope} onClose={() => setAsked(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
