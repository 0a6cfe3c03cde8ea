import { readFileSync } from "node:fs";
import { type ApiConfig, ApiConfigSchema } from "./config.ts";

/** A start that cannot succeed until somebody changes a setting. Names settings, never their values. */
export class ConfigRefused extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`These settings are missing or wrong:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
    this.name = "ConfigRefused";
    this.faults = faults;
  }
}

/** Setting of the environment ↔ key of the configuration. */
const settings = {
  PORT: "port",
  HOST: "host",
  DATABASE_URL: "databaseUrl",
  DATABASE_READ_URL: "databaseReadUrl",
  PUBLIC_URL: "publicUrl",
  TRUSTED_PROXIES: "trustedProxies",
  PUBLIC_RATE_PER_MINUTE: "publicRatePerMinute",
  SESSION_RATE_PER_MINUTE: "sessionRatePerMinute",
  WRITE_RATE_PER_MINUTE: "writeRatePerMinute",
  DEMO: "demonstration",
  MAIL_MODE: "mailMode",
  SMTP_URL: "smtpUrl",
  MAIL_FROM: "mailFrom",
  SCHEDULER: "scheduler",
  WEB_ROOT: "webRoot",
  JWT_KEY: "secrets.jwtKey",
  JWT_PREVIOUS_KEY: "secrets.jwtPreviousKey",
  TICKET_KEY: "secrets.ticketKey",
  DEVICE_KEY: "secrets.deviceKey",
  PASSWORD_PEPPER: "secrets.passwordPepper",
} as const;
const fromFiles = [
  "DATABASE_URL",
  "DATABASE_READ_URL",
  "SMTP_URL",
  "JWT_KEY",
  "JWT_PREVIOUS_KEY",
  "TICKET_KEY",
  "DEVICE_KEY",
  "PASSWORD_PEPPER",
];

/**
 * The configuration of the API process from its environment; secrets also as `<NAME>_FILE`. Throws `ConfigRefused` with the names of
 * everything that is missing or wrong. In production (`NODE_ENV=production`) more is: see `notInProduction`.
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>, defaultWebRoot: string): ApiConfig {
  const { get, faults } = readSettings(env);
  const production = env.NODE_ENV === "production";
  if (production) faults.push(...notInProduction(env));
  const parsed = ApiConfigSchema.safeParse({
    production,
    port: get("PORT"),
    host: get("HOST"),
    databaseUrl: get("DATABASE_URL"),
    databaseReadUrl: get("DATABASE_READ_URL"),
    publicUrl: get("PUBLIC_URL"),
    trustedProxies: get("TRUSTED_PROXIES")?.split(/\s*,\s*/),
    publicRatePerMinute: get("PUBLIC_RATE_PER_MINUTE"),
    sessionRatePerMinute: get("SESSION_RATE_PER_MINUTE"),
    writeRatePerMinute: get("WRITE_RATE_PER_MINUTE"),
    demonstration: (get("DEMO") ?? "off") === "on",
    mailMode: get("MAIL_MODE") ?? (production ? undefined : "capture"),
    smtpUrl: get("SMTP_URL"),
    mailFrom: get("MAIL_FROM") ?? (production ? undefined : "Avances <avances@localhost.example>"),
    scheduler: (get("SCHEDULER") ?? "on") === "on",
    webRoot: get("WEB_ROOT") ?? defaultWebRoot,
    secrets: {
      jwtKey: get("JWT_KEY"),
      jwtPreviousKey: get("JWT_PREVIOUS_KEY"),
      ticketKey: get("TICKET_KEY"),
      deviceKey: get("DEVICE_KEY"),
      passwordPepper: get("PASSWORD_PEPPER"),
    },
  });
  if (!parsed.success) {
    const names = parsed.error.issues.map(
      (issue) => `${settingOf(issue.path.join("."))}: ${issue.input === undefined ? "is missing" : issue.message}`,
    );
    throw new ConfigRefused([...faults, ...new Set(names)]);
  }
  faults.push(...sameSecrets(parsed.data), ...(production ? weakSecrets(parsed.data) : []));
  if (parsed.data.mailMode === "live" && !parsed.data.smtpUrl) faults.push("SMTP_URL: is missing (MAIL_MODE is live)");
  if (faults.length > 0) throw new ConfigRefused(faults);
  return parsed.data;
}

function readSettings(env: Readonly<Record<string, string | undefined>>) {
  const faults: string[] = [];
  const files = new Map<string, string>();
  for (const name of fromFiles) {
    const path = env[`${name}_FILE`];
    if (!path) continue;
    try {
      files.set(name, readFileSync(path, "utf8").trim());
    } catch {
      faults.push(`${name}_FILE: the file cannot be read`);
    }
  }
  for (const [name, allowed] of [
    ["DEMO", "on|off"],
    ["SCHEDULER", "on|off"],
  ] as const) {
    if (env[name] && !allowed.split("|").includes(env[name])) faults.push(`${name}: is neither on nor off`);
  }
  // An empty setting is no setting.
  return {
    faults,
    get: (name: keyof typeof settings) => files.get(name) ?? (env[name] === "" ? undefined : env[name]),
  };
}

function sameSecrets({ secrets }: ApiConfig): string[] {
  const values = Object.entries(secrets).filter(([, value]) => value !== undefined);
  return values
    .filter(([, value], index) => values.findIndex(([, other]) => other === value) < index)
    .map(([key]) => `${settingOf(`secrets.${key}`)}: equals another secret`);
}

/** What may be on a desk, but not where people rely on it. */
function notInProduction(env: Readonly<Record<string, string | undefined>>): string[] {
  return [
    ...(env.PUBLIC_URL && !env.PUBLIC_URL.startsWith("https://") ? ["PUBLIC_URL: is not https"] : []),
    ...(env.DEMO === "on" ? ["DEMO: demonstration accounts have a known password"] : []),
    ...(env.AVANCES_CLOCK ? ["AVANCES_CLOCK: production runs by the real clock"] : []),
  ];
}

function weakSecrets({ secrets }: ApiConfig): string[] {
  const isWeak = ([, secret]: [string, string | undefined]) => secret !== undefined && new Set(secret).size < 12;
  return Object.entries(secrets)
    .filter(isWeak)
    .map(([key]) => `${settingOf(`secrets.${key}`)}: is not random`);
}

function settingOf(key: string): string {
  const found = Object.entries(settings).find(([, each]) => each === key || key.startsWith(`${each}.`));
  return found?.[0] ?? key;
}
