import type { Indicator } from "@avances/domain/catalogue";
import { useCallback, useState } from "react";
import { Button } from "#ui/button.tsx";
import { useReportFacts } from "../report-context.ts";
import { useEntriesPart } from "../saving/use-answer-store.ts";
import { ConfirmMany, NothingToReport } from "./later-parts.ts";
import { confirmable, type Entries, type Proposed, silenceable } from "./many.ts";

interface ConfirmActProps {
  readonly indicators: readonly Indicator[];
  readonly label: (n: number) => string;
}

/** The key that leads to the list of what can be confirmed unchanged; nothing where there is nothing. */
export function ConfirmAct({ indicators, label }: ConfirmActProps) {
  const facts = useReportFacts();
  const [isAsked, setAsked] = useState(false);
  const items = useEntriesPart(
    useCallback((entries: Entries) => confirmable(indicators, facts, entries), [indicators, facts]),
    sameItems,
  );
  if (items.length === 0) return null;
  return (
    <>
      <Button size="small" variant="quiet" onClick={() => setAsked(true)}>
        {label(items.length)}
      </Button>
      {isAsked ? <ConfirmMany items={items} onClose={() => setAsked(false)} /> : null}
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
  const [isAsked, setAsked] = useState(false);
  const silent = useEntriesPart(
    useCallback((entries: Entries) => silenceable(indicators, facts, entries), [indicators, facts]),
    sameMembers,
  );
  if (silent.length === 0) return null;
  return (
    <>
      {question}{" "}
      <Button size="small" variant="quiet" onClick={() => setAsked(true)}>
        {label}
      </Button>
      {isAsked ? <NothingToReport indicators={silent} scope={scope} onClose={() => setAsked(false)} /> : null}
    </>
  );
}

const sameMembers = (some: readonly Indicator[], others: readonly Indicator[]) =>
  some.length === others.length && some.every((one, place) => one === others[place]);

/** A proposal follows from its indicator and the round before, which do not change while the page stands. */
const sameItems = (some: readonly Proposed[], others: readonly Proposed[]) =>
  some.length === others.length && some.every(({ indicator }, place) => indicator === others[place]?.indicator);
