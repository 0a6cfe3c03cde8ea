/**
 * Lets so many pieces of work run at once; the others wait. Looking into a file unpacks it, which must not take the processor from everybody
 * else; how many wait is limited by how many files may be on their way.
 */
export function inTurn(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // Whoever waited takes this place.
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
