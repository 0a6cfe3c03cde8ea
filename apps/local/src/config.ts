import { join } from "node:path";
import { parseArgs } from "node:util";
import type { FirstPerson } from "@avances/api";
import { type Language, languages, regionLanguage } from "@avances/domain/catalogue";
import {
  bucketUrl,
  countryCode,
  type Desk,
  deskOf,
  type Environment,
  folder,
  host,
  inboxUrl,
  instant,
  mailAddress,
  mailModeFaults,
  oneOf,
  onOff,
  postgresUrl,
  proxies,
  publicUrl,
  readSettings,
  rolePrefix,
  scannerUrl,
  secretKey,
  sender,
  smtpUrl,
  telephone,
  wholeNumber,
  words,
} from "@avances/settings";

const rate = wholeNumber(0, 1_000_000, 600).optional();
const settings = {
  PORT: wholeNumber(1, 65_535, 3000).default(3000),
  HOST: host().default("localhost"),
  AVANCES_DATA: folder().default("./data"),
  METRICS_PORT: wholeNumber(1, 65_535, 9464).optional(),
  METRICS_HOST: host().optional(),
  DATABASE_OWNER_URL: postgresUrl().optional(),
  DATABASE_URL: postgresUrl().optional(),
  DATABASE_ROLE_PREFIX: rolePrefix().optional(),
  DATABASE_READ_URL: postgresUrl().optional(),
  FILES_DIR: folder().optional(),
  FILES_BUCKET_URL: bucketUrl().optional(),
  FILE_SCAN_URL: scannerUrl().optional(),
  PUBLIC_URL: publicUrl().optional(),
  TRUSTED_PROXIES: proxies().optional(),
  PUBLIC_RATE_PER_MINUTE: rate,
  SESSION_RATE_PER_MINUTE: rate,
  WRITE_RATE_PER_MINUTE: rate,
  OFFLINE_PAGES: onOff().default("on"),
  SMTP_URL: smtpUrl().optional(),
  MAIL_INBOX_URL: inboxUrl().optional(),
  MAIL_MODE: oneOf("capture", "live").default("capture"),
  MAIL_FROM: sender().default("Avances <avances@localhost.localdomain>"),
  MAIL_REPLY_TO: mailAddress().optional(),
  MAIL_TELEPHONE: telephone().optional(),
  MAIL_REPLIES_KEY: secretKey().optional(),
  SECRETARIAT_COUNTRY: countryCode().optional(),
  SCHEDULER: onOff().default("on"),
  AVANCES_CLOCK: instant().optional(),
  DEMO: onOff().optional(),
  DEMO_HOST_OK: oneOf("1").optional(),
  FIRST_PERSON: mailAddress().optional(),
  FIRST_PERSON_NAME: words(2, 120).optional(),
  FIRST_PERSON_LANGUAGE: oneOf(...languages).default(regionLanguage),
  ADD_SECRETARIAT: mailAddress().optional(),
};

/** A PostgreSQL server that the operator provides. */
export interface DatabaseConfig {
  /** May create roles and tables. */
  ownerUrl: string;
  /** Login of the product; absent = one that the program creates, with a password from the data folder. */
  appUrl: string | undefined;
  /** The role prefix of a new database; if absent, made from its name. */
  rolePrefix: string | undefined;
  /** Change the password of a login that has another one. */
  rotateLogin: boolean;
}

/** How this process should run: what `npm start` itself needs to know. */
export interface LocalConfig {
  port: number;
  /** Where it listens; `localhost` means both loopback addresses, as it does for a browser. */
  host: string;
  /** Where `/metrics` is answered, on a port of its own; absent = nowhere. */
  metricsPort: number | undefined;
  metricsHost: string | undefined;
  dataDir: string;
  /** Absent: PostgreSQL runs inside the data folder. */
  database: DatabaseConfig | undefined;
  /** Where the files are that people add. */
  filesDir: string;
  /** A bucket in which they are instead; the folder then holds what is on its way. */
  filesBucket:
    | { readonly url: string; readonly region: string; readonly keyId: string; readonly secret: string }
    | undefined;
  /** ClamAV's daemon; undefined = none looks at files. */
  fileScanner: { readonly host: string; readonly port: number } | undefined;
  /** A replica for public reads. */
  databaseReadUrl: string | undefined;
  /** Base of every link in a mail, without a slash at the end. */
  publicUrl: string;
  /** Proxies whose word about a reader's address is trusted. */
  trustedProxies: readonly string[];
  /** Requests per minute; undefined = as many as the API takes by default. */
  rates: Readonly<Record<"public" | "session" | "write", number | undefined>>;
  /** May the pages of a report open without network? */
  offlinePages: boolean;
  smtpUrl: string | undefined;
  inboxUrl: string | undefined;
  mailMode: "capture" | "live";
  mailFrom: string;
  /** How the secretariat is reached, beside the addresses of its people. */
  desk: Desk;
  /** With which a mail server signs what it hands in; absent = nothing is taken. */
  mailRepliesKey: string | undefined;
  secretariatCountry: string | undefined;
  /** Whether the scheduler runs inside this process. */
  hasScheduler: boolean;
  /** Absent: the machine's clock. Otherwise the instant at which the instance's clock starts. */
  clockStart: Date | undefined;
  /** For an empty database: fill it with the demonstration region? For a filled one: what it is expected to be. Undefined: fill it; accept either. */
  demo: "on" | "off" | undefined;
  /** May a demonstration, whose passwords are known, be opened to the network? */
  demoHostOk: boolean;
  /** The first person of an instance without demonstration data; null = none was named. */
  firstPerson: FirstPerson | null;
  /** The person whom the host adds, with this start, to the secretariat of a portal in use; null = none. */
  addedPerson: FirstPerson | null;
}

