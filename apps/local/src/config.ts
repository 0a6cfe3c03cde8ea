import { parseArgs } from "node:util";
import { z } from "zod";

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });

const settingsSchema = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: z.string().min(1).default("localhost"),
  AVANCES_DATA: z.string().min(1).default("./data"),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_READ_URL: postgresUrl.optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_MODE: z.enum(["capture", "live"]).default("capture"),
  MAIL_FROM: z.string().min(3).default("Avances <avances@localhost.localdomain>"),
  SCHEDULER: z.enum(["on", "off"]).default("on"),
  AVANCES_CLOCK: z.iso.datetime({ offset: true }).optional(),
  DEMO: z.enum(["on", "off"]).default("on"),
  DEMO_HOST_OK: z.literal("1").optional(),
  FIRST_ADDRESS: z.email().default("secretariat@localhost.localdomain"),
});

/** How this one process is to run: what `npm start` needs to know itself. */
export interface LocalConfig {
  port: number;
  /** Where it listens; `localhost` means both loopback addresses, as it does for a browser. */
  host: string;
  dataDir: string;
  /** Absent: PostgreSQL runs inside the data folder. */
  databaseUrl: string | undefined;
  /** A replica for public reads. */
  databaseReadUrl: string | undefined;
  /** Base of every link in a mail, without a slash at the end. */
  publicUrl: string;
  smtpUrl: string | undefined;
  mailMode: "capture" | "live";
  mailFrom: string;
  /** Whether the scheduler runs inside this process. */
  hasScheduler: boolean;
  /** Absent: the clock of the machine. Otherwise the instant at which the instance begins. */
  clockStart: Date | undefined;
  /** Whether an empty database is filled with the demonstration region. */
  isDemo: boolean;
  /** Mail address of the first account of an instance without demonstration data. */
  firstAddress: string;
}

/** A start that cannot succeed until somebody changes something; the message is for people. */
export class StartError extends Error {
  override name = "StartError";
}

/** Reads arguments (`--empty`) and environment. Throws a `StartError` naming every fault at once. */
export function readLocalConfig(args: string[], env: NodeJS.ProcessEnv = process.env): LocalConfig {
  const isEmptyWanted = readArguments(args);
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new StartError(`These settings are wrong; correct or unset them:\n${faults.join("\n")}`);
  }
  const set = parsed.data;
  const isDemo = set.DEMO === "on" && !isEmptyWanted;
  if (isDemo && !isLoopback(set.HOST) && !set.DEMO_HOST_OK) {
    throw new StartError(
      `HOST=${set.HOST} would open an instance with known demonstration passwords to the network: use --empty, or set DEMO_HOST_OK=1 if that is meant.`,
    );
  }
  if (set.MAIL_MODE === "live" && !set.SMTP_URL) {
    throw new StartError("MAIL_MODE=live needs SMTP_URL, for example smtp://user:password@mail.example.org:587.");
  }
  return {
    port: set.PORT,
    host: set.HOST,
    dataDir: set.AVANCES_DATA,
    databaseUrl: set.DATABASE_URL,
    databaseReadUrl: set.DATABASE_READ_URL,
    publicUrl: (set.PUBLIC_URL ?? `http://localhost:${set.PORT}`).replace(/\/+$/, ""),
    smtpUrl: set.SMTP_URL,
    mailMode: set.MAIL_MODE,
    mailFrom: set.MAIL_FROM,
    hasScheduler: set.SCHEDULER === "on",
    clockStart: set.AVANCES_CLOCK ? new Date(set.AVANCES_CLOCK) : undefined,
    isDemo,
    firstAddress: set.FIRST_ADDRESS,
  };
}

function readArguments(args: string[]): boolean {
  try {
    return parseArgs({ args, options: { empty: { type: "boolean", default: false } } }).values.empty;
  } catch {
    throw new StartError(
      `Unknown argument in "${args.join(" ")}": the only one is --empty (a start without demonstration data).`,
    );
  }
}

function isLoopback(host: string): boolean {
  return ["127.0.0.1", "::1", "localhost"].includes(host);
}
