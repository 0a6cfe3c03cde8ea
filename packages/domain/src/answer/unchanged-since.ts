import type { IndicatorCode } from "../catalogue/catalogue.ts";
import type { Answer, Answers } from "./answer.ts";
import { isCounted } from "./counted-value.ts";

/** A round of a country before the present one. */
export interface EarlierRound {
  /** Year that names the round. */
  readonly year: number;
  /** The answers of its accepted version; null when none was accepted. */
  readonly answers: Answers | null;
}

/**
 * The year of the round since which every round said the same as the latest one. `rounds` are the country's rounds before the present
 * one, newest first. A round without an accepted version, or without this answer, ends the search: what it would have said is unknown.
 * Null when already the latest of them has no accepted answer.
 */
export function unchangedSince(rounds: readonly EarlierRound[], code: IndicatorCode): number | null {
  const latest = rounds[0]?.answers?.get(code);
  if (latest === undefined) return null;
  let since: number | null = null;
  for (const { year, answers } of rounds) {
    const answer = answers?.get(code);
    if (answer === undefined || !saysTheSame(answer, latest)) break;
    since = year;
  }
  return since;
}

/**
 * Do two answers say the same: the same value, or no value for the same reason? Comments, evidence and which figures were computed may
 * differ.
 */
export function saysTheSame(one: Omit<Answer, "indicatorCode">, other: Omit<Answer, "indicatorCode">): boolean {
  if (one.state !== other.state) return false;
  if (one.state !== "reported") return one.reason.trim() === other.reason.trim();
  return JSON.stringify(inOneOrder(saidIn(one))) === JSON.stringify(inOneOrder(saidIn(other)));
}

function saidIn({ value }: Pick<Answer, "value">): unknown {
  if (!isCounted(value)) return value;
  const { computed: _, ...figures } = value;
  return figures;
}

/** The same content with its keys in one order. */
function inOneOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOneOrder);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, inOneOrder(part)]));
}
