import type { Contract } from "@avances/contracts";
import { rolesFor } from "@avances/domain/access";
import type { FastifyRequest } from "fastify";
import { InvalidInput, ProtocolError } from "./problem-details.ts";

/**
 * A page says in this header whom it shows (the id of the person). The cookies of a browser belong to all its tabs: when somebody else
 * has signed in in another one, they would speak for that person. Programs need not send it.
 */
export const actingAsHeader = "X-Acting-As";

/** Is the header compared for this operation? Public operations act for no person, unless the contract says otherwise. */
export function comparesPerson({ action, actsForPerson }: Pick<Contract, "action" | "actsForPerson">): boolean {
  return actsForPerson === true || !rolesFor(action).includes("public");
}

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The person that the page shows, or null when it does not say. Throws `InvalidInput` for what is no id. */
export function actingAs(request: Pick<FastifyRequest, "headers">): string | null {
  const value = request.headers[actingAsHeader.toLowerCase()];
  if (value === undefined) return null;
  if (typeof value === "string" && id.test(value)) return value.toLowerCase();
  throw new InvalidInput([{ pointer: `/headers/${actingAsHeader}`, message: "invalid_format" }]);
}

/** Throws `other-person` when the page shows somebody else than the one whose session this is. */
export function refuseOtherPerson(shown: string | null, userId: string): void {
  if (shown !== null && shown !== userId) throw new ProtocolError("other-person");
}
