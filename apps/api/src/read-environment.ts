import {
  bucketUrl,
  countryCode,
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
  scannerUrl,
  secretKey,
  sender,
  smtpUrl,
  telephone,
  webFolder,
  wholeNumber,
} from "@avances/settings";
import { type ApiConfig, ApiConfigSchema } from "./config.ts";

/** Settings of the process besides the API's configuration. */
export interface ProcessConfig {
  readonly config: ApiConfig;
  /** The instant at which the clock starts; undefined = the machine's time. */
  readonly clockStart: Date | undefined;
}

/**
 * The configuration of the API process from its environment. Throws `SettingsRefused` with a sentence for everything that is missing or
 * wrong. In production (`NODE_ENV=production`) it is stricter: what is good enough on one person's machine is not where people rely on it.
 */
export function readEnvironment(env: Environment, defaultWebRoot: string): ProcessConfig {
  const production = env.NODE_ENV === "production";
  const key = secretKey({ random: production });
  const database = postgresUrl({ placeholder: !production });
  const rate = wholeNumber(0, 1_000_000, 600).optional();
  const set = readSettings(
    {
      NODE_ENV: oneOf("production", "development", "test").optional(),
      PORT: wholeNumber(0, 65_535, 3000).optional(),
      HOST: host().optional(),
      METRICS_PORT: wholeNumber(1, 65_535, 9464).optional(),
      METRICS_HOST: host().optional(),
      DATABASE_URL: database,
      DATABASE_READ_URL: database.optional(),
      PUBLIC_URL: publicUrl({ httpsOnly: production }),
      TRUSTED_PROXIES: proxies().optional(),
      PUBLIC_RATE_PER_MINUTE: rate,
      SESSION_RATE_PER_MINUTE: rate,
      WRITE_RATE_PER_MINUTE: rate,
      DEMO: onOff().optional(),
      MAIL_MODE: production ? oneOf("capture", "live") : oneOf("capture", "live").default("capture"),
      SMTP_URL: smtpUrl().optional(),
      MAIL_INBOX_URL: inboxUrl().optional(),
      MAIL_FROM: production ? sender() : sender().default("Avances <avances@localhost.example>"),
      MAIL_REPLY_TO: mailAddress().optional(),
      MAIL_TELEPHONE: telephone().optional(),
      SECRETARIAT_COUNTRY: countryCode().optional(),
      SCHEDULER: onOff().default("on"),
      FILES_DIR: production ? folder() : folder().default("./data/files"),
      FILES_BUCKET_URL: bucketUrl().optional(),
      FILE_SCAN_URL: scannerUrl().optional(),
      WEB_ROOT: webFolder().optional(),
      OFFLINE_PAGES: onOff().default("on"),
      AVANCES_CLOCK: instant().optional(),
      JWT_KEY: key,
      JWT_PREVIOUS_KEY: key.optional(),
      TICKET_KEY: key,
      DEVICE_KEY: key,
      PASSWORD_PEPPER: key,
      MAIL_REPLIES_KEY: key.optional(),
    },
    env,
    {
      together: (values) => [
        ...sameSecrets(values),
        ...mailModeFaults(values),
        ...(production ? notInProduction(values) : []),
      ],
    },
  );
  const config = ApiConfigSchema.parse({
    production,
    port: set.PORT,
    host: set.HOST,
    metricsPort: set.METRICS_PORT,
    metricsHost: set.METRICS_HOST,
    databaseUrl: set.DATABASE_URL,
    databaseReadUrl: set.DATABASE_READ_URL,
    publicUrl: set.PUBLIC_URL,
    trustedProxies: set.TRUSTED_PROXIES,
    publicRatePerMinute: set.PUBLIC_RATE_PER_MINUTE,
    sessionRatePerMinute: set.SESSION_RATE_PER_MINUTE,
    writeRatePerMinute: set.WRITE_RATE_PER_MINUTE,
    demo: set.DEMO,
    mailMode: set.MAIL_MODE,
    smtpUrl: set.SMTP_URL,
    inboxUrl: set.MAIL_INBOX_URL,
    mailFrom: set.MAIL_FROM,
    desk: deskOf(set),
    secretariatCountry: set.SECRETARIAT_COUNTRY,
    scheduler: set.SCHEDULER === "on",
    filesDir: set.FILES_DIR,
    filesBucket: set.FILES_BUCKET_URL,
    fileScanner: set.FILE_SCAN_URL,
    webRoot: set.WEB_ROOT ?? defaultWebRoot,
    offlinePages: set.OFFLINE_PAGES === "on",
    secrets: {
      jwtKey: set.JWT_KEY,
      jwtPreviousKey: set.JWT_PREVIOUS_KEY,
      ticketKey: set.TICKET_KEY,
      deviceKey: set.DEVICE_KEY,
      passwordPepper: set.PASSWORD_PEPPER,
      mailRepliesKey: set.MAIL_REPLIES_KEY,
    },
  });
  return { config, clockStart: set.AVANCES_CLOCK };
}

const secretNames = [
  "JWT_KEY",
  "JWT_PREVIOUS_KEY",
  "TICKET_KEY",
  "DEVICE_KEY",
  "PASSWORD_PEPPER",
  "MAIL_REPLIES_KEY",
] as const;
type Secrets = Partial<Record<(typeof secretNames)[number], string | undefined>>;

function sameSecrets(values: Secrets): string[] {
  const given = secretNames.filter((name) => values[name] !== undefined);
  return given
    .filter((name, index) => given.findIndex((other) => values[other] === values[name]) < index)
    .map((name) => `${name}: equals another secret; write one of its own`);
}

/** Settings that are fine on the machine of somebody who tries the portal, but not where people rely on it. */
function notInProduction(values: {
  readonly DEMO?: "on" | "off" | undefined;
  readonly AVANCES_CLOCK?: Date | undefined;
  readonly MAIL_MODE: "capture" | "live";
}): string[] {
  return [
    ...(values.DEMO === "on" ? ["DEMO: demonstration accounts have a known password; write off"] : []),
    // With `MAIL_MODE=live` it is refused already.
    ...(values.AVANCES_CLOCK && values.MAIL_MODE === "capture"
      ? ["AVANCES_CLOCK: production runs by the real clock; leave it empty"]
      : []),
  ];
}
