// `npm run bench`: the numbers of docs/performance.md, measured on this machine.
import { parseArgs } from "node:util";
import { measureEntry } from "./entry.ts";
import { measureExports } from "./exports.ts";
import { measureDoubled, measureGrowth } from "./growing.ts";
import type { Pace } from "./load.ts";
import { measurePages } from "./pages.ts";
import { measurePanels } from "./panels.ts";
import { measurePublicFile } from "./public-file.ts";
import { measurePublicPages } from "./public-pages.ts";
import { prepareRegion, startCluster } from "./region.ts";
import { describeMachine, type Measured, machineLoad, seconds, toMarkdown } from "./report.ts";
import { measureSaving } from "./saving.ts";
import { measureFirstStart, measureStarting } from "./starting.ts";
import { measureWeb } from "./web-size.ts";

const usage = `npm run bench -- [options]
  --only <parts>   some of web,start,public,html,saving,pages,growth,doubled,panels,entry,exports (with commas)
  --quick          short rounds: a glance, not a result
  --keep           keep the seeded database for the next run
  --first-start    also the first start in a fresh clone (minutes)
  --json           print JSON instead of a table`;

const { values: options } = parseArgs({
  options: {
    only: { type: "string", default: "web,start,public,html,saving,pages,growth,doubled,panels,entry,exports" },
    quick: { type: "boolean", default: false },
    keep: { type: "boolean", default: false },
    "first-start": { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (options.help) {
  console.log(usage);
  process.exit(0);
}
const pace: Pace = options.quick ? { rounds: 2, seconds: 1 } : { rounds: 5, seconds: 3 };
const wanted = (part: string) => options.only.split(",").includes(part);
const say = (what: string) => console.error(`… ${what}`);

const loadBefore = machineLoad();
const rows: Measured[] = [];
if (wanted("web")) rows.push(...measureWeb());
if (wanted("exports")) {
  say("exports");
  rows.push(...(await measureExports(pace)));
}
if (options["first-start"]) {
  say("first start in a fresh clone");
  rows.push(...(await measureFirstStart()));
}
let version = "";
const inRegion = ["start", "public", "html", "saving", "pages", "growth", "doubled", "panels", "entry"];
if (inRegion.some(wanted)) await measureInRegion();

const machine = describeMachine(loadBefore, version);
console.log(options.json ? JSON.stringify({ machine, rows }, null, 2) : toMarkdown(machine, rows));
process.exitCode = rows.some(({ reached }) => reached === false) ? 1 : 0;

/** What needs the demonstration region and its database. */
async function measureInRegion(): Promise<void> {
  say("demonstration region");
  const region = await prepareRegion(options.keep);
  try {
    if (region.madeInMs !== null) {
      const measured = seconds(region.madeInMs);
      rows.push({ name: "Making the demonstration region, database included", target: "", measured, reached: null });
    }
    if (wanted("start")) {
      say("starting");
      rows.push(...(await measureStarting(region.dataDir, options.quick ? 1 : 5)));
    }
    say("database");
    const cluster = await startCluster(region.dataDir);
    version = cluster.version;
    try {
      const parts = {
        public: measurePublicFile,
        html: measurePublicPages,
        saving: measureSaving,
        pages: measurePages,
        growth: measureGrowth,
        doubled: measureDoubled,
        panels: measurePanels,
        entry: measureEntry,
      };
      for (const [name, measure] of Object.entries(parts)) {
        if (!wanted(name)) continue;
        say(name);
        rows.push(...(await measure(cluster, pace)));
      }
    } finally {
      await cluster.stop();
    }
  } catch (error) {
    // What was measured before the fault took minutes.
    console.error(toMarkdown(describeMachine(loadBefore, version), rows));
    throw error;
  } finally {
    region.remove();
  }
}
