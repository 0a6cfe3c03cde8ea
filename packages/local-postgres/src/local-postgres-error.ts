/** A fault of the data folder or its database. The message is one sentence that says what to do. */
export class LocalPostgresError extends Error {
  override name = "LocalPostgresError";
}

/**
 * Turns a message of the operating system or PostgreSQL into a `LocalPostgresError`.
 * `doing` completes "Could not …"; `detail` is an error or the end of a log.
 */
export function explainFailure(doing: string, detail: unknown, folder: string): LocalPostgresError {
  if (detail instanceof LocalPostgresError) return detail;
  const text = detail instanceof Error ? `${codeOf(detail)} ${detail.message}` : String(detail);
  const known = knownFaults.find(({ pattern }) => pattern.test(text));
  const sentence = known ? known.sentence(folder) : `The reason given: ${lastLines(text)}`;
  return new LocalPostgresError(`Could not ${doing}. ${sentence}`, { cause: detail });
}

const knownFaults: { pattern: RegExp; sentence: (folder: string) => string }[] = [
  {
    pattern: /ENOSPC|No space left on device|disk is full|EDQUOT|quota exceeded/i,
    sentence: (folder) => `The disk that holds ${folder} is full: free some space and start again.`,
  },
  {
    pattern: /EROFS|Read-only file system|readonly database/i,
    sentence: (folder) => `${folder} is on a read-only disk: set AVANCES_DATA to a folder that can be written.`,
  },
  {
    pattern: /EACCES|EPERM|Permission denied|has wrong ownership|unable to open database file/i,
    sentence: (folder) =>
      `This account may not write in ${folder}: start as the account that owns it, or set AVANCES_DATA to a folder of your own.`,
  },
  {
    pattern: /EEXIST|ENOTDIR/,
    sentence: (folder) => `${folder} is not a folder: set AVANCES_DATA to one.`,
  },
  {
    pattern: /error while loading shared libraries|Library not loaded/i,
    sentence: () => "The PostgreSQL files are incomplete: delete the folder node_modules and start again.",
  },
  {
    pattern: /could not create shared memory segment|Cannot allocate memory|ENOMEM/i,
    sentence: () => "There is not enough memory for the database: close other programs and start again.",
  },
];

function codeOf(error: Error): string {
  return "code" in error ? String(error.code) : "";
}

function lastLines(text: string): string {
  return text.trim().split("\n").slice(-3).join(" | ") || "none";
}
