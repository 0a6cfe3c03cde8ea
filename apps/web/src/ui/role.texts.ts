/** Names of the roles, as everywhere. What each may do is said where a role is chosen (`people.texts.ts`). */
import { roleNames } from "@avances/domain/access";

export const roleTexts = roleNames;
