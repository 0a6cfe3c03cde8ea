import type { MailReplyView } from "@avances/contracts";
import type { Formats } from "#lib/format.ts";
import type { mailReplyTexts } from "./mail-reply.texts.ts";

/** What came back about a message, as part of a sentence. Days are those of this time zone, or of the reader's own. */
export function mailReplyWords(
  reply: MailReplyView,
  t: (typeof mailReplyTexts)["en"],
  f: Formats,
  now: Date,
  timeZone?: string,
): string {
  const day = f.shortDate(dayAt(new Date(reply.at), timeZone));
  const reason = t.reason[reply.reason ?? "unknown"];
  switch (reply.kind) {
    case "bounced":
      return t.bounced(reason);
    case "delayed":
      return t.delayed(day, reason);
    case "delivered":
      return t.delivered(day);
    case "replied":
      return t.replied(day);
    case "automatic": {
      if (reply.awayUntil === null) return t.automatic(day);
      const until = f.shortDate(reply.awayUntil);
      return reply.awayUntil < dayAt(now, timeZone) ? t.wasAway(until) : t.away(until);
    }
  }
}

/** `2027-02-01`. Its form is that of Swedish: what the domain has for this would come with every page of visitors, which share its file. */
export function dayAt(at: Date, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat("sv-SE", timeZone === undefined ? {} : { timeZone }).format(at);
}
