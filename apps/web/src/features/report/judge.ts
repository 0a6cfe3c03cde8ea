import type { AnswerInput } from "@avances/contracts";
import {
  type Answer,
  type Answers,
  blocksSubmission,
  type CheckInput,
  type Finding,
  type RunningCheck,
  recheck,
  startCheck,
} from "@avances/domain/answer";
import type { IndicatorCode } from "@avances/domain/catalogue";
import { saidAnswers } from "#lib/said-answers.ts";
import type { AnswerEntry, AnswerStore } from "./saving/answer-store.ts";

/** The answers as this page has them, and what the rules say about them. */
export interface Judged {
  /** Saved or being saved; what is still being typed is not among them. */
  readonly answers: Answers;
  /** Only those that concern nothing but indicators the reader sees. */
  readonly findings: readonly Finding[];
  /** By the indicator at which each is shown: the same list until one of its findings changes. */
  readonly at: ReadonlyMap<IndicatorCode, readonly Finding[]>;
}

export interface Judge {
  /** Calls when an answer or a finding changes: not with every key. */
  readonly subscribe: AnswerStore["subscribe"];
  /** The same object until an answer changes: not with every key. */
  readonly now: () => Judged;
}

interface JudgeInput extends Omit<CheckInput, "answers"> {
  readonly store: Pick<AnswerStore, "subscribe" | "entries">;
  /** The indicators that this reader sees; rules of the whole catalogue are checked. */
  readonly seen: ReadonlySet<IndicatorCode>;
}

/** Checks a report by the server's own rules while it is being written: only what changed, and what it touches. */
export function makeJudge({ store, seen, ...facts }: JudgeInput): Judge {
  let of: ReadonlyMap<IndicatorCode, AnswerEntry> | null = null;
  let said: ReadonlyMap<IndicatorCode, Said> = new Map();
  let check: RunningCheck | null = null;
  let judged: Judged = { answers: new Map(), findings: [], at: new Map() };

  function now(): Judged {
    const entries = store.entries();
    if (entries === of) return judged;
    of = entries;
    // A key changes a form, and nothing that is wanted: that is found without making anything.
    if (check !== null && [...entries].every(([code, { queue }]) => said.get(code)?.wanted === queue.wanted))
      return judged;
    const next = new Map([...entries].map(([code, { queue }]) => [code, saidOf(code, queue.wanted, said.get(code))]));
    const isChanged = check === null || [...next].some(([code, one]) => one !== said.get(code));
    said = next;
    if (!isChanged) return judged;
    const answers = new Map([...next].flatMap(([code, { answer }]) => (answer === null ? [] : [[code, answer]])));
    const input: CheckInput = { ...facts, answers };
    check = check === null ? startCheck(input) : recheck(check, input);
    const findings = check.findings.filter(({ indicators }) => indicators.every((code) => seen.has(code)));
    judged = { answers, findings, at: byPlace(findings, judged.at) };
    return judged;
  }

  const listeners = new Set<() => void>();
  let told = judged;
  let stop: () => void = () => undefined;
  const look = () => {
    if (now() === told) return;
    told = judged;
    for (const listener of listeners) listener();
  };
  function subscribe(listener: () => void): () => void {
    if (listeners.size === 0) {
      told = now();
      stop = store.subscribe(look);
    }
    listeners.add(listener);
    return () => {
      if (listeners.delete(listener) && listeners.size === 0) stop();
    };
  }

  return { subscribe, now };
}

interface Said {
  readonly wanted: AnswerInput;
  /** Null when it is not reported. */
  readonly answer: Answer | null;
}

/** The same object as before while the same is wanted, so that the check knows what changed. */
function saidOf(code: IndicatorCode, wanted: AnswerInput, before: Said | undefined): Said {
  if (before?.wanted === wanted) return before;
  return { wanted, answer: saidAnswers([{ ...wanted, indicatorCode: code }]).get(code) ?? null };
}

function byPlace(findings: readonly Finding[], before: Judged["at"]): Judged["at"] {
  const at = new Map<IndicatorCode, Finding[]>();
  for (const finding of findings) {
    const code = finding.indicators[0] ?? "";
    const here = at.get(code);
    if (here === undefined) at.set(code, [finding]);
    else here.push(finding);
  }
  return new Map(
    [...at].map(([code, here]) => {
      const was = before.get(code);
      const isSame = was?.length === here.length && was.every((finding, place) => finding === here[place]);
      return [code, isSame ? was : here];
    }),
  );
}

/** What the rules want at one indicator: a correction, an explanation, or only a second look. */
export type Found = "error" | "explain" | "warning";

/** The gravest of it; null when there is nothing left to do. A warning that was explained is settled. */
export function foundAt({ at, answers }: Judged, code: IndicatorCode): Found | null {
  const here = at.get(code) ?? [];
  if (here.some(({ severity }) => severity === "error")) return "error";
  if (here.some((finding) => blocksSubmission(finding, answers))) return "explain";
  return here.some(({ requiresComment }) => !requiresComment) ? "warning" : null;
}
