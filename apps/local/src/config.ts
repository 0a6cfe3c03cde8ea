import { parseArgs } from "node:util";
import { z } from "zod";

const settingsSchema = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  AVANCES_DATA: z.string().min(1).default("./data"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DEMO: z.enum(["on", "off"]).default("on"),
  DEMO_HOST_OK: z.literal("1").optional(),
});

/** How this one process is to run: what `npm start` needs to know itself. */
export interface LocalConfig {
  port: number;
  host: string;
  dataDir: string;
  /** Absent: PostgreSQL runs inside the data folder. */
  databaseUrl: string | undefined;
  /** Whether an empty database is filled with the demonstration region. */
  isDemo: boolean;
}

/** A start that cannot succeed until somebody changes something; the message is for people. */
export class StartError extends Error {
  override name = "StartError";
}

/** Reads environment and arguments (`--empty`). Throws a `StartError` naming every fault at once. */
export function readLocalConfig(env: NodeJS.ProcessEnv, args: string[]): LocalConfig {
  const isEmptyWanted = readArguments(args);
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = settingsSchema.safeParse(set);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new StartError(`These settings are wrong; correct or unset them:\n${faults.join("\n")}`);
  }
  const { PORT, HOST, AVANCES_DATA, DATABASE_URL, DEMO, DEMO_HOST_OK } = parsed.data;
  const isDemo = DEMO === "on" && !isEmptyWanted;
  if (isDemo && !isLoopback(HOST) && !DEMO_HOST_OK) {
    throw new StartError(
      `HOST=${HOST} would open an instance with known demonstration passwords to the network: use --empty, or set DEMO_HOST_OK=1 if that is meant.`,
    );
  }
  return { port: PORT, host: HOST, dataDir: AVANCES_DATA, databaseUrl: DATABASE_URL, isDemo };
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
