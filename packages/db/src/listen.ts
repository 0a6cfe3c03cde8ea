import pg from "pg";

export type ListenCommand = "listen release" | "listen notices" | "listen live";

/**
 * Listens to a channel on a connection of its own, which is remade one second after it breaks. Calls back with the payload of every
 * notification, and with null after every (re)connection. Returns the function that stops it.
 */
export function listen(
  url: string,
  command: ListenCommand,
  listener: (said: string | null) => void,
  onError: (error: Error) => void,
): () => Promise<void> {
  let isOver = false;
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;

  const connect = async () => {
    const mine = new pg.Client({
      connectionString: url,
      application_name: "avances listener",
      connectionTimeoutMillis: 3_000,
      keepAlive: true,
    });
    client = mine;
    let isLost = false;
    const lost = (error?: Error) => {
      if (isLost) return;
      isLost = true;
      if (isOver) return;
      if (error) onError(error);
      retry = setTimeout(() => void connect(), 1_000);
    };
    mine.on("error", lost);
    mine.on("end", () => lost());
    mine.on("notification", ({ payload = null }) => listener(payload));
    try {
      await mine.connect();
      await mine.query(command);
      listener(null);
    } catch (error) {
      await mine.end().catch(() => undefined);
      lost(error as Error);
    }
  };
  void connect();

  return async () => {
    isOver = true;
    clearTimeout(retry);
    await client?.end().catch(() => undefined);
  };
}
