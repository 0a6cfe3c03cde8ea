import type { Contract } from "@avances/contracts";
import { rolesFor } from "@avances/domain/access";
import type { FastifyRequest } from "fastify";
import { InvalidInput, ProtocolError } from "./problem-details.ts";

/**
 * In this header a page says whom it shows (the id of the person). All tabs of a browser share its cookies: when another person has
 * signed in in another tab, a request of this page would be made in that person's name. Programs need not send the header.
 */
export const actingAsHeader = "X-Acting-As";

/** Is the header compared for this operation? Public operations act for nobody, unless the contract says otherwise. */
export function comparesPerson({ action, actsForPerson }: Pick<Contract, "action" | "actsForPerson">): boolean {
  return actsForPerson === true || !rolesFor(action).includes("public");
}

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The person that the page shows, or null when it does not say. Throws `InvalidInput` when the header is not an id. */
export function actingAs(request: Pick<FastifyRequest, "headers">): string | null {
  const value = request.headers[actingAsHeader.toLowerCase()];
  if (value === undefined) return null;
  if (typeof value === "string" && id.test(value)) return value.toLowerCase();
  throw new InvalidInput([{ pointer: `/headers/${actingAsHeader}`, message: "invalid_format" }]);
}

/** Throws `other-person` when the page shows somebody other than the owner of this session. */
export function refuseOtherPerson(shown: string | null, userId: string): void {
  if (shown !== null && shown !== userId) throw new ProtocolError("other-person");
}
