/**
 * The shape of one mailbox, defined only here: a local part of dot-separated atoms (RFC 5321: letters, digits and
 * `# $ & ' * + - / = ? ^ _ { | } ~` and the backtick) and a domain name. No quotes, commas, comments or groups, in which something else
 * could hide; no `%` or `!`, which once routed mail past the domain. `isMailAddress` adds the lengths.
 */
export const mailboxPattern =
  /^[A-Za-z0-9#$&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9#$&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+(?:[A-Za-z]{2,63}|[Xx][Nn]--[A-Za-z0-9-]{1,58}[A-Za-z0-9])$/;

/** Longest address that fits into an SMTP path. */
export const mailAddressLength = 254;
const localPartLength = 64;

/** Is this one mail address in plain ASCII? Checked when it is typed, when it is stored and again when a message is sent to it. */
export function isMailAddress(text: string): boolean {
  return (
    text.length <= mailAddressLength &&
    mailboxPattern.test(text) &&
    text.lastIndexOf("@") <= localPartLength &&
    // Some mail programs decode this inside an address, where it is not allowed, and then read a different address.
    !text.includes("=?")
  );
}
