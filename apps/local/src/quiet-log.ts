import type { Log } from "@avances/api";

/** On one's own machine only what went wrong is of interest; every request would bury the address and the accounts. */
export const quietLog: Log = {
  info: () => undefined,
  error: (fields, message) => console.error(message, fields),
};
