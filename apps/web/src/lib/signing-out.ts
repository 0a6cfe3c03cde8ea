import type { endSession } from "@avances/contracts";
import type { QueryClient } from "@tanstack/react-query";
import { call, operation } from "./api-client.ts";
import { tellOtherTabs } from "./other-tabs.ts";
import { pagePerson } from "./page-person.ts";
import { shelf } from "./shelf.ts";
import { vault } from "./vault.ts";

// In the frame of everybody who signed in, and so without what signing in needs (`signing-in.ts`).

const end = operation<typeof endSession>("DELETE", "/session");

/**
 * Signs out. `keep`: what is not saved stays in this browser for the person; otherwise nothing of theirs stays. Without a connection it
 * fails, because the session would remain valid.
 */
export async function signOut(client: QueryClient, what: "keep" | "forget"): Promise<void> {
  const { person } = pagePerson.now();
  await call(end, {});
  // Also on a device where the person keeps what is not saved: what was read may be read again after signing in.
  await forgetOffline().catch(() => undefined);
  if (person !== null) {
    shelf.forget(person.id, what === "keep" ? ["before"] : undefined);
    // With the last entry the key goes too; what stays by the person's own wish keeps it.
    await vault.forget(person.id).catch(() => undefined);
  }
  pagePerson.became(null);
  client.clear();
  tellOtherTabs();
}

/** Loaded when it is needed, so that forms begin without it. */
async function forgetOffline(): Promise<void> {
  const [{ copies }, { openOnlyWithNetwork }] = await Promise.all([
    import("./copies.ts"),
    import("./offline-pages.ts"),
  ]);
  await Promise.all([copies.keepOnly(null), openOnlyWithNetwork()]);
}
