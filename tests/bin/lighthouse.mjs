// `npm run lighthouse`: what Lighthouse says of the public pages on a phone, on this machine.
import { createRequire } from "node:module";
import { join } from "node:path";
import { ensureInstalled, root, run } from "../../apps/local/bin/bootstrap.mjs";
import { ensureWebBuilt } from "../../apps/local/bin/build-web.mjs";
import { findBrowser } from "./browser.mjs";

const node = await ensureInstalled();
await ensureWebBuilt(node);
const playwright = () => createRequire(join(root, "tests", "package.json"))("playwright");
process.env.CHROME_PATH = findBrowser() ?? playwright().chromium.executablePath();
process.exitCode = await run(node, [join(root, "tests", "load", "lighthouse.ts"), ...process.argv.slice(2)]);
