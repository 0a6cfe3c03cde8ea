import { useEffect, useState } from "react";

type SignedInParts = typeof import("./signed-in.tsx");

let parts: SignedInParts | null = null;

/** What the frame has for people who signed in, in a chunk of its own: most visitors only read, and never load it. */
export async function loadSignedIn(): Promise<SignedInParts> {
  parts = await import("./signed-in.tsx");
  return parts;
}

/**
 * The parts, as soon as they are here; null before. The pages of somebody's own work load them beside the page. On a public page they are
 * asked for when somebody `isHere`; what could not be had is asked for again with the next page, and the public page stands meanwhile.
 */
export function useSignedIn(isHere: boolean): SignedInParts | null {
  const [, setParts] = useState(parts);
  useEffect(() => {
    if (isHere && parts === null) loadSignedIn().then(setParts, () => undefined);
  });
  return isHere ? parts : null;
}
