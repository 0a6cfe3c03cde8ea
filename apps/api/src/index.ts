export { type ApiConfig, ApiConfigSchema } from "./config.ts";
export type { Clock, Deps, Log } from "./deps.ts";
export { addSecretariatPerson } from "./features/people/add-secretariat-person.ts";
export {
  type FirstInvitation,
  type FirstPerson,
  inviteFirstSecretariat,
  PersonRefused,
} from "./features/people/invite-first-secretariat.ts";
export { hashPassword } from "./features/sessions/password-hash.ts";
export { createJsonLog } from "./json-log.ts";
export { type RunningApi, type StartOptions, startApi } from "./start-api.ts";
export { startClock } from "./start-clock.ts";
