/** A backup that cannot be made or used; one sentence that says what to do. */
export class BackupRefused extends Error {
  override name = "BackupRefused";
}
