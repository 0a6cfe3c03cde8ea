import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";

/** An IMAP server on this machine with one folder: as much of RFC 3501 and RFC 2177 as a reader of mailboxes asks. */
export interface InboxServer {
  /** `imap://reader:secret@127.0.0.1:port` */
  url: string;
  /** Puts a message into the folder; whoever waits with IDLE is told. Returns its number. */
  deliver(bytes: Uint8Array, receivedAt?: Date): number;
  /** Number of connections that were made so far. */
  connections(): number;
  /** How many wait with IDLE now. */
  waiting(): number;
  /** Every command that was given, without its tag: `UID FETCH 7 …`. */
  commands(): readonly string[];
  /** Cuts every connection without a word. */
  cut(): void;
  /** Is a new connection answered? */
  open(isOpen: boolean): void;
  /** Numbers every message anew, as after the folder was restored. */
  renumber(): void;
  close(): Promise<void>;
}

export interface InboxOptions {
  /** Does it offer IDLE? Default: yes. */
  readonly idle?: boolean;
}

interface Message {
  uid: number;
  readonly bytes: Buffer;
  readonly receivedAt: Date;
}

/** Starts an IMAP server on a free port. */
export async function startInboxServer({ idle = true }: InboxOptions = {}): Promise<InboxServer> {
  const messages: Message[] = [];
  const commands: string[] = [];
  const sockets = new Set<Socket>();
  const idling = new Map<Socket, string>();
  let [uidValidity, nextUid, connections, isOpen] = [1_700_000_000, 1, 0, true];
  const capabilities = `IMAP4rev1${idle ? " IDLE" : ""}`;

  const server = createServer((socket) => {
    connections += 1;
    if (!isOpen) {
      socket.destroy();
      return;
    }
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => {
      sockets.delete(socket);
      idling.delete(socket);
    });
    const say = (line: string) => void socket.write(`${line}\r\n`);
    say(`* OK [CAPABILITY ${capabilities}] ready`);
    let rest = "";
    socket.on("data", (data) => {
      rest += data.toString("latin1");
      for (let end = rest.indexOf("\r\n"); end >= 0; end = rest.indexOf("\r\n")) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (line === "DONE") {
          say(`${idling.get(socket) ?? "x"} OK done`);
          idling.delete(socket);
        } else say(answer(socket, say, line));
      }
    });
  });

  /** Gives the untagged lines of the answer, and returns its last one. */
  function answer(socket: Socket, say: (line: string) => void, line: string): string {
    const [tag = "", ...words] = line.split(" ");
    const command = words.join(" ");
    const name = (words[0]?.toUpperCase() === "UID" ? `UID ${words[1]}` : (words[0] ?? "")).toUpperCase();
    commands.push(name === "LOGIN" ? "LOGIN" : command);
    switch (name) {
      case "CAPABILITY":
        say(`* CAPABILITY ${capabilities}`);
        break;
      case "LOGIN":
        if (!/reader.*secret/.test(command)) return `${tag} NO [AUTHENTICATIONFAILED] wrong`;
        break;
      case "LIST":
      case "LSUB":
        say('* LIST (\\HasNoChildren) "/" INBOX');
        break;
      case "SELECT":
      case "EXAMINE":
        say("* FLAGS (\\Seen \\Deleted)");
        say(`* ${messages.length} EXISTS`);
        say("* 0 RECENT");
        say(`* OK [UIDVALIDITY ${uidValidity}] ok`);
        say(`* OK [UIDNEXT ${nextUid}] ok`);
        return `${tag} OK [READ-${name === "EXAMINE" ? "ONLY" : "WRITE"}] open`;
      case "UID SEARCH":
        say(["* SEARCH", ...searched(command).map(({ uid }) => String(uid))].join(" "));
        break;
      case "UID FETCH":
        fetched(socket, command);
        break;
      case "IDLE":
        idling.set(socket, tag);
        return "+ waiting";
      case "NOOP":
        say(`* ${messages.length} EXISTS`);
        break;
      case "LOGOUT":
        say("* BYE");
        break;
      default:
        return `${tag} BAD not here`;
    }
    return `${tag} OK done`;
  }

  function searched(command: string): readonly Message[] {
    const from = /\bUID (\d+):\*/i.exec(command.slice("UID ".length))?.[1];
    const since = /\bSINCE "?(\d{1,2}-\w{3}-\d{4})"?/i.exec(command)?.[1];
    if (from !== undefined) {
      const found = messages.filter(({ uid }) => uid >= Number(from));
      // As real servers: `*` is the last message, whatever the other end of the range.
      return found.length > 0 ? found : messages.slice(-1);
    }
    return since === undefined ? messages : messages.filter(({ receivedAt }) => receivedAt >= new Date(`${since} UTC`));
  }

  function fetched(socket: Socket, command: string): void {
    const wanted = Number(/^UID FETCH (\d+)/i.exec(command)?.[1]);
    const index = messages.findIndex(({ uid }) => uid === wanted);
    const message = messages[index];
    if (message === undefined) return;
    const [, start = "0", length = "1000000000"] = /BODY\.PEEK\[\]<(\d+)\.(\d+)>/i.exec(command) ?? [];
    const part = message.bytes.subarray(Number(start), Number(start) + Number(length));
    const [, day, month, year, time] = message.receivedAt.toUTCString().split(" ");
    const date = `${day}-${month}-${year} ${time} +0000`;
    socket.write(
      `* ${index + 1} FETCH (UID ${message.uid} INTERNALDATE "${date}" BODY[]<${start}> {${part.length}}\r\n`,
    );
    socket.write(part);
    socket.write(")\r\n");
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `imap://reader:secret@127.0.0.1:${port}`,
    deliver: (bytes, receivedAt = new Date()) => {
      const uid = nextUid++;
      messages.push({ uid, bytes: Buffer.from(bytes), receivedAt });
      for (const socket of idling.keys()) socket.write(`* ${messages.length} EXISTS\r\n`);
      return uid;
    },
    connections: () => connections,
    waiting: () => idling.size,
    commands: () => commands,
    cut: () => {
      for (const socket of sockets) socket.destroy();
    },
    open: (open) => {
      isOpen = open;
    },
    renumber: () => {
      uidValidity += 1;
      nextUid = 1;
      for (const message of messages) message.uid = nextUid++;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
