/** For an act without words: there is nothing to keep. */
export const unkept = { send: async <R>(send: () => Promise<R>, done?: (result: R) => void) => done?.(await send()) };
