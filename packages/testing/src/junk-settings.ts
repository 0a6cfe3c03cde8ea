import { type Environment, SettingsRefused } from "@avances/settings";
import fc from "fast-check";

/** The names of all settings that a program reads. `good` holds the values it needs to read them all. */
export function settingsAskedBy(read: (env: Environment) => unknown, good: Environment): string[] {
  const asked = new Set<string>();
  const env = new Proxy(good, {
    get: (values, name) => {
      if (typeof name === "string" && !name.endsWith("_FILE")) asked.add(name);
      return Reflect.get(values, name);
    },
  });
  read(env);
  return [...asked];
}

/**
 * Puts junk into every setting that `read` asks for, one at a time. Throws unless each junk value is either refused in sentences that name
 * the setting and say what to write, or accepted, and then usable for everything that is later made of it (`use`).
 */
export function judgeJunk<Config>(
  read: (env: Environment) => Config,
  good: Environment,
  use: (config: Config) => unknown,
): void {
  const names = settingsAskedBy(read, good);
  const judge = (name: string, text: string) => {
    let config: Config;
    try {
      config = read({ ...good, [name]: text });
    } catch (error) {
      if (!(error instanceof SettingsRefused)) throw error;
      const strange = error.faults.filter((fault) => !isSentenceAbout(fault, name));
      if (strange.length > 0) throw new Error(`about ${name}: ${strange.join(" | ")}`);
      return;
    }
    use(config);
  };
  for (const name of names) for (const text of knownJunk) judge(name, text);
  const setting = fc.constantFrom(...names);
  fc.assert(fc.property(setting, junk(good), judge), { numRuns: 500 });
}

function isSentenceAbout(fault: string, name: string): boolean {
  const [about = ""] = fault.split(":");
  return about.includes(name) && /; (write|leave) /.test(fault) && !fault.includes("\n") && !/\bat .+:\d+/.test(fault);
}

/** Mistakes people make, and values only a machine would produce. */
const knownJunk = [
  "x",
  "-1",
  "0",
  "1e3",
  "0x10",
  "99999999999999999999",
  "true",
  "On",
  "undefined",
  "http://x/path",
  "https://user:word@x",
  "https://x?",
  "https://x#y",
  "https://[::1",
  "https://x:99999",
  "postgres://x",
  "postgres://x/y",
  "postgres://u:100%@h/d",
  "postgres://u:p@h/%zz",
  "postgres://u@h/d?options=-c%20role%3Dpostgres",
  "postgres://u@h/d?sslrootcert=/nowhere",
  "postgres:///d",
  "smtp://u:100%@h",
  "smtp://h:0",
  "smtp://h/path",
  "smtp:h",
  "Team: a@b.example, c@d.example;",
  "Secretaría, Técnica <st@example.org>",
  "a@b.example, c@d.example",
  "<>",
  "10.0.0.1/33",
  "10.0.0.1/0",
  "10.0.0.1,,10.0.0.2",
  "fe80::1%eth0",
  "1.2.3",
  "loopback",
  "2027-02-30T00:00:00Z",
  "2027-05-02 09:00",
  "+275760-09-13T00:00:00.001Z",
  "a\nb",
  "a\u0000b",
  "\u202eabc",
  "'",
  '"',
  "🦀",
];

/** Random text, and good settings with one place changed. */
function junk(good: Environment): fc.Arbitrary<string> {
  const rights = Object.values(good).filter((text): text is string => text !== undefined && text.length > 2);
  const nearly = fc
    .tuple(fc.constantFrom(...rights), fc.nat(), fc.string({ unit: "binary", minLength: 1, maxLength: 2 }))
    .map(([text, at, sign]) => `${text.slice(0, at % text.length)}${sign}${text.slice(at % text.length)}`);
  return fc.oneof(nearly, fc.string({ unit: "binary" }), fc.string(), fc.webUrl({ withQueryParameters: true }));
}
