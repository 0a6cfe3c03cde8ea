/** What the mail server does wrong with one message (for `busy`: with one connection). */
export type MailFault =
  /** 421 instead of a greeting. */
  | { kind: "busy" }
  /** 450 or 451 to every RCPT. */
  | { kind: "defer-recipient"; code?: 450 | 451 }
  /** 550 to every RCPT: no such mailbox, or in these words. */
  | { kind: "reject-recipient"; answer?: string }
  /** 451 after the message was received; not stored. */
  | { kind: "defer-message" }
  /** 554 after the message was received; not stored. Filters often give a reason: `quoting` makes it from the text. */
  | { kind: "reject-message"; quoting?: (text: string) => string }
  /** 450 for each new pair of sender and recipient until this long after it was first seen. */
  | { kind: "greylist"; milliseconds: number }
  /** Every reply comes this late; the message is stored. */
  | { kind: "slow"; milliseconds: number }
  /** No reply after the message, and the connection stays open; not stored. */
  | { kind: "hang" }
  /** The message is stored; `act` is waited for before the 250, or begun right behind it: a test ends the sender there. */
  | { kind: "act"; when: "before" | "after"; act: () => Promise<void> }
  /** The message is stored and the connection is cut before the 250: the sender cannot know. */
  | { kind: "cut" };

/** How a test tells a mail sink which faults to make. */
export interface MailFaults {
  /** One fault for each of the next messages, in order; undefined = no fault. */
  next(...faults: (MailFault | undefined)[]): void;
  /** The fault of every message that has none of its own; undefined ends it. */
  always(fault: MailFault | undefined): void;
  /** The fault of every message to this address; takes precedence over `always`; undefined ends it. */
  forRecipient(address: string, fault: MailFault | undefined): void;
  /** Closes the port, so that connecting fails. */
  refuseConnections(): Promise<void>;
  acceptConnections(): Promise<void>;
  /** Forgets every fault set so far and accepts connections. */
  clear(): Promise<void>;
}

/** The faults as the server reads them: which one comes now. */
export function faultScript() {
  const queue: (MailFault | undefined)[] = [];
  const byRecipient = new Map<string, MailFault>();
  let standing: MailFault | undefined;

  return {
    next: (...faults: (MailFault | undefined)[]) => void queue.push(...faults),
    always: (fault: MailFault | undefined) => {
      standing = fault;
    },
    forRecipient: (address: string, fault: MailFault | undefined) => {
      if (fault) byRecipient.set(address.toLowerCase(), fault);
      else byRecipient.delete(address.toLowerCase());
    },
    clear: () => {
      queue.length = 0;
      byRecipient.clear();
      standing = undefined;
    },
    /** At the greeting. */
    isBusy: (): boolean => {
      if (queue[0]?.kind !== "busy") return queue.length === 0 && standing?.kind === "busy";
      queue.shift();
      return true;
    },
    /** At MAIL FROM. */
    ofMessage: (): MailFault | undefined => (queue.length > 0 ? queue.shift() : standing),
    /** At RCPT TO. */
    ofRecipient: (address: string): MailFault | undefined => byRecipient.get(address.toLowerCase()),
  };
}
