export { BackupRefused } from "./backup-refused.ts";
export type { About, BackupFile, BackupTable, KeptSecrets, Manifest } from "./manifest.ts";
export { type Backup, readBackup, type Takes } from "./read-backup.ts";
export type { Seal } from "./sealing.ts";
export { type BackupSource, type TableRows, writeBackup } from "./write-backup.ts";
