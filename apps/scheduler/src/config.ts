import { readFileSync } from "node:fs";
import { z } from "zod";

/** Settings of a scheduler that runs as a process of its own. A secret may come from a file: `TICKET_KEY_FILE`, `DATABASE_URL_FILE`, `SMTP_URL_FILE`. */
const SettingsSchema = z
  .object({
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, "")),
    MAIL_MODE: z.enum(["capture", "live"]),
    MAIL_FROM: z.string().min(3),
    SMTP_URL: z.string().optional(),
    TICKET_KEY: z.string().min(43, "needs at least 32 random bytes as base64url"),
    DEMO: z.enum(["on", "off"]).default("off"),
    SCHEDULER_POLL_MS: z.coerce.number().int().min(50).default(60_000),
  })
  .refine(({ MAIL_MODE, SMTP_URL }) => MAIL_MODE === "capture" || SMTP_URL !== undefined, {
    path: ["SMTP_URL"],
    error: "is needed when MAIL_MODE is live",
  });

export interface SchedulerSettings {
  readonly databaseUrl: string;
  readonly mailMode: "capture" | "live";
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly publicUrl: string;
  readonly demonstration: boolean;
  readonly ticketKey: string;
  readonly pollMs: number;
}

/** Reads the environment. Throws with the names of all bad settings, never with their values. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): SchedulerSettings {
  const parsed = SettingsSchema.safeParse(withFiles(env));
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`These settings are wrong:\n${faults.join("\n")}`);
  }
  const settings = parsed.data;
  return {
    databaseUrl: settings.DATABASE_URL,
    mailMode: settings.MAIL_MODE,
    smtpUrl: settings.SMTP_URL,
    mailFrom: settings.MAIL_FROM,
    publicUrl: settings.PUBLIC_URL,
    demonstration: settings.DEMO === "on",
    ticketKey: settings.TICKET_KEY,
    pollMs: settings.SCHEDULER_POLL_MS,
  };
}

function withFiles(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const fromFiles = ["TICKET_KEY", "DATABASE_URL", "SMTP_URL"].flatMap((name) => {
    const path = env[`${name}_FILE`];
    return path ? [[name, readFileSync(path, "utf8").trim()]] : [];
  });
  return { ...env, ...Object.fromEntries(fromFiles) };
}
