/** A person who has not touched the page for this long may have left it. */
const awayAfterMs = 120_000;
const signs = ["pointerdown", "pointermove", "wheel", "touchstart", "keydown", "input", "focusin"] as const;
let touchedAt = Date.now();

// Without a window nobody can leave it.
if (typeof window !== "undefined") {
  const touched = () => {
    touchedAt = Date.now();
  };
  for (const sign of signs) window.addEventListener(sign, touched, { capture: true, passive: true });
}

/** Is somebody at this page? If not, its automatic requests do not keep the session from becoming idle. */
export function isSomebodyHere(): boolean {
  return Date.now() - touchedAt < awayAfterMs;
}
