// `pnpm e2e [file …]`: the browser tests only.
import { ensureInstalled, fail } from "../../apps/local/bin/bootstrap.mjs";
import { runBrowserTests } from "./browser-tests.mjs";

const node = await ensureInstalled();
process.exitCode = await runBrowserTests(node, process.argv.slice(2)).catch((error) => fail(error.message));
