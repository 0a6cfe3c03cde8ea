import type { Deps } from "../../deps.ts";
import type { Mount } from "../../http/handler.ts";

export function peopleRoutes(_mount: Mount, _deps: Deps): void {}
