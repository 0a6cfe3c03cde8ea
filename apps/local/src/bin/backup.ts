import { mkdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readKeepingConfig } from "../backup/keeping-config.ts";
import { makeBackup } from "../backup/make-backup.ts";
import { StartError } from "../config.ts";
import { stopRequest } from "../stop-request.ts";
import { toldFault } from "../told-fault.ts";

const help = `npm run backup [-- FILE] [--without-lost-files]

Writes everything the portal holds, as it is at this moment, into one file: database, files and secrets. The portal may run meanwhile, or be stopped.
FILE is a new file, or a folder; without it the file comes into the folder backups. Restore it with: npm run restore -- FILE

  --without-lost-files  backs up although files that people added are not there any more, and names them

Settings (environment):
  BACKUP_PASSPHRASE    encrypts the file; at least 12 characters. BACKUP_PASSPHRASE_FILE names a file that holds it.
  AVANCES_DATA         the data folder of the portal (./data)
  FILES_DIR            the folder of the files that people added (files in the data folder)
  FILES_BUCKET_URL     a bucket of an S3-compatible server for them instead (docs/files.md)
  DATABASE_OWNER_URL   its database, when that is on a server of your own; with the secrets of .env, when they are not in the data folder
`;

/** `npm run backup`. */
async function main(): Promise<void> {
  const { file, isHelpWanted, withoutLostFiles } = readArguments(process.argv.slice(2));
  if (isHelpWanted) return console.log(help);
  const config = readKeepingConfig(process.env);
  const now = new Date();
  const path = pathFor(file, now, config.passphrase !== null);
  const stop = new AbortController();
  void stopRequest().then(() => stop.abort(new StartError("The backup was ended; there is no file.")));
  const { manifest, lost } = await makeBackup(config, {
    ...{ path, now, withoutLostFiles },
    signal: stop.signal,
    log: (message) => console.log(message),
  });
  const { tables, files } = manifest;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(
    `\nBacked up as of ${now.toISOString()}: ${tables.length} tables, ${rows} rows, ${files.length} files, and the secrets\n  ${path}`,
  );
  if (lost.length > 0)
    console.error(`\nWARNING: these files were lost and are not in it; the rest is:\n  ${lost.join("\n  ")}`);
  if (config.passphrase !== null) {
    console.log("It is encrypted. Keep the passphrase elsewhere: without it nobody can restore the file.");
    return;
  }
  console.error(
    "\nWARNING: this file is not encrypted. It holds answers that are not public, people's addresses and the secrets of the portal: whoever reads it can act as anybody. Keep it where nobody else can read it, or set BACKUP_PASSPHRASE and back up again.",
  );
}

function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { type: "boolean", short: "h", default: false },
        "without-lost-files": { type: "boolean", default: false },
      },
    });
    if (positionals.length > 1) throw new Error("too many");
    return { file: positionals[0], isHelpWanted: values.help, withoutLostFiles: values["without-lost-files"] };
  } catch {
    throw new StartError(`Not understood: ${args.join(" ")}. A backup is made with: npm run backup -- FILE`);
  }
}

/** The path given; for a folder, or none given, a file named after the present second. */
function pathFor(file: string | undefined, now: Date, isSealed: boolean): string {
  // A path given is relative to where npm was called, not to the folder npm changes to.
  const named = file === undefined ? resolve("backups") : resolve(process.env.INIT_CWD ?? "", file);
  if (file === undefined) mkdirSync(named, { recursive: true, mode: 0o700 });
  const isFolder = statSync(named, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const moment = now.toISOString().slice(0, 19).replaceAll(":", "").replace("T", "-");
  return isFolder ? join(named, `avances-${moment}.tar.gz${isSealed ? ".age" : ""}`) : named;
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(toldFault(error));
    process.exit(1);
  },
);
