import type { InstanceState } from "@avances/db";
import type { DatabaseKind } from "@avances/db/queries/instance-queries";
import { type LocalConfig, StartError } from "./config.ts";

/** The kind of instance this start runs. Throws a `StartError` when the request contradicts what the database is. */
export function kindToRun(
  state: InstanceState,
  config: Pick<LocalConfig, "demo" | "demoHostOk" | "host" | "database" | "dataDir">,
): DatabaseKind {
  const { demo, database, dataDir } = config;
  const [where, another] = database
    ? ["The database", "name another database in DATABASE_OWNER_URL"]
    : [`The folder ${dataDir}`, "name another folder in AVANCES_DATA"];
  if (state === "unfinished")
    throw new StartError(`${where} holds a demonstration region that was left half made: delete it and start again.`);
  if (state === "real" && demo === "on")
    throw new StartError(
      `${where} holds real work and gets no demonstration data: start without DEMO=on, or ${another}.`,
    );
  if (state === "demonstration" && demo === "off")
    throw new StartError(
      `${where} holds the demonstration region, with invented figures and passwords that everybody knows: start without --empty and DEMO=off to see it, or ${another} for a portal of your own.`,
    );
  const kind = state === "empty" ? (demo === "off" ? "real" : "demonstration") : state;
  if (kind === "demonstration" && !config.demoHostOk)
    throw new StartError(
      `HOST=${config.host} would open an instance with known demonstration passwords to the network: use --empty with a folder of its own, or set DEMO_HOST_OK=1 if that is meant.`,
    );
  return kind;
}
