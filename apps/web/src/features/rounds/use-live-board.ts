import type { followRound } from "@avances/contracts";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { operation } from "#lib/api-client.ts";
import { readEvents } from "#lib/event-stream.ts";
import { followAsPerson } from "#lib/follow-as-person.ts";
import { roundStatusQuery } from "#lib/shared-queries.ts";
import { announce } from "#ui/announcer.tsx";
import { changedRows } from "./changed-rows.ts";
import { monitorTexts } from "./monitor.texts.ts";

/** What else the page fetches comes before. */
const afterPageMs = 2_000;
const live = operation<typeof followRound>("GET", "/rounds/:year/live");

/**
 * Reads the board again when others change something on it, and says whose lines changed. Returns whether others' acts arrive by themselves now;
 * otherwise the board is renewed each minute, as it is without a stream.
 */
export function useLiveBoard(userId: string, year: number): boolean {
  const client = useQueryClient();
  const lang = useLanguage();
  const t = useTexts(monitorTexts);
  const newest = useRef({ lang, t });
  newest.current = { lang, t };
  const [isLive, setLive] = useState(false);

  useEffect(() => {
    const { queryKey } = roundStatusQuery(year);
    let isOver = false;
    /** One reading at a time: news during one is read after it. */
    let isReading = false;
    let isStale = false;
    const read = async () => {
      isStale = true;
      if (isReading) return;
      isReading = true;
      while (isStale && !isOver) {
        isStale = false;
        const before = client.getQueryData(queryKey)?.countries ?? [];
        await client.invalidateQueries({ queryKey });
        const after = client.getQueryData(queryKey)?.countries ?? [];
        const names = changedRows(before, after).map(({ name }) => name[newest.current.lang]);
        if (names.length > 0 && !isOver) announce(newest.current.t.changed(names));
      }
      isReading = false;
    };
    let stop: () => void = () => undefined;
    const begin = () => {
      stop = followAsPerson(userId, {
        open: (heard, signal) =>
          readEvents(live, { params: { year }, actingAs: userId, signal }, () => {
            heard();
            setLive(true);
            void read();
          }),
        lost: () => setLive(false),
      });
    };
    const starting = setTimeout(begin, afterPageMs);
    return () => {
      isOver = true;
      clearTimeout(starting);
      stop();
    };
  }, [client, userId, year]);
  return isLive;
}
