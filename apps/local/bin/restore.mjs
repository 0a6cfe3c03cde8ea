// `npm run restore`: installs what is missing, and runs it with Node 24.
import { runProgram } from "./bootstrap.mjs";

await runProgram("restore.ts");
