import { createServer } from "node:net";
import { StartError } from "./config.ts";

/** The addresses a browser tries for `localhost`, in its order, whatever the hosts file says. */
const loopback = ["::1", "127.0.0.1"];

/**
 * Throws a `StartError` when the web server could not listen there, or when the announced address (`publicUrl`) would lead a
 * browser to another program: `localhost` has two addresses, and each may be in use by another program.
 */
export async function requireFreePort(host: string, port: number, publicUrl: string): Promise<void> {
  const isAnnounced = URL.parse(publicUrl)?.host === `localhost:${port}`;
  const addresses = new Set([...(host === "localhost" || isAnnounced ? loopback : []), host]);
  for (const address of addresses) {
    const fault = await tryToListen(address, port);
    // A machine may have only one of the two; an address that was asked for by name must exist.
    const isMissing = fault !== undefined && ["EADDRNOTAVAIL", "EAFNOSUPPORT", "EINVAL"].includes(fault.code ?? "");
    if (fault && !(isMissing && address !== host)) throw new StartError(explain(fault, address, port));
  }
}

function tryToListen(address: string, port: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", resolve);
    probe.listen(port, address, () => probe.close(() => resolve(undefined)));
  });
}

function explain(error: NodeJS.ErrnoException, address: string, port: number): string {
  const other = port === 3000 ? 3001 : port + 1;
  const where = address.includes(":") ? ` (on the address [${address}])` : "";
  if (error.code === "EADDRINUSE")
    return `Port ${port} is already in use by another program${where}: stop that one, or choose another port, for example PORT=${other} npm start.`;
  if (error.code === "EACCES")
    return `This account may not use port ${port}: choose one above 1023, for example PORT=3000 npm start.`;
  return `Cannot listen on HOST=${address}, port ${port} (${error.code ?? error.message}): unset HOST or name an address of this machine.`;
}
