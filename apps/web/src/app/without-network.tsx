import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { ownReportsQuery } from "#features/home/home-queries.ts";
import { useTexts } from "#i18n/i18n.ts";
import { copies } from "#lib/copies.ts";
import { currentRound } from "#lib/current-round.ts";
import { useFormat } from "#lib/format.ts";
import { openOnlyWithNetwork, openWithoutNetwork } from "#lib/offline-pages.ts";
import type { Person } from "#lib/page-person.ts";
import { serverToday, sessionQuery, usePagePerson } from "#lib/session.ts";
import { catalogueQuery, countriesQuery, roundsQuery, submissionQuery } from "#lib/shared-queries.ts";
import { useHeldWork } from "#lib/unsaved-work.ts";
import { vault } from "#lib/vault.ts";
import { Callout } from "#ui/callout.tsx";
import { withoutNetworkTexts } from "./without-network.texts.ts";

/** Says that there is no connection, and how old is what stands on the page. */
export function WithoutNetwork({ person }: { readonly person: Person }) {
  const t = useTexts(withoutNetworkTexts);
  const f = useFormat();
  usePagesWithoutNetwork(person.country !== null);
  const isHeld = useHeldWork(person.id);
  const { isLost, asOf } = useSyncExternalStore(copies.subscribe, copies.contact);
  if (!isLost) return null;
  return (
    <Callout tone="caution" live="status" title={t.title}>
      {asOf === null ? null : t.asOf(f.instant(new Date(asOf)))}{" "}
      {person.country !== null && vault.isEncrypted() && !isHeld ? t.kept : null}
    </Callout>
  );
}

/** When the page is at rest: for people of a country the files of their pages, and what those pages read besides the report. */
function usePagesWithoutNetwork(isOfCountry: boolean): void {
  const client = useQueryClient();
  const standing = usePagePerson().standing.kind;
  useEffect(() => copies.watch(client), [client]);
  useEffect(() => {
    // Signed out in another tab, while this one was perhaps still registering. When somebody else came instead, it is theirs.
    if (standing === "signed-out") void openOnlyWithNetwork();
    if (standing !== "same" || !isOfCountry) return;
    let isOver = false;
    const begin = () => {
      if (isOver) return;
      // Without network there is a copy of it already, or nothing can be done.
      readForHome(client).catch(() => undefined);
      openWithoutNetwork(() => !isOver);
    };
    // Safari has no such callback.
    const isThere = "requestIdleCallback" in window;
    const timer = setTimeout(() => (isThere ? requestIdleCallback(begin, { timeout: 10_000 }) : begin()), 3_000);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [client, isOfCountry, standing]);
}

/** What home and form read, where this page has not read it: whoever opened only one of them has both without network. */
async function readForHome(client: QueryClient): Promise<void> {
  const [session, { rounds }, { submissions }] = await Promise.all([
    client.ensureQueryData(sessionQuery),
    client.ensureQueryData(roundsQuery),
    client.ensureQueryData(ownReportsQuery),
    client.ensureQueryData(countriesQuery),
    client.ensureQueryData(catalogueQuery),
  ]);
  const year = currentRound(rounds, serverToday(session))?.year;
  const current = submissions.find((one) => one.year === year) ?? submissions[0];
  if (current !== undefined) await client.ensureQueryData(submissionQuery(current.id));
}
