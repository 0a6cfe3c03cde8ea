import { createServer } from "node:net";
import { StartError } from "./config.ts";

/** Throws a `StartError` when the web server could not listen there. */
export function requireFreePort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => reject(new StartError(explain(error, host, port))));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): string {
  const other = port === 3000 ? 3001 : port + 1;
  if (error.code === "EADDRINUSE")
    return `Port ${port} is already in use by another program: stop that one, or choose another port, for example PORT=${other} npm start.`;
  if (error.code === "EACCES")
    return `This account may not use port ${port}: choose one above 1023, for example PORT=3000 npm start.`;
  return `Cannot listen on HOST=${host}, port ${port} (${error.code ?? error.message}): unset HOST or name an address of this machine.`;
}
