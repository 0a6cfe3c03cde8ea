// How the program keeps its memory small. The image (Dockerfile) and the bench run with the same two settings; a test compares them.

/**
 * By default, V8 lets the garbage of past requests pile up: under load a hundred megabytes more, and not faster. How far it lets the heap grow before it
 * looks for garbage depends on how large the heap may become: with a gigabyte by about half, with the four that it takes on a large machine to four times
 * what is in use. The largest region measured needs a quarter of it.
 */
export const nodeFlags = ["--max-semi-space-size=8", "--max-old-space-size=1024"];

/**
 * The C library keeps what was once freed, for each thread: after four people had signed in, four times the 19 MiB of a password's hash. With a fixed
 * limit (bytes), larger pieces go back to the system at once. Other C libraries do not read it.
 */
export const memoryEnvironment = { MALLOC_MMAP_THRESHOLD_: "4194304" };
