import { useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { newId } from "#lib/new-id.ts";
import { isNumber, isShape, isText } from "#lib/read-kept.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import type { Round } from "../rounds-queries.ts";
import { type Plan, type Preparation, preparationQuery, usePrepare } from "./preparation-queries.ts";
import { proposedPlan } from "./proposed-plan.ts";

/** What was typed and the portal does not have yet: the whole plan as JSON, and the revision that it was typed over. */
interface Typed {
  readonly plan: string;
  readonly revision: number;
}
const nothing: Typed = { plan: "", revision: 0 };
const isTyped = isShape<Typed>({ plan: isText, revision: isNumber });

export interface Preparing {
  readonly view: Preparation;
  /** As it stands on the page: what was typed, else what is kept, else a proposal. */
  readonly plan: Plan;
  readonly change: (part: Partial<Plan>) => void;
  /** The portal has everything that was typed. */
  readonly isKept: boolean;
  /** Nothing was typed and nothing is kept: the page shows what the portal proposes. */
  readonly isProposal: boolean;
  readonly error: unknown;
  /** Forgets what was typed here. */
  readonly forget: () => void;
  /** Somebody else changed it over what was typed here: one of the two is to be chosen. */
  readonly clash: { readonly mine: () => void; readonly theirs: () => void } | null;
}

/** Quiet for so long, then the portal gets what was typed. */
const quietMs = 500;

/**
 * A round that is prepared. Everything typed is kept on the device at once and by the portal a moment later, so that it survives a reload and a colleague
 * sees it; where the portal's is newer than what was typed over, nothing is overwritten until somebody chooses.
 */
export function usePreparation(year: number, copied: Round | undefined): Preparing {
  const { data: view } = useSuspenseQuery(preparationQuery(year));
  const kept = useKeptForm<Typed>({ form: "round", of: [year], empty: nothing, guard: isTyped });
  const saving = usePrepare(year);
  const { plan: text, revision } = kept.value;
  const typed = text === "" ? null : (JSON.parse(text) as Plan);
  const plan = typed ?? view.plan ?? proposedPlan(year, copied, view.facts);
  const isClash = typed !== null && !saving.isPending && revision !== view.revision;
  const present = useRef(kept);
  present.current = kept;
  const { mutate, isPending, isError } = saving;
  useEffect(() => {
    if (text === "" || isPending || isError || isClash) return;
    const timer = setTimeout(
      () =>
        mutate(
          { plan: JSON.parse(text) as Plan, revision, idempotencyKey: newId() },
          {
            onSuccess: (reply) => {
              const now = present.current;
              if (now.value.plan === text) now.change(nothing);
              else now.change({ revision: reply.revision });
            },
          },
        ),
      quietMs,
    );
    return () => clearTimeout(timer);
  }, [text, revision, isPending, isError, isClash, mutate]);
  return {
    view,
    plan,
    change: (part) => {
      // What is on its way goes on: it is told here when it has arrived.
      if (isError) saving.reset();
      kept.change({ plan: JSON.stringify({ ...plan, ...part }), revision: typed === null ? view.revision : revision });
    },
    forget: () => kept.change(nothing),
    isKept: typed === null && view.plan !== null,
    isProposal: typed === null && view.plan === null,
    error: isClash ? null : saving.error,
    clash: isClash
      ? {
          mine: () => {
            saving.reset();
            kept.change({ revision: view.revision });
          },
          theirs: () => {
            saving.reset();
            kept.change(nothing);
          },
        }
      : null,
  };
}
