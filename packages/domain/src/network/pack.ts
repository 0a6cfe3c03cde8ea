import type { Role } from "../access/role.ts";
import type { Visibility } from "./visibility.ts";

/** For whom the papers of a meeting are put together: they hold what everybody there may read, and nothing else. */
export const packAudiences = ["members", "network"] as const satisfies readonly Visibility[];
export type PackAudience = (typeof packAudiences)[number];

/**
 * As whom the papers are read: somebody of that audience who speaks for no side, so that nothing stands in them because it is somebody's own or was sent to
 * somebody alone.
 */
export const packReaders = { members: "rcgm_delegate", network: "observer" } as const satisfies Readonly<
  Record<PackAudience, Role>
>;
