import { useEffect, useState } from "react";
import { loadStyles } from "#lib/style-files.ts";

type SignedInParts = typeof import("./signed-in.tsx");

let parts: SignedInParts | null = null;

/** Loads the parts of the frame for people who signed in. They are a separate chunk because most visitors only read and never need it. */
export async function loadSignedIn(): Promise<SignedInParts> {
  [parts] = await Promise.all([import("./signed-in.tsx"), loadStyles(["form"])]);
  // Forms begin with what was kept of them.
  await parts.ready();
  return parts;
}

/**
 * The parts when they are loaded and somebody `isHere`; otherwise null. Work pages load them together with the page. A public page loads
 * them once it is known that somebody is signed in. If loading fails, the public page stays usable and the next page tries again.
 */
export function useSignedIn(isHere: boolean): SignedInParts | null {
  const [, setParts] = useState(parts);
  useEffect(() => {
    if (isHere && parts === null) loadSignedIn().then(setParts, () => undefined);
  });
  return isHere ? parts : null;
}
