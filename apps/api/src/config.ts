import { z } from "zod";

const secret = z.string().min(43);

/** Settings of the API process, with their defaults. `readEnvironment` says which values are allowed. */
export const ApiConfigSchema = z.object({
  production: z.boolean(),
  port: z.coerce.number().int().min(0).max(65_535).default(3000),
  host: z.string().default("127.0.0.1"),
  databaseUrl: z.string().min(1),
  databaseReadUrl: z.string().min(1).optional(),
  /** Where `/metrics` is answered, on a port of its own; absent = nowhere. */
  metricsPort: z.coerce.number().int().min(0).max(65_535).optional(),
  metricsHost: z.string().default("127.0.0.1"),
  /** Base of every link in a mail; never taken from a request. No trailing slash. */
  publicUrl: z.url(),
  /** Exact addresses of proxies whose `X-Forwarded-For` is believed; empty = none. */
  trustedProxies: z.array(z.string()).default([]),
  /** Requests per minute: per address without a session; per session; and writing requests per session. 0 = no limit. */
  publicRatePerMinute: z.coerce.number().int().min(0).default(600),
  sessionRatePerMinute: z.coerce.number().int().min(0).default(600),
  writeRatePerMinute: z.coerce.number().int().min(0).default(240),
  /** The kind of database the operator expects; undefined = accept either. The start is refused when the database says otherwise. */
  demo: z.enum(["on", "off"]).optional(),
  mailMode: z.enum(["capture", "live"]),
  smtpUrl: z.string().optional(),
  /** The mailbox in which replies arrive; absent = none is read. */
  inboxUrl: z.string().optional(),
  mailFrom: z.string(),
  /** How the secretariat is reached, beside the addresses of its people; absent = by these alone. */
  desk: z.object({ replyTo: z.string().nullable(), telephone: z.string().nullable() }).optional(),
  /** Where the secretariat works (ISO 3166-1 alpha-3): by its clocks its digest leaves. */
  secretariatCountry: z.string().optional(),
  scheduler: z.boolean(),
  /** Check every minute whether the public file must be made anew (because a round's opening day has come). */
  keepEdition: z.boolean().default(true),
  /** Folder of the files that people add. Every instance of the API sees the same one. */
  filesDir: z.string().min(1),
  /** A bucket of a server that speaks S3, where they are instead; the folder then holds what is on its way. */
  filesBucket: z.object({ url: z.string(), region: z.string(), keyId: z.string(), secret: z.string() }).optional(),
  /** ClamAV's daemon, which looks at every file before it is stored; absent = there is none. */
  fileScanner: z.object({ host: z.string(), port: z.int() }).optional(),
  /** Folder of the built web app, or null when it is served elsewhere. */
  webRoot: z.string().nullable(),
  /** May the pages of a report open without network? Off: browsers that have the service worker lose it at their next visit. */
  offlinePages: z.boolean().default(true),
  /** For tests: seconds after which a stream of events ends; absent = with the access token. */
  streamSeconds: z.number().min(0).optional(),
  /** Within how many seconds the body of a request must have arrived. */
  bodySeconds: z.number().min(0.05).default(15),
  /** For tests: refuse to send a reply that does not match its contract. Fields that a contract does not list are always dropped. */
  checkReplies: z.boolean().default(false),
  secrets: z.object({
    jwtKey: secret,
    /** The previous key after a rotation, still accepted for verification. */
    jwtPreviousKey: secret.optional(),
    ticketKey: secret,
    deviceKey: secret,
    passwordPepper: secret,
    /** With which a mail server signs what it hands in; absent = nothing is taken. */
    mailRepliesKey: secret.optional(),
  }),
});
export type ApiConfig = z.output<typeof ApiConfigSchema>;

/** The settings, and what the database records about itself. */
export interface InstanceConfig extends ApiConfig {
  /** Invented figures and accounts with a known password: every page, mail and file says so. */
  readonly demonstration: boolean;
}

/** The environment of this process; no other code reads it. */
export function processEnvironment(): Readonly<Record<string, string | undefined>> {
  return process.env;
}
