// `pnpm e2e [file …]`: the browser tests only. `pnpm long [file …]`: those that take too long for every run, mainly paper.
import { ensureInstalled, fail } from "../../apps/local/bin/bootstrap.mjs";
import { runBrowserTests } from "./browser-tests.mjs";

const node = await ensureInstalled();
const [long, files] = process.argv[2] === "--long" ? [true, process.argv.slice(3)] : [false, process.argv.slice(2)];
process.exitCode = await runBrowserTests(node, files, long ? "browser-long" : "browser").catch((error) =>
  fail(error.message),
);
