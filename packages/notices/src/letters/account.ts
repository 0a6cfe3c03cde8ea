import type { Text } from "@avances/domain/catalogue";
import { dayInWords, timeInWords } from "./dates.ts";
import * as en from "./english.ts";
import { type Letter, letter } from "./letter.ts";
import type { Contact } from "./notice-facts.ts";
import * as es from "./spanish.ts";

/** The facts that a mail about an account may use. */
export interface AccountFacts {
  readonly name: string;
  /** How the person is greeted, without the colon; null or absent = by the name. */
  readonly salutation?: string | null;
  readonly contact: Contact | null;
  readonly now: Date;
  /** Whose clocks the times follow: the capital of the person's country; null = UTC. */
  readonly place: { readonly timeZone: string; readonly capital: Text } | null;
}

export interface TicketFacts extends AccountFacts {
  readonly expiresAt: Date;
}

/** A letter about an account with these blocks. */
export const english = (facts: AccountFacts, subject: string, ...blocks: readonly string[]): Letter =>
  letter(subject, en.salutation(greeted(facts)), ...blocks.map(trimmed), en.signature);
export const spanish = (facts: AccountFacts, subject: string, ...blocks: readonly string[]): Letter =>
  letter(subject, es.salutation(greeted(facts)), ...blocks.map(trimmed), es.signature);
const greeted = ({ name, salutation = null }: AccountFacts) => ({
  ...{ reader: "reporter" as const, readerName: name, readerSalutation: salutation },
});
const trimmed = (text: string) => text.trim();

const zoneOf = ({ place }: AccountFacts) => place?.timeZone ?? "UTC";
/** By whose clocks. */
export const englishClocks = ({ place }: Pick<AccountFacts, "place">) =>
  place === null ? "UTC" : `(${place.capital.en} time)`;
export const spanishClocks = ({ place }: Pick<AccountFacts, "place">) =>
  place === null ? "UTC" : `(hora de ${place.capital.es})`;
/** `12 February 2027 at 09:00 (San José time)`: in brackets, so that it fits anywhere in a sentence. */
export const englishTime = (facts: AccountFacts, at: Date) =>
  `${dayInWords(at, zoneOf(facts), "en")} at ${timeInWords(at, zoneOf(facts))} ${englishClocks(facts)}`;
export const spanishTime = (facts: AccountFacts, at: Date) =>
  `${dayInWords(at, zoneOf(facts), "es")} a las ${timeInWords(at, zoneOf(facts))} ${spanishClocks(facts)}`;
export const englishReach = ({ contact }: AccountFacts) => (contact === null ? "" : en.writeTo(contact));
export const spanishReach = ({ contact }: AccountFacts) => (contact === null ? "" : es.writeTo(contact));
