import type { getRoundStatus, ResponseOf } from "@avances/contracts";
import type { Formats } from "#lib/format.ts";
import type { homeTexts } from "./home.texts.ts";

type Row = Pick<ResponseOf<typeof getRoundStatus>["countries"][number], "firstSubmittedAt" | "timeZone" | "timeliness">;

/** When the report was first received, in the capital's time; or, if it is late and was never received, the words of the closing message. */
export function receivedWords(
  { firstSubmittedAt, timeZone, timeliness }: Row,
  t: Pick<(typeof homeTexts)["en"], "board" | "history">,
  f: Pick<Formats, "instant">,
): string {
  if (firstSubmittedAt !== null) return f.instant(firstSubmittedAt, timeZone);
  return timeliness.kind === "overdue" ? t.board.notReceived : t.history.none;
}
