let isDown = false;
if (typeof window !== "undefined") {
  window.addEventListener("pointerdown", () => (isDown = true), { capture: true });
  for (const end of ["pointerup", "pointercancel"])
    window.addEventListener(end, () => (isDown = false), { capture: true });
}

/**
 * Runs in a step of its own, when the cursor is in its new place: the key that took it there does not wait. If a pointer is pressed, after its
 * release: new content must not move the thing that is being clicked.
 */
export function afterPointer(act: () => void): void {
  const run = () => setTimeout(act, 0);
  if (!isDown) {
    run();
    return;
  }
  window.addEventListener("pointerup", run, { once: true });
  window.addEventListener("pointercancel", run, { once: true });
}
