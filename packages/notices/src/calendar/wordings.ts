import type { Tx } from "@avances/db";
import type { NewMailRow } from "@avances/db/queries/rows";
import { findWords, listWordingsInForce } from "@avances/db/queries/wording-queries";
import type { Language } from "@avances/domain/catalogue";
import { DomainError } from "@avances/domain/domain-error";
import { localDate } from "@avances/domain/round";
import type { Wording, WordingKind } from "@avances/domain/wording";

/** Words that the secretariat has written, and the version in which they are kept. */
export interface WrittenWording extends Wording {
  readonly id: string;
}

/** The words in force for such messages in a language; null = the built-in ones. */
export type Wordings = (kind: WordingKind, language: Language) => WrittenWording | null;

/** Reads the words in force. A message keeps those with which it is written: later ones hold for the messages that are written later. */
export async function loadWordings(tx: Tx): Promise<Wordings> {
  const rows = await listWordingsInForce(tx);
  const byKind = new Map(
    rows.map(({ id, kind, language, words }) => [`${kind} ${language}`, words === null ? null : { id, ...words }]),
  );
  return (kind, language) => byKind.get(`${kind} ${language}`) ?? null;
}

/** A message that is in the outbox: when it was made, and with which version of the words; null = the built-in ones. */
export interface MadeWith {
  readonly createdAt: Date;
  readonly wordingId: string | null;
}

/** The words with which a message is written anew before it leaves: on the day on which it was made its own, on a later one those in force. */
export async function wordingsOfMade(
  tx: Tx,
  { createdAt, wordingId }: MadeWith,
  timeZone: string,
  now: Date,
): Promise<Wordings> {
  if (localDate(createdAt, timeZone) !== localDate(now, timeZone)) return loadWordings(tx);
  const kept = wordingId === null ? undefined : await findWords(tx, wordingId);
  return (kind, language) =>
    kept?.words && kept.kind === kind && kept.language === language ? { id: kept.id, ...kept.words } : null;
}

/** The versions of the secretariat's words in these messages. */
export function versionsIn(mails: readonly Pick<NewMailRow, "wordingId">[]): readonly string[] {
  return [...new Set(mails.flatMap(({ wordingId }) => wordingId ?? []))].sort();
}

/** Throws `words-changed` when the messages have other versions than those that the preview showed. `seen`: undefined = whoever sends does not compare. */
export function refuseOtherWords(versions: readonly string[], seen: readonly string[] | undefined): void {
  if (seen !== undefined && [...seen].sort().join() !== versions.join()) throw new DomainError("words-changed");
}
