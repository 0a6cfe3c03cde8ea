import {
  countryCode,
  type Desk,
  deskOf,
  type Environment,
  inboxUrl,
  mailAddress,
  mailModeFaults,
  oneOf,
  onOff,
  postgresUrl,
  publicUrl,
  readSettings,
  secretKey,
  sender,
  smtpUrl,
  telephone,
  wholeNumber,
} from "@avances/settings";

export interface SchedulerSettings {
  readonly databaseUrl: string;
  readonly mailMode: "capture" | "live";
  readonly smtpUrl: string | undefined;
  readonly inboxUrl: string | undefined;
  readonly mailFrom: string;
  readonly desk: Desk;
  readonly secretariatCountry: string | undefined;
  readonly publicUrl: string;
  readonly production: boolean;
  /** The kind of database the operator expects; undefined = accept either. */
  readonly demo: "on" | "off" | undefined;
  readonly ticketKey: string;
  readonly pollMs: number;
}

/**
 * Settings of a scheduler that runs as a separate process, checked as strictly as those of the API. Throws `SettingsRefused` with a
 * sentence for everything that is missing or wrong.
 */
export function readSchedulerSettings(env: Environment = process.env): SchedulerSettings {
  const production = env.NODE_ENV === "production";
  const set = readSettings(
    {
      NODE_ENV: oneOf("production", "development", "test").optional(),
      DATABASE_URL: postgresUrl({ placeholder: !production }),
      PUBLIC_URL: publicUrl({ httpsOnly: production }),
      MAIL_MODE: oneOf("capture", "live"),
      MAIL_FROM: sender(),
      SMTP_URL: smtpUrl().optional(),
      MAIL_INBOX_URL: inboxUrl().optional(),
      MAIL_REPLY_TO: mailAddress().optional(),
      MAIL_TELEPHONE: telephone().optional(),
      SECRETARIAT_COUNTRY: countryCode().optional(),
      TICKET_KEY: secretKey({ random: production }),
      DEMO: onOff().optional(),
      SCHEDULER_POLL_MS: wholeNumber(50, 86_400_000, 60_000).default(60_000),
    },
    env,
    {
      together: (values) => [
        ...mailModeFaults(values),
        ...(production && values.DEMO === "on"
          ? ["DEMO: demonstration accounts have a known password; write off"]
          : []),
      ],
    },
  );
  return {
    databaseUrl: set.DATABASE_URL,
    mailMode: set.MAIL_MODE,
    smtpUrl: set.SMTP_URL,
    inboxUrl: set.MAIL_INBOX_URL,
    mailFrom: set.MAIL_FROM,
    desk: deskOf(set),
    secretariatCountry: set.SECRETARIAT_COUNTRY,
    publicUrl: set.PUBLIC_URL,
    production,
    demo: set.DEMO,
    ticketKey: set.TICKET_KEY,
    pollMs: set.SCHEDULER_POLL_MS,
  };
}
