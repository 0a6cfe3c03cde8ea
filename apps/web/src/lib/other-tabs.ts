/** The tabs of this browser tell each other that somebody signed in or out. Where they cannot, a tab notices when it is looked at again. */
const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("avances-session");

export function tellOtherTabs(): void {
  channel?.postMessage("changed");
}

export function onOtherTabs(act: () => void): () => void {
  channel?.addEventListener("message", act);
  return () => channel?.removeEventListener("message", act);
}
