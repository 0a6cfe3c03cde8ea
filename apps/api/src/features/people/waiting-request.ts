import type { Tx } from "@avances/db";
import { findWaitingRequest } from "@avances/db/queries/people-queries";
import type { AccountRequestRow, UserRow } from "@avances/db/queries/rows";
import { findUser } from "@avances/db/queries/user-queries";
import { DomainError } from "@avances/domain/domain-error";

export interface RequestOfPerson {
  readonly personId: string;
  readonly requestId: string;
}

/** The person and the waiting act that the caller saw, not a newer one. Throws `not-found`, `transition-refused`. */
export async function waitingRequest(
  tx: Tx,
  { personId, requestId }: RequestOfPerson,
): Promise<{ readonly person: UserRow; readonly waiting: AccountRequestRow }> {
  const person = await findUser(tx, personId);
  if (!person) throw new DomainError("not-found");
  const waiting = await findWaitingRequest(tx, personId);
  const isOver = person.endedAt !== null && waiting?.act !== "reopen";
  if (waiting?.id !== requestId || isOver) throw new DomainError("transition-refused");
  return { person, waiting };
}
