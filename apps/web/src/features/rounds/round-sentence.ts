import type { Formats } from "#lib/format.ts";
import type { monitorTexts } from "./monitor.texts.ts";
import type { Counts } from "./rounds-queries.ts";

const parts = ["overdue", "extended", "returned", "inPreparation", "notStarted", "exempt"] as const;

/** "3 of 8 received, 2 late, 1 extended": what is not the case is not said, so that the sentence stays short. */
export function roundSentence(t: (typeof monitorTexts)["en"]["sentence"], f: Formats, counts: Counts): string {
  const others = parts.filter((part) => counts[part] > 0).map((part) => t[part](counts[part]));
  const received = t.received(f.number(counts.received), f.number(counts.expected));
  return `${[received, ...others].join(", ")}.`;
}
