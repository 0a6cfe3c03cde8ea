import type { Database } from "@avances/db";
import type { WholeCatalogue } from "@avances/domain/catalogue";
import type { ReferenceData } from "@avances/domain/reference";
import type { FileStore, Scanner } from "@avances/files";
import type { InstanceConfig } from "./config.ts";

/** The only source of "now". Called once per use case and passed on. */
export interface Clock {
  now(): Date;
}

/** Structured log by allow-list: ids and codes, never values, names, addresses, free text or tokens. */
export interface Log {
  info(fields: Readonly<Record<string, string | number | boolean | null>>, message: string): void;
  error(fields: Readonly<Record<string, string | number | boolean | null>>, message: string): void;
}

/** Catalogue versions as loaded from the database at start; they never change. */
export interface Catalogues {
  readonly current: WholeCatalogue;
  /** Every version, oldest first: what was said before. */
  readonly releases: readonly WholeCatalogue[];
  /** The version a round was opened with. Throws when this instance never loaded it. */
  version(version: string): WholeCatalogue;
}

/** Where the bytes of files are, and who looks at them before they are kept. */
export interface Files {
  readonly store: FileStore;
  readonly scanner: Scanner;
}

/** Everything a use case may need. Use cases take `Pick<Deps, …>` of what they use. */
export interface Deps {
  readonly db: Database;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly catalogues: Catalogues;
  readonly reference: ReferenceData;
  readonly config: InstanceConfig;
  readonly files: Files;
  readonly log: Log;
}
