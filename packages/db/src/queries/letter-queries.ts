import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { exchange, letter, letterNumber } from "../schema/index.ts";
import type { ExchangeRow, LetterRow } from "./rows.ts";

/** The next number of a year. Whoever asks next waits until this transaction ends; if it is undone, the number is given again. */
export async function takeLetterNumber(tx: Tx, year: number): Promise<number> {
  const [row] = await tx
    .insert(letterNumber)
    .values({ year, last: 1 })
    .onConflictDoUpdate({ target: letterNumber.year, set: { last: sql`${letterNumber.last} + 1` } })
    .returning({ last: letterNumber.last });
  if (row === undefined) throw new Error("A letter got no number");
  return row.last;
}

export async function insertLetter(tx: Tx, row: typeof letter.$inferInsert): Promise<void> {
  await tx.insert(letter).values(row);
}

/** Until the transaction ends nobody else dispatches or withdraws this letter; undefined when there is none, or it was withdrawn. */
export async function lockLetter(tx: Tx, code: string): Promise<LetterRow | undefined> {
  return (await tx.select().from(letter).where(eq(letter.code, code)).for("update"))[0];
}

/** A letter, and the note of its dispatch; null = it was not dispatched. */
export interface LetterWithDispatch {
  readonly letter: LetterRow;
  readonly dispatch: Pick<ExchangeRow, "id" | "happenedOn" | "notedByName" | "notedAt"> | null;
}

/** Every letter of a round, or this one, the newest first. */
export async function listLetters(
  tx: Tx,
  which: { readonly roundYear: number } | { readonly code: string },
): Promise<readonly LetterWithDispatch[]> {
  return tx
    .select({
      letter,
      dispatch: {
        id: exchange.id,
        happenedOn: exchange.happenedOn,
        notedByName: exchange.notedByName,
        notedAt: exchange.notedAt,
      },
    })
    .from(letter)
    .leftJoin(exchange, and(eq(exchange.letterCode, letter.code), isNull(exchange.withdrawnAt)))
    .where("code" in which ? eq(letter.code, which.code) : eq(letter.roundYear, which.roundYear))
    .orderBy(desc(letter.year), desc(letter.number));
}

/** Withdraws a letter; undefined when there is none, or it was withdrawn before. */
export async function withdrawLetter(
  tx: Tx,
  code: string,
  by: { readonly at: Date; readonly userId: string; readonly name: string; readonly reason: string },
): Promise<LetterRow | undefined> {
  return (
    await tx
      .update(letter)
      .set({ withdrawnAt: by.at, withdrawnBy: by.userId, withdrawnByName: by.name, withdrawnReason: by.reason })
      .where(and(eq(letter.code, code), isNull(letter.withdrawnAt)))
      .returning()
  )[0];
}
