import { expect, test } from "vitest";
import { addressKey, createRateLimit } from "./rate-limit.ts";

test("a minute's worth at once, then as fast as the bucket refills, each key for itself", () => {
  let at = 0;
  const limit = createRateLimit(60, () => at);
  for (let count = 0; count < 60; count += 1) limit.take("a");
  expect(() => limit.take("a")).toThrow("too-many-attempts");
  limit.take("b");
  at += 1_000;
  limit.take("a");
  expect(() => limit.take("a")).toThrow("too-many-attempts");
});

test.each([
  ["203.0.113.9", "203.0.113.9"],
  ["::ffff:203.0.113.9", "203.0.113.9"],
  ["::FFFF:cb00:7109", "203.0.113.9"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:db8:1:2::1", "2001:db8:1:2"],
  ["2001:0DB8:0001:0002::ffff", "2001:db8:1:2"],
  ["fe80::1%eth0", "fe80:0:0:0"],
  ["::1", "0:0:0:0"],
  // Fastify's `request.ip` once the socket is closed.
  [undefined, ""],
])("%s counts as %s", (address, key) => {
  expect(addressKey(address)).toBe(key);
});
