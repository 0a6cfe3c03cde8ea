import { randomUUID } from "node:crypto";
import { hashPassword } from "@avances/api";
import { insertAccounts } from "@avances/db";
import type { Role } from "@avances/domain/access";
import type { Portal } from "./portal.ts";

export const password = "una tortuga cruza despacio";

export interface Person {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly country?: string;
  readonly organisation?: string;
  readonly language: "en" | "es";
  readonly assignedIndicators?: readonly string[];
}

/** Accounts that have existed for a while: all have the password `password`. */
export async function addPeople(portal: Portal, people: readonly Person[]): Promise<void> {
  const passwordHash = await hashPassword(portal.api.deps, password);
  const now = portal.clock.now();
  await insertAccounts(
    portal.ownerUrl,
    people.map((person) => ({
      user: {
        id: randomUUID(),
        email: person.email,
        displayName: person.name,
        institution: "",
        role: person.role,
        countryCode: person.country ?? null,
        organisationCode: person.organisation ?? null,
        assignedIndicators: person.assignedIndicators ? [...person.assignedIndicators] : null,
        language: person.language,
        createdAt: now,
        invitedAt: now,
        confirmedAt: now,
        lastSignedInAt: null,
      },
      passwordHash,
    })),
    now,
  );
}
