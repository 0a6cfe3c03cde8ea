import type { Deps } from "../../deps.ts";
import type { Mount } from "../../http/handler.ts";

// STUB until the engineer of this feature replaces the file.
export function roundsRoutes(_mount: Mount, _deps: Deps): void {}
