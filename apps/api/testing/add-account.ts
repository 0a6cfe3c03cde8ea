import { setPassword } from "@avances/db/queries/password-queries";
import type { Role } from "@avances/domain/access";
import { hashPassword } from "#features/sessions/password-hash.ts";
import type { TestApi, TestPerson } from "./start-test-api.ts";

export const goodPassword = "una tortuga cruza despacio";

/** A person who can sign in with `goodPassword`. */
export async function addAccount(
  api: TestApi,
  person: { role: Role; country?: string; organisation?: string; email: string },
): Promise<TestPerson> {
  const made = await api.addPerson(person);
  const hash = await hashOfGoodPassword(api);
  await api.db.asAuth((tx) => setPassword(tx, made.userId, hash, api.clock.now()));
  return made;
}

/** By pepper: so dear that it is computed once and not for each account. */
const hashes = new Map<string, Promise<string>>();

function hashOfGoodPassword({ deps }: TestApi): Promise<string> {
  const { passwordPepper } = deps.config.secrets;
  const hash = hashes.get(passwordPepper) ?? hashPassword(deps, goodPassword);
  hashes.set(passwordPepper, hash);
  return hash;
}
