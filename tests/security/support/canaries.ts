import type { TestApi, TestPerson } from "@avances/api/testing/start-test-api";
import type { ActorRole, Role } from "@avances/domain/access";

export const own = "CRI";
export const foreign = "HND";
export const year = 2027;

/** A string planted in one place, and who may ever read it. */
export interface Canary {
  readonly text: string;
  readonly where: string;
  /** `by`: the operation. */
  mayBeReadBy(reader: Reader, by: string): boolean;
}

export interface Reader {
  readonly role: ActorRole;
  readonly country: string | null;
}

/** What the two countries are made of. */
export interface Ground {
  readonly api: TestApi;
  person(role: Role, country: string | null): TestPerson;
  /** A new canary; returns its text. */
  plant(where: string, mayBeReadBy: Canary["mayBeReadBy"]): string;
}

/** The reply, unless it is a refusal: what could not be planted would be found nowhere, and every test would pass. */
export function done<R extends { readonly problem: unknown; readonly text: string }>(reply: R): R {
  if (reply.problem !== null) throw new Error(reply.text);
  return reply;
}
