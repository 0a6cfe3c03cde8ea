import { readFileSync } from "node:fs";
import { z } from "zod";

export type Environment = Readonly<Record<string, string | undefined>>;

/** A start that cannot succeed until a setting is changed. Names settings and what to write, never their values. */
export class SettingsRefused extends Error {
  /** `NAME: what is wrong; write …`, one sentence each. */
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`These settings are missing or wrong:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
    this.name = "SettingsRefused";
    this.faults = faults;
  }
}

export interface ReadOptions<Values> {
  /** Rules about several settings together; returns sentences as in `faults`. Asked only when each setting alone is right. */
  readonly together?: (values: Values) => readonly string[];
  /** The name under which people know a setting, if it can also be given in another way. */
  readonly spelled?: (name: string) => string;
}

/**
 * Reads every setting of `shape` at once. Each may also be given as `<NAME>_FILE`, the path of a file that holds it; an empty one counts
 * as not set. Throws `SettingsRefused` with every fault.
 */
export function readSettings<Shape extends z.ZodRawShape>(
  shape: Shape,
  env: Environment,
  { together = () => [], spelled = (name) => name }: ReadOptions<z.output<z.ZodObject<Shape>>> = {},
): z.output<z.ZodObject<Shape>> {
  const faults: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(shape)) {
    const text = textOf(name, env);
    if (text === null) {
      faults.push(`${name}_FILE: the file cannot be read; write the path of a file that this account may read`);
      continue;
    }
    const parsed = z.safeParse(kind, text === "" ? undefined : text);
    values[name] = parsed.data;
    for (const { message } of parsed.error?.issues ?? []) faults.push(`${spelled(name)}: ${message}`);
  }
  // Every value is present and valid unless there are faults.
  const set = values as z.output<z.ZodObject<Shape>>;
  if (faults.length === 0) faults.push(...together(set));
  if (faults.length > 0) throw new SettingsRefused(faults);
  return set;
}

/** The text of a setting: "" when it is not set, null when its file cannot be read. */
function textOf(name: string, env: Environment): string | null {
  const path = env[`${name}_FILE`];
  if (!path) return env[name]?.trim() ?? "";
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    return null;
  }
}
