// `npm run bench`: the numbers of docs/performance.md, also from a fresh clone. Options are passed on (`npm run bench -- --help`).
import { join } from "node:path";
import { ensureInstalled, root, run } from "../../apps/local/bin/bootstrap.mjs";
import { ensureWebBuilt } from "../../apps/local/bin/build-web.mjs";

const node = await ensureInstalled();
await ensureWebBuilt(node);
process.exitCode = await run(node, [join(root, "tests", "load", "bench.ts"), ...process.argv.slice(2)]);
