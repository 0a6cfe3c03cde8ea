// For the image: the program of the server in a few files (decision 47), at a place that does not change.
import { join } from "node:path";
import { root } from "./bootstrap.mjs";
import { putTogether } from "./program.mjs";

await putTogether("api", join(root, "apps", "api", "dist", "program"));
