// How the program keeps its memory small. The image (Dockerfile) and the bench run with the same two settings; a test compares them.

/** By default, V8 lets the garbage of past requests pile up: under load a hundred megabytes more, and not faster. */
export const nodeFlags = ["--max-semi-space-size=8"];

/**
 * The C library keeps what was once freed, for each thread: after four people had signed in, four times the 19 MiB of a password's hash. With a fixed
 * limit (bytes), larger pieces go back to the system at once. Other C libraries do not read it.
 */
export const memoryEnvironment = { MALLOC_MMAP_THRESHOLD_: "4194304" };
