import type { getRoundStatus, ResponseOf } from "@avances/contracts";
import type { Formats } from "#lib/format.ts";
import type { receivedTexts } from "./received.texts.ts";

type Row = Pick<
  ResponseOf<typeof getRoundStatus>["countries"][number],
  "firstSubmittedAt" | "timeZone" | "timeliness" | "exempt" | "dueOn"
>;
type Words = (typeof receivedTexts)["en"];

/**
 * When the report was first received, in the capital's time; or, if it is late and was never received, the words of the closing message. Null: it was
 * not, and nobody is late.
 */
export function receivedWords(
  { firstSubmittedAt, timeZone, timeliness }: Omit<Row, "exempt" | "dueOn">,
  t: Words,
  f: Pick<Formats, "instant">,
): string | null {
  if (firstSubmittedAt !== null) return f.instant(firstSubmittedAt, timeZone);
  return timeliness.kind === "overdue" ? t.notReceived : null;
}

/** By when it is due; null = it is not: whoever is exempt owes none, whatever day its round names. */
export const dueWords = (
  { exempt, dueOn }: Pick<Row, "exempt" | "dueOn">,
  f: Pick<Formats, "shortDate">,
): string | null => (exempt ? null : f.shortDate(dueOn));
