import type { AnswerRow } from "@avances/db/queries/rows";
import { checkSubmission, type Finding } from "@avances/domain/answer";
import { LRUCache } from "lru-cache";

type CheckInput = Parameters<typeof checkSubmission>[0];

interface Remembered {
  readonly of: string;
  readonly previous: CheckInput["previous"];
  readonly findings: readonly Finding[];
}

const remembered = new LRUCache<string, Remembered>({ max: 100 });

/**
 * The domain's check of a working copy, remembered as long as nothing in it changes: every save raises the revision of what it saves, and
 * frozen answers of the last round never change. `rows` are the stored answers behind `input.answers`, as this reader sees them; `key`: the
 * submission, and the reader where what is read depends on who reads.
 */
export function rememberedCheck(
  key: string,
  rows: readonly Pick<AnswerRow, "indicatorCode" | "revision">[],
  input: CheckInput,
): readonly Finding[] {
  const answers = rows.map(({ indicatorCode, revision }) => `${indicatorCode}:${revision}`).join();
  const of = JSON.stringify([input.catalogue.version, input.round, answers]);
  const known = remembered.get(key);
  if (known?.of === of && known.previous === input.previous) return known.findings;
  const findings = checkSubmission(input);
  remembered.set(key, { of, previous: input.previous, findings });
  return findings;
}
