import type { listActivities, listCommitments, listDocuments, listVoices, MatterWordsView } from "@avances/contracts";
import { lastPage } from "@avances/domain/network";
import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { call, operation } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { putTexts } from "./put.texts.ts";

const commitments = operation<typeof listCommitments>("GET", "/commitments");
const activities = operation<typeof listActivities>("GET", "/activities");
const voices = operation<typeof listVoices>("GET", "/voices");
const documents = operation<typeof listDocuments>("GET", "/documents");

/** What is offered to be chosen somewhere. */
export interface OfferedMatter {
  readonly id: string;
  readonly version: number;
  readonly author: string;
  readonly state: string;
  readonly words: MatterWordsView;
}
interface Page {
  readonly rows: readonly OfferedMatter[];
  readonly page: number;
  readonly total: number;
}

const pageOf = {
  commitment: async (page: string, signal: AbortSignal): Promise<Page> => {
    const reply = await call(commitments, { query: { page }, signal });
    return { ...reply, rows: reply.commitments };
  },
  activity: async (page: string, signal: AbortSignal): Promise<Page> => {
    const reply = await call(activities, { query: { page }, signal });
    return { ...reply, rows: reply.activities };
  },
  contribution: (page: string, signal: AbortSignal) => pageOfVoices("contribution", page, signal),
  recommendation: (page: string, signal: AbortSignal) => pageOfVoices("recommendation", page, signal),
  document: async (page: string, signal: AbortSignal): Promise<Page> => {
    const reply = await call(documents, { query: { page }, signal });
    return { ...reply, rows: reply.documents };
  },
} as const;
export type OfferedKind = keyof typeof pageOf;

async function pageOfVoices(kind: "contribution" | "recommendation", page: string, signal: AbortSignal): Promise<Page> {
  const reply = await call(voices, { query: { kind, page }, signal });
  return { ...reply, rows: reply.voices };
}

const offeredQuery = (kind: OfferedKind) =>
  infiniteQueryOptions({
    queryKey: ["offered", kind],
    queryFn: ({ pageParam, signal }) => pageOf[kind](pageParam, signal),
    initialPageParam: "1",
    getNextPageParam: ({ page, total }) => (page < lastPage(total) ? String(page + 1) : undefined),
  });

export interface Offered {
  /** Those that were filed, as far as their pages have come. Undefined: none has come yet. */
  readonly matters: readonly OfferedMatter[] | undefined;
  readonly hasMore: boolean;
  /** Another page is on its way. */
  readonly isComing: boolean;
  readonly more: () => Promise<void>;
}

/** The matters of a kind, the first page of its list; the next ones on request. What moved to another page meanwhile is offered once. */
export function useOffered(kind: OfferedKind): Offered {
  const { data, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery(offeredQuery(kind));
  const all = data?.pages.flatMap(({ rows }) => rows).filter(({ state }) => state === "filed");
  return {
    matters: all && [...new Map(all.map((one) => [one.id, one])).values()],
    hasMore: hasNextPage,
    isComing: isFetching,
    more: async () => {
      if (hasNextPage) await fetchNextPage();
    },
  };
}

/** Brings further pages until everything that was chosen is among what is offered, or is `known` otherwise: a form that was kept names what it chose. */
export function useUntilFound(offered: readonly Offered[], chosen: readonly string[], known: readonly string[] = []) {
  const here = new Set([...known, ...offered.flatMap(({ matters = [] }) => matters.map(({ id }) => id))]);
  const isMissing = chosen.some((id) => !here.has(id));
  useEffect(() => {
    if (isMissing) for (const { hasMore, isComing, more } of offered) if (hasMore && !isComing) void more();
  });
}

/** Below a field that offers matters: another page of each list that has more. It stays where it is while there is more, and then leads back into the field. */
export function MoreOffered({ of }: { readonly of: readonly Offered[] }) {
  const t = useTexts(putTexts);
  const f = useFormat();
  if (!of.some(({ hasMore }) => hasMore)) return null;
  const count = of.reduce((sum, { matters = [] }) => sum + matters.length, 0);
  return (
    <p className="row">
      <span className="quiet small">{t.offered(f.number(count))}</span>
      <Button
        size="small"
        variant="quiet"
        onClick={({ currentTarget }) => {
          const field = currentTarget.closest("fieldset");
          void Promise.all(of.map(({ more }) => more())).then(() => {
            announce(t.moreOffered, "offered");
            // Where the last page has come, the button is no more: the focus is not lost with it.
            requestAnimationFrame(() => {
              if (!currentTarget.isConnected) field?.querySelector<HTMLElement>("select, input")?.focus();
            });
          });
        }}
      >
        {t.offerMore}
      </Button>
    </p>
  );
}
