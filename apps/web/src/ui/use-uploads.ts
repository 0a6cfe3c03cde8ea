import type { HeldFile } from "@avances/contracts";
import { useEffect, useRef, useState } from "react";
import { newId } from "#lib/new-id.ts";
import { beginSending, type Sending, sendFile } from "#lib/send-file.ts";

/** A file that was chosen and is not stored yet. */
export interface Upload {
  readonly key: string;
  readonly sending: Sending;
  readonly state: "waiting" | "sending" | "failed";
  /** How much of it has left. */
  readonly share: number;
  /** Why it failed. */
  readonly error: unknown;
}

/** Sends chosen files one after the other; each that is stored is handed over, and one that fails stays until it is sent again or taken off. */
export function useUploads(onStored: (file: HeldFile) => void) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const stored = useRef(onStored);
  useEffect(() => {
    stored.current = onStored;
  });
  const stops = useRef(new Map<string, AbortController>());
  const queue = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => {
    const all = stops.current;
    return () => {
      for (const stop of all.values()) stop.abort();
    };
  }, []);
  const change = (key: string, part: Partial<Upload>) =>
    setUploads((now) => now.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const drop = (key: string) => {
    stops.current.delete(key);
    setUploads((now) => now.filter((one) => one.key !== key));
  };
  const send = (key: string, sending: Sending) => {
    const stop = new AbortController();
    stops.current.set(key, stop);
    const act = async () => {
      if (stop.signal.aborted) return;
      change(key, { state: "sending", share: 0, error: null });
      try {
        const file = await sendFile(sending, {
          signal: stop.signal,
          onShare: (share) => change(key, { share }),
        });
        drop(key);
        stored.current(file);
      } catch (error) {
        if (!stop.signal.aborted) change(key, { state: "failed", error });
      }
    };
    queue.current = queue.current.then(act);
  };
  return {
    uploads,
    add(files: readonly File[]) {
      const fresh = files.map((file) => ({ key: newId(), sending: beginSending(file) }));
      setUploads((now) => [
        ...now,
        ...fresh.map((one) => ({ ...one, state: "waiting" as const, share: 0, error: null })),
      ]);
      for (const { key, sending } of fresh) send(key, sending);
    },
    /** Sends again what failed. */
    retry({ key, sending }: Upload) {
      change(key, { state: "waiting", share: 0, error: null });
      send(key, sending);
    },
    /** Calls off what is on its way, or takes off the list what failed. */
    cancel({ key }: Upload) {
      stops.current.get(key)?.abort();
      drop(key);
    },
  };
}
