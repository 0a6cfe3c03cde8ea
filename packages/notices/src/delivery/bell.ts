/** Wakes the loop that waits for work. A ring while nobody waits is remembered, so no wake-up is lost. */
export class Bell {
  #isRung = false;
  #ring: (() => void) | undefined;

  ring(): void {
    this.#isRung = true;
    this.#ring?.();
  }

  /** Resolves at the next ring, after `milliseconds`, or when the signal aborts. One waiter at a time. */
  async wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    if (!this.#isRung && !signal.aborted) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, milliseconds);
      signal.addEventListener("abort", () => resolve(), { once: true });
      this.#ring = resolve;
      await promise;
      clearTimeout(timer);
      this.#ring = undefined;
    }
    this.#isRung = false;
  }
}
