let isDown = false;
if (typeof window !== "undefined") {
  window.addEventListener("pointerdown", () => (isDown = true), { capture: true });
  for (const end of ["pointerup", "pointercancel"])
    window.addEventListener(end, () => (isDown = false), { capture: true });
}

/** Runs now or, if a pointer is pressed, after its release: new content must not move the thing that is being clicked. */
export function afterPointer(act: () => void): void {
  if (!isDown) {
    act();
    return;
  }
  const run = () => setTimeout(act, 0);
  window.addEventListener("pointerup", run, { once: true });
  window.addEventListener("pointercancel", run, { once: true });
}
