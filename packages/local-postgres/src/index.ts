export { checkDataVersion, recordDataVersion } from "./data-version.ts";
export { ensureDatabase } from "./ensure-database.ts";
export { explainFailure, LocalPostgresError } from "./local-postgres-error.ts";
export { type DataFolderLock, lockDataFolder } from "./lock-data-folder.ts";
export { removeDataFolder } from "./remove-data-folder.ts";
export { requireServer } from "./require-server.ts";
export { loadSecrets, type Secrets } from "./secrets.ts";
export { type LocalPostgres, startLocalPostgres } from "./start-local-postgres.ts";
