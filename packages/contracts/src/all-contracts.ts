import type { Contract } from "./contract.ts";
import * as notices from "./notices.ts";
import * as people from "./people.ts";
import * as publication from "./publication.ts";
import * as published from "./published.ts";
import * as reference from "./reference.ts";
import * as rounds from "./rounds.ts";
import * as session from "./session.ts";
import * as submissions from "./submissions.ts";

const modules: readonly Readonly<Record<string, unknown>>[] = [
  session,
  reference,
  rounds,
  submissions,
  notices,
  people,
  publication,
  published,
];

/** Every operation of the API, for OpenAPI and for the tests that walk them all. */
export const allContracts: readonly Contract[] = modules.flatMap((module) =>
  Object.values(module).filter(
    (value): value is Contract => typeof value === "object" && value !== null && "operationId" in value,
  ),
);
