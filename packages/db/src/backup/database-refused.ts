/** A database that cannot be backed up or restored into. The message is one sentence that says what to do. */
export class DatabaseRefused extends Error {
  override name = "DatabaseRefused";
}
