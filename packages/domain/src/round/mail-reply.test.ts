import { describe, expect, test } from "vitest";
import { bounceReason, exactStatus, isFaultOfAddress, type mailReplyKinds, weightiest } from "./mail-reply.ts";

describe("what came back about a message", () => {
  test("of several the one that says most counts, of two of a kind the later", () => {
    const at = (kind: (typeof mailReplyKinds)[number], hour: number) => ({
      kind,
      receivedAt: new Date(Date.UTC(2027, 1, 1, hour)),
    });
    expect(weightiest([])).toBeUndefined();
    expect(weightiest([at("delayed", 1), at("bounced", 2), at("delivered", 3)])?.kind).toBe("bounced");
    expect(weightiest([at("automatic", 1), at("automatic", 5), at("delayed", 9)])).toEqual(at("automatic", 5));
    expect(weightiest([at("automatic", 1), at("replied", 1)])?.kind).toBe("replied");
  });

  test.each([
    ["5.1.1", "no_mailbox", true],
    ["5.1.10", "no_mailbox", true],
    ["5.1.2", "no_mailbox", true],
    ["4.1.1", "no_mailbox", false],
    ["5.1.8", "unknown", false],
    ["5.1.5", "unknown", false],
    ["5.2.1", "closed", true],
    ["5.2.2", "full", false],
    ["4.2.2", "full", false],
    ["5.7.1", "refused", false],
    ["5.7.606", "refused", false],
    ["5.2.3", "refused", false],
    ["4.4.7", "too_late", false],
    ["4.4.1", "too_late", false],
    ["5.0.0", "unknown", false],
    [null, "unknown", false],
  ] as const)("%s: %s, of the address: %s", (status, reason, ofAddress) => {
    expect(bounceReason(status)).toBe(reason);
    expect(isFaultOfAddress(status)).toBe(ofAddress);
  });

  test("the exact status stands in the field, or in the words of the reply", () => {
    expect(exactStatus("5.1.1", "550 5.7.1 something else")).toBe("5.1.1");
    expect(exactStatus("5.0.0", "550 5.1.1 <a@b.example>: User unknown")).toBe("5.1.1");
    expect(exactStatus(null, "550-5.1.1 The email account does not exist")).toBe("5.1.1");
    expect(exactStatus("5.0.0", "550 Unrouteable address")).toBe("5.0.0");
    // The number of a server or a version is none.
    expect(exactStatus(null, "host 10.5.1.1 said: no")).toBeNull();
    expect(exactStatus(null, "Sendmail 8.15.2")).toBeNull();
  });
});
