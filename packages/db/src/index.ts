export { DatabaseRefused } from "./backup/database-refused.ts";
export { type DatabaseContents, readDatabase, type StoredFile } from "./backup/read-database.ts";
export { requireKnownSchema, requireUnused, restoreDatabase } from "./backup/restore-database.ts";
export {
  type Database,
  type DatabaseOptions,
  lastly,
  lastlyWhile,
  openDatabase,
  type Readiness,
  statement,
  type Tx,
} from "./connect.ts";
export { MigrationRefused } from "./database-roles.ts";
export {
  type Account,
  beginDemonstration,
  finishDemonstration,
  type InstanceState,
  insertAccounts,
  instanceState,
} from "./demonstration.ts";
export { loginFor } from "./find-roles.ts";
export { CatalogueFaulty, type LoadedCatalogue, loadCatalogueFile, loadReferenceFile } from "./load-reference.ts";
export { type MigrateOptions, migrate } from "./migrate.ts";
export { type DatabaseFault, databaseFault } from "./pg-error.ts";
