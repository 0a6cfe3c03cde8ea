// `npm run backup`: installs what is missing, and runs it with Node 24.
import { runProgram } from "./bootstrap.mjs";

await runProgram("backup.ts");
