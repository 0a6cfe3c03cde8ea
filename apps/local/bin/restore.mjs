// `npm run restore`: installs missing packages, and runs the program with Node 24.
import { runProgram } from "./bootstrap.mjs";

await runProgram("restore.ts");
