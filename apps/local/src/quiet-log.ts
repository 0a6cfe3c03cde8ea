import type { Log } from "@avances/api";

/** On a person's own machine only failures matter; a line per request would bury the address and the accounts. */
export const quietLog: Log = {
  info: () => undefined,
  error: (fields, message) => console.error(message, fields),
};
