/** Names of the roles, as everywhere. What each may do is said where a role is chosen (`people.texts.ts`). */
export { roleNames as roleTexts } from "@avances/domain/access";
