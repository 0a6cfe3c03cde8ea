/** Gives a fetched file to the browser to keep. */
export function keepFile({ bytes, name }: { readonly bytes: Blob; readonly name: string }): void {
  const address = URL.createObjectURL(bytes);
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  // The browser may begin to read it only after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
