import { type Role, roles } from "@avances/domain/access";

/** In which order people of different roles are named who were written to together: those of a country first, the Secretariat last. */
export function roleOrder(one: { readonly role: Role }, other: { readonly role: Role }): number {
  return placeOf(one.role) - placeOf(other.role);
}

const placeOf = (role: Role) => (role === "secretariat" ? roles.length : roles.indexOf(role));
