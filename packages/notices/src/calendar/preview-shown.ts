import type { Recipient } from "@avances/db/queries/recipient-queries";
import type { Language, Text } from "@avances/domain/catalogue";
import { addDays, audienceFacts, type CalendarDate, localDate, localTime } from "@avances/domain/round";
import { type Block, type Letter, unmarked } from "../letters/letter.ts";
import { linkWords } from "../letters/link-words.ts";
import { readBody, textOf } from "../letters/mail-body.ts";
import { demonstrationNote } from "../letters/new-mail.ts";
import { ticketPlace } from "../letters/ticket.ts";
import type { Addressee } from "./recipients.ts";

/** What of a preview is not so in the portal at this moment. */
export type Assumption =
  | "moment"
  | "status"
  | "progress"
  | "extension"
  | "return_date"
  | "withdrawal"
  | "obligation"
  | "recipient"
  // Of requests of the Network: by when it is awaited, what was filed, that it was sent and awaits an answer, that the country owes it.
  | "awaited_by"
  | "filed"
  | "sent"
  | "owed";

export interface PreviewedWording {
  /** Null = it is about no round. */
  readonly roundYear: number | null;
  /** When it would be written. */
  readonly writtenAt: Date;
  readonly recipient: string;
  readonly assumed: readonly Assumption[];
  /** False: in this state the message has the built-in words, whatever was typed. */
  readonly wordsStand: boolean;
  readonly subject: string;
  readonly blocks: readonly Block[];
  readonly bodyText: string;
}

/** As the secretariat reads it: without the link that belongs to its addressee, and without the parts that the country alone reads. */
export function shown(letter: Letter<Block>, language: Language, isDemonstration: boolean) {
  const { removed } = linkWords[language];
  const blocks = letter.paragraphs.map((block) =>
    typeof block === "string" ? block.replaceAll(ticketPlace, () => removed) : block,
  );
  const note = demonstrationNote[language];
  const all = isDemonstration ? [note.body, ...blocks] : blocks;
  return {
    subject: isDemonstration ? `${note.subject} ${unmarked(letter.subject)}` : letter.subject,
    blocks: all,
    bodyText: readBody(textOf(all), language),
  };
}

/** Days from its date on which a reminder by hand is shown, when this day does not do. */
const daysBeside = 3;

/** When a message that a person sends is shown: now, or near its date when that is on the other side. */
export function momentByHand(date: CalendarDate, side: "past" | "to_come", timeZone: string, now: Date): Date {
  const isPast = localDate(now, timeZone) > date;
  if (isPast === (side === "past")) return now;
  return localTime(addDays(date, side === "past" ? daysBeside : -daysBeside), "09:00", timeZone);
}

const noName: Text = { en: "(name of the focal point)", es: "(nombre del punto focal)" };

/** Where nobody has an account yet. */
export function nobody(country: string, language: Language): Recipient & Pick<Addressee, "audience"> {
  return {
    id: "preview",
    email: "",
    displayName: noName[language],
    salutation: null,
    language,
    countryCode: country,
    role: audienceFacts.focal_point.role,
    createdAt: new Date(0),
    audience: "focal_point",
  };
}
