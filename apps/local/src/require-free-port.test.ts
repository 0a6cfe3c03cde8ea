import { once } from "node:events";
import { type AddressInfo, createServer, type Server } from "node:net";
import { networkInterfaces } from "node:os";
import { afterEach, expect, test } from "vitest";
import { requireFreePort } from "./require-free-port.ts";

const hasIpv6 = Object.values(networkInterfaces()).some((each) => each?.some(({ address }) => address === "::1"));

let other: Server | undefined;
afterEach(() => void other?.close());

/** Starts another program on a free port of one address. */
async function occupy(address: string): Promise<number> {
  other = createServer().listen(0, address);
  await once(other, "listening");
  return (other.address() as AddressInfo).port;
}

test.skipIf(!hasIpv6)(
  "another program on the IPv6 loopback is what a browser would open, so it is refused",
  async () => {
    const port = await occupy("::1");
    const announced = `http://localhost:${port}`;
    await expect(requireFreePort("localhost", port, announced)).rejects.toThrow(/already in use .*\[::1\].* PORT=/);
    await expect(requireFreePort("127.0.0.1", port, announced)).rejects.toThrow("already in use");
    await requireFreePort("127.0.0.1", port, `http://127.0.0.1:${port}`);
    await requireFreePort("127.0.0.1", port, "https://avances.example.org");
  },
);

test("another program on the IPv4 loopback is refused, whatever is announced", async () => {
  const port = await occupy("127.0.0.1");
  await expect(requireFreePort("localhost", port, `http://localhost:${port}`)).rejects.toThrow("already in use");
  await expect(requireFreePort("127.0.0.1", port, "https://avances.example.org")).rejects.toThrow("already in use");
});

test("an address that this machine has not is named", async () => {
  await expect(requireFreePort("192.0.2.1", 5260, "http://localhost:5260")).rejects.toThrow("HOST=192.0.2.1");
});
