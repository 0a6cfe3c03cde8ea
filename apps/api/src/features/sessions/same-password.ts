import type { Tx } from "@avances/db";
import { findPasswordHash, lockCredential } from "@avances/db/queries/password-queries";

/**
 * Is the password that somebody has proved still the present one? Comparing takes a while, and in that time the owner may have chosen another, which
 * ends every way in. Ask it first in the transaction in which something follows from it: until that ends nobody else changes the password. If not,
 * what was typed is to be proved again.
 */
export async function isStillPassword(tx: Tx, userId: string, proved: string | null): Promise<boolean> {
  await lockCredential(tx, userId);
  return (await findPasswordHash(tx, userId)) === proved;
}
