import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Backup, BackupRefused } from "@avances/backup";
import { readKeepingConfig, secretSettings } from "../backup/keeping-config.ts";
import { checkBackup, restoreBackup } from "../backup/restore-backup.ts";
import { StartError } from "../config.ts";
import { toldFault } from "../told-fault.ts";

const help = `npm run restore -- FILE [--check] [--secrets-to FILE] [--rotate-login]

Makes the portal of a backup anew, in a new data folder or an empty database: every row, every right, the files, the secrets.
Everybody signs in again; mails that were waiting are held, because they may have left since.

  --check              reads the whole file and says whether it is whole; restores nothing
  --secrets-to FILE    writes the secrets of the backup as lines for .env into a new file; restores nothing
  --rotate-login       gives a database login that exists the password of this portal, as in npm start

Settings (environment):
  BACKUP_PASSPHRASE    of an encrypted file. BACKUP_PASSPHRASE_FILE names a file that holds it.
  AVANCES_DATA         the new data folder (./data)
  FILES_DIR            where the files go that people added (files in the data folder)
  FILES_BUCKET_URL     a bucket of an S3-compatible server for them instead (docs/files.md)
  DATABASE_OWNER_URL   the empty database, when it is on a server of your own
`;

/** `npm run restore`. */
async function main(): Promise<void> {
  const { file, values } = readArguments(process.argv.slice(2));
  if (values.help) return console.log(help);
  if (file === undefined) throw new StartError("Name the backup: npm run restore -- FILE (more with --help).");
  const config = readKeepingConfig(process.env, { rotateLogin: values["rotate-login"] });
  const path = fromHere(file);
  const secretsTo = values["secrets-to"];
  if (values.check || secretsTo !== undefined) {
    const backup = await checkBackup(path, config.passphrase);
    console.log(`The backup is whole: ${describe(backup)}`);
    if (secretsTo !== undefined) writeSecrets(fromHere(secretsTo), backup);
    return;
  }
  const log = (message: string) => console.log(message);
  const { backup, heldMails, policies } = await restoreBackup(config, { path, now: new Date(), log });
  console.log(`\nRestored: ${describe(backup)}; ${policies} policies of row-level security stand.`);
  console.log("Everybody signs in again, with the password of that moment.");
  if (heldMails > 0) {
    console.log(
      `${heldMails} mails that were waiting are held: a person of the Secretariat finds them under Outgoing mail, and sends again those that did not leave.`,
    );
  }
  console.log(
    config.database
      ? "Start the portal with the same settings."
      : `Start it with AVANCES_DATA=${config.dataDir} npm start. Reminders are planned from then on: as long as the old portal still runs, do not set MAIL_MODE=live here.`,
  );
}

function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { type: "boolean", short: "h", default: false },
        check: { type: "boolean", default: false },
        "secrets-to": { type: "string" },
        "rotate-login": { type: "boolean", default: false },
      },
    });
    if (positionals.length > 1) throw new Error("too many");
    return { file: positionals[0], values };
  } catch {
    throw new StartError(`Not understood: ${args.join(" ")}. A backup is restored with: npm run restore -- FILE`);
  }
}

/** A path given is relative to where npm was called, not to the folder npm changes to. */
const fromHere = (path: string) => resolve(process.env.INIT_CWD ?? "", path);

function describe({ about, manifest }: Backup): string {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  return `as of ${about.createdAt}, ${manifest.tables.length} tables, ${rows} rows, ${manifest.files.length} files, schema ${about.migrations.length}`;
}

function writeSecrets(path: string, { secrets }: Backup): void {
  const lines = Object.entries(secretSettings).map(([setting, name]) => `${setting}=${secrets[name] ?? ""}\n`);
  try {
    writeFileSync(path, lines.join(""), { flag: "wx", mode: 0o600 });
  } catch (error) {
    throw new BackupRefused(`${path} cannot be written, or is there already: name another file.`, { cause: error });
  }
  console.log(`Its secrets stand in ${path}, which only you can read: take them over into .env and delete it.`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(toldFault(error));
    process.exit(1);
  },
);
