import type { Language } from "@avances/domain/catalogue";

/** Pages of the portal that messages and calendars link to, as the web application names them. A test checks that these routes exist. */
export const portalPages = {
  home: "/home",
  /** The form; it opens at the first section that is not complete. */
  report: "/reports/$submissionId",
  /** The check before submitting, where the report is signed. */
  check: "/reports/$submissionId/review",
  receipt: "/reports/$submissionId/receipt",
  /** What will be public, as the country sees it beforehand. */
  publication: "/reports/$submissionId/publication",
  round: "/rounds/$year",
  country: "/countries/$iso3",
  meeting: "/network/meetings/$meetingId",
  /** A room of the Network. */
  commitment: "/network/commitments/$matterId",
  activity: "/network/activities/$matterId",
  statement: "/network/guidelines/$matterId",
  document: "/network/library/$matterId",
  /** Where a country tells of its progress; with `meeting`, of the Protocol that is next. */
  progress: "/network/narratives/new",
  invitation: "/invitation",
  passwordReset: "/password-reset",
  /** Where a request is answered by the link in it; with `of`, where another address is confirmed or the yearly question answered. */
  answer: "/answer",
  /** Where a link to a section is used, and a fresh one asked for. */
  section: "/section",
} as const;
type PortalPage = keyof typeof portalPages;

/** The full address of a page in the reader's language. Values are inserted as they are: ids, years and codes need no escaping. */
export function pageLink(
  publicUrl: string,
  language: Language,
  page: PortalPage,
  values: Readonly<Record<string, string | number>> = {},
  search: Readonly<Record<string, string | number>> = {},
): string {
  const path = portalPages[page].replaceAll(/\$(\w+)/g, (_, name: string) => encodeURIComponent(String(values[name])));
  const query = new URLSearchParams(
    Object.entries(search).map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
  return `${publicUrl}/${language}${path}${query === "" ? "" : `?${query}`}`;
}
