/** Ends a step of work: whoever scrolls or presses meanwhile comes in between. A phone should be busy for less than 50 ms at a time. */
export function nextTask(): Promise<void> {
  return new Promise((next) => setTimeout(next));
}
