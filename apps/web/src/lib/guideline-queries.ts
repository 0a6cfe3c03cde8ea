import type { getGuidelines } from "@avances/contracts";
import { queryOptions } from "@tanstack/react-query";
import { call, operation } from "./api-client.ts";

const all = operation<typeof getGuidelines>("GET", "/guidelines");

/** The steps of the Regional Guidelines, and who says what of each country. */
export const guidelinesQuery = queryOptions({
  queryKey: ["guidelines", "all"],
  queryFn: ({ signal }) => call(all, { signal }),
});
