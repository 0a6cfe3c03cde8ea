import type { VerdictView } from "@avances/contracts";
import { useSuspenseQuery } from "@tanstack/react-query";
import { newId } from "#lib/new-id.ts";
import { type MarkRequest, useMarkAnswers, verdictsQuery } from "./review-queries.ts";

type Mark = MarkRequest["marks"][number];

export interface Verdicts {
  /** The mark on an answer; undefined when there is none, or it was taken back. */
  readonly of: (code: string) => VerdictView | undefined;
  /** Marks answers of the version that is shown. `done` runs once the portal has it. */
  readonly mark: (marks: readonly Omit<Mark, "revision">[], done?: () => void) => void;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly all: readonly VerdictView[];
}

/** What the people of the Secretariat say of the answers of this report. Each change names what was seen, so nobody overwrites a colleague. */
export function useVerdicts(submissionId: string, version: number): Verdicts {
  const { data } = useSuspenseQuery(verdictsQuery(submissionId));
  const act = useMarkAnswers(submissionId);
  const byCode = new Map(data.verdicts.map((one) => [one.indicatorCode, one]));
  const all = data.verdicts.filter(({ verdict }) => verdict !== null);
  return {
    all,
    of: (code) => all.find((one) => one.indicatorCode === code),
    mark: (marks, done) =>
      act.mutate(
        {
          body: {
            version,
            marks: marks.map((mark) => ({ ...mark, revision: byCode.get(mark.indicatorCode)?.revision ?? 0 })),
          },
          idempotencyKey: newId(),
        },
        { onSuccess: () => done?.() },
      ),
    isPending: act.isPending,
    error: act.error,
  };
}
