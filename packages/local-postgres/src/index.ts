export { checkDataVersion, recordDataVersion } from "./data-version.ts";
export { databaseUrl, ensureDatabase } from "./ensure-database.ts";
export { findServerOfFolder } from "./find-server.ts";
export { explainFailure, LocalPostgresError } from "./local-postgres-error.ts";
export { type DataFolderLock, lockDataFolder } from "./lock-data-folder.ts";
export { removeDataFolder } from "./remove-data-folder.ts";
export { requireServer } from "./require-server.ts";
export {
  type InstanceSecrets,
  loadSecrets,
  readInstanceSecrets,
  replaceInstanceSecrets,
  type Secrets,
} from "./secrets.ts";
export { type LocalPostgres, startLocalPostgres } from "./start-local-postgres.ts";
