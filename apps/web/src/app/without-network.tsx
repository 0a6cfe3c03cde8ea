import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { copies } from "#lib/copies.ts";
import { useFormat } from "#lib/format.ts";
import { openOnlyWithNetwork, openWithoutNetwork } from "#lib/offline-pages.ts";
import type { Person } from "#lib/page-person.ts";
import { usePagePerson } from "#lib/session.ts";
import { catalogueQuery, countriesQuery } from "#lib/shared-queries.ts";
import { vault } from "#lib/vault.ts";
import { Callout } from "#ui/callout.tsx";
import { withoutNetworkTexts } from "./without-network.texts.ts";

/** Says that there is no connection, and how old is what stands on the page. */
export function WithoutNetwork({ person }: { readonly person: Person }) {
  const t = useTexts(withoutNetworkTexts);
  const f = useFormat();
  usePagesWithoutNetwork(person.country !== null);
  const { isLost, asOf } = useSyncExternalStore(copies.subscribe, copies.contact);
  if (!isLost) return null;
  return (
    <Callout tone="caution" live="status" title={t.title}>
      {asOf === null ? null : t.asOf(f.instant(new Date(asOf)))}{" "}
      {person.country !== null && vault.isEncrypted() ? t.kept : null}
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
      void client.prefetchQuery(catalogueQuery);
      void client.prefetchQuery(countriesQuery);
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
