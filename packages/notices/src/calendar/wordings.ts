import type { Tx } from "@avances/db";
import { listWordingsInForce } from "@avances/db/queries/wording-queries";
import type { Language } from "@avances/domain/catalogue";
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
