import pg from "pg";

export type Channel = "release" | "notices" | "live";

/** Called with the payload of every notification, and with null whenever one may have been missed: after every (re)connection. */
type Listener = (said: string | null) => void;

export interface ListeningConnection {
  /** Returns the function that stops it. */
  subscribe(channel: Channel, listener: Listener): () => Promise<void>;
  close(): Promise<void>;
}

/**
 * Listens to channels on one connection, whichever they are: at every notification PostgreSQL wakes every connection of the database that
 * listens to anything. It is made at the first subscription, remade one second after it breaks, and ended with the last one.
 */
export function listeningConnection(url: string, onError: (error: Error) => void): ListeningConnection {
  const subscribers = new Map<Listener, Channel>();
  let client: pg.Client | undefined;
  let isConnected = false;
  let retry: NodeJS.Timeout | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  /** One command after the other. */
  const ask = (mine: pg.Client, command: string) => {
    const asked = turn.then(() => mine.query(command));
    turn = asked.catch(() => undefined);
    return asked;
  };

  const tell = (said: string | null, of: (channel: Channel) => boolean) => {
    for (const [listener, channel] of [...subscribers]) if (of(channel)) listener(said);
  };

  const connect = async () => {
    const mine = new pg.Client({
      connectionString: url,
      application_name: "avances listener",
      connectionTimeoutMillis: 3_000,
      keepAlive: true,
    });
    client = mine;
    const lost = (error?: Error) => {
      if (client !== mine) return;
      client = undefined;
      isConnected = false;
      if (error) onError(error);
      retry = setTimeout(() => void connect(), 1_000);
    };
    mine.on("error", lost);
    mine.on("end", () => lost());
    mine.on("notification", ({ channel, payload = null }) => tell(payload, (each) => each === channel));
    try {
      await mine.connect();
      // Those that subscribe from now on listen by themselves.
      isConnected = client === mine;
      for (const channel of new Set(subscribers.values())) await ask(mine, `listen ${channel}`);
      if (client === mine) tell(null, () => true);
    } catch (error) {
      await mine.end().catch(() => undefined);
      lost(error as Error);
    }
  };

  const end = async () => {
    clearTimeout(retry);
    const mine = client;
    client = undefined;
    isConnected = false;
    await mine?.end().catch(() => undefined);
  };

  /** Says something on the connection as it is now. What is lost with it is made good by the next one. */
  const say = async (command: string, then: () => void = () => undefined) => {
    const mine = client;
    if (mine === undefined || !isConnected) return;
    await ask(mine, command).then(
      () => mine === client && then(),
      () => undefined,
    );
  };

  return {
    subscribe(channel, listener) {
      // A wrapper of its own: the same function may listen twice.
      const own: Listener = (said) => listener(said);
      const isFirst = subscribers.size === 0;
      subscribers.set(own, channel);
      if (isFirst) void connect();
      else void say(`listen ${channel}`, () => own(null));
      return async () => {
        if (!subscribers.delete(own)) return;
        if (subscribers.size === 0) await end();
        else if (![...subscribers.values()].includes(channel)) await say(`unlisten ${channel}`);
      };
    },
    async close() {
      subscribers.clear();
      await end();
    },
  };
}
