export { BackupRefused } from "./backup-refused.ts";
export type { About, BackupTable, KeptSecrets, Manifest } from "./manifest.ts";
export { type Backup, readBackup, type TakeTable } from "./read-backup.ts";
export type { Seal } from "./sealing.ts";
export { type BackupSource, type TableRows, writeBackup } from "./write-backup.ts";
