/** The settings of the server's program, for tests that compare another program's with them. */
export { readEnvironment } from "../src/read-environment.ts";
