import type { listSubmissions } from "@avances/contracts";
import { queryOptions } from "@tanstack/react-query";
import { call, operation } from "#lib/api-client.ts";

const submissions = operation<typeof listSubmissions>("GET", "/submissions");

/** Reports of the own country, newest round first. */
export const ownReportsQuery = queryOptions({
  queryKey: ["home", "submissions"],
  queryFn: ({ signal }) => call(submissions, { signal }),
});
