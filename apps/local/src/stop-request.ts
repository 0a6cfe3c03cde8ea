/**
 * Resolves when the program should end: Ctrl-C, SIGTERM, a closed terminal, or the end of `npm start`.
 * A second request ends it at once; the database server then keeps running and is taken over at the next start.
 */
export function stopRequest(): Promise<void> {
  return new Promise((resolve) => {
    let isAsked = false;
    const ask = () => {
      if (isAsked) process.exit(1);
      isAsked = true;
      resolve();
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, ask);
    // The channel to `npm start`, which may itself be killed without a chance to pass a signal on.
    process.once("disconnect", () => !isAsked && ask());
  });
}