/** A start that cannot succeed until somebody changes something. The message is for people. */
export class StartError extends Error {
  override name = "StartError";
}

/** The command that names the first person of an instance without demonstration data. */
export const namingCommand = `npm start -- --empty --first-person you@example.org --name "Your Name" --language ${regionLanguage}`;

/** The name of an account until its owner has given one. */
export const unnamed: Readonly<Record<Language, string>> = { en: "Technical Secretariat", es: "Secretaría Técnica" };

/**
 * Reads arguments (`--empty`, `--first-person`) and environment; an argument wins. Throws `SettingsRefused` naming every fault at once,
 * or a `StartError`.
 */
export function readLocalConfig(args: string[], env: Environment = process.env): LocalConfig {
  const given = readArguments(args);
  const set = readSettings(settings, { ...env, ...given.settings }, { spelled, together: mailModeFaults });
  return {
    port: set.PORT,
    host: set.HOST,
    metricsPort: set.METRICS_PORT,
    metricsHost: set.METRICS_HOST,
    dataDir: set.AVANCES_DATA,
    database: databaseOf(set, given.rotatesLogin),
    filesDir: filesDirOf(set),
    filesBucket: set.FILES_BUCKET_URL,
    fileScanner: set.FILE_SCAN_URL,
    databaseReadUrl: set.DATABASE_READ_URL,
    publicUrl: set.PUBLIC_URL ?? `http://localhost:${set.PORT}`,
    trustedProxies: set.TRUSTED_PROXIES ?? [],
    rates: {
      public: set.PUBLIC_RATE_PER_MINUTE,
      session: set.SESSION_RATE_PER_MINUTE,
      write: set.WRITE_RATE_PER_MINUTE,
    },
    offlinePages: set.OFFLINE_PAGES === "on",
    smtpUrl: set.SMTP_URL,
    inboxUrl: set.MAIL_INBOX_URL,
    mailMode: set.MAIL_MODE,
    mailFrom: set.MAIL_FROM,
    desk: deskOf(set),
    mailRepliesKey: set.MAIL_REPLIES_KEY,
    secretariatCountry: set.SECRETARIAT_COUNTRY,
    hasScheduler: set.SCHEDULER === "on",
    clockStart: set.AVANCES_CLOCK,
    demo: given.isEmptyWanted ? "off" : set.DEMO,
    demoHostOk: isLoopback(set.HOST) || Boolean(set.DEMO_HOST_OK),
    firstPerson: personAt(set.FIRST_PERSON),
    addedPerson: personAt(set.ADD_SECRETARIAT),
  };

  function personAt(address: string | undefined): FirstPerson | null {
    const language = set.FIRST_PERSON_LANGUAGE;
    return address ? { address, displayName: set.FIRST_PERSON_NAME ?? unnamed[language], language } : null;
  }
}

/** Owner and login have separate settings. `DATABASE_URL` alone used to be the owner, and still counts as that. */
export function databaseOf(
  set: {
    readonly DATABASE_OWNER_URL?: string | undefined;
    readonly DATABASE_URL?: string | undefined;
    readonly DATABASE_ROLE_PREFIX?: string | undefined;
  },
  rotateLogin: boolean,
): DatabaseConfig | undefined {
  const ownerUrl = set.DATABASE_OWNER_URL ?? set.DATABASE_URL;
  if (ownerUrl === undefined) return undefined;
  const appUrl = set.DATABASE_OWNER_URL === undefined ? undefined : set.DATABASE_URL;
  return { ownerUrl, appUrl, rolePrefix: set.DATABASE_ROLE_PREFIX, rotateLogin };
}

/** The folder of files: in the data folder, unless it has a place of its own. */
export function filesDirOf(set: { readonly AVANCES_DATA: string; readonly FILES_DIR?: string | undefined }): string {
  return set.FILES_DIR ?? join(set.AVANCES_DATA, "files");
}

/** A setting with all the names under which it can be given. */
function spelled(name: string): string {
  const argument = argumentOf[name as keyof typeof argumentOf];
  return argument ? `--${argument} (${name})` : name;
}

const argumentOf = {
  FIRST_PERSON: "first-person",
  FIRST_PERSON_NAME: "name",
  FIRST_PERSON_LANGUAGE: "language",
  ADD_SECRETARIAT: "add-secretariat",
} as const;

const knownArguments = {
  empty: { type: "boolean", default: false },
  "rotate-login": { type: "boolean", default: false },
  "first-person": { type: "string" },
  name: { type: "string" },
  language: { type: "string" },
  "add-secretariat": { type: "string" },
} as const;

function readArguments(args: string[]) {
  try {
    const { values } = parseArgs({ args, options: knownArguments });
    const settings = Object.entries(argumentOf).flatMap(([setting, argument]) => {
      const value = values[argument];
      return value === undefined ? [] : [[setting, value] as const];
    });
    return {
      isEmptyWanted: values.empty,
      rotatesLogin: values["rotate-login"],
      settings: Object.fromEntries<string>(settings),
    };
  } catch {
    throw new StartError(
      `Unknown argument in "${args.join(" ")}". A start without demonstration data is: ${namingCommand}`,
    );
  }
}

function isLoopback(host: string): boolean {
  return ["127.0.0.1", "::1", "localhost"].includes(host);
}
