import type { listSubmissions, SubmissionSummary } from "@avances/contracts";
import { queryOptions } from "@tanstack/react-query";
import { call, operation } from "#lib/api-client.ts";

const submissions = operation<typeof listSubmissions>("GET", "/submissions");

/** All reports of the reader's own country, newest round first. They come page by page; few countries will ever have a second page. */
export const ownReportsQuery = queryOptions({
  queryKey: ["home", "submissions"],
  queryFn: async ({ signal }) => {
    const all: SubmissionSummary[] = [];
    for (let after: string | undefined; ; ) {
      const page = await call(submissions, { signal, query: { after } });
      all.push(...page.submissions);
      if (page.next === null) return { submissions: all };
      after = page.next;
    }
  },
});
