import type { KeptForm } from "#lib/use-kept-form.ts";

/** Of a form in which nothing is written: there is nothing to keep. */
export const unkept: Pick<KeptForm<object>, "send"> = {
  send: async (send, done) => {
    const sent = await send().then(
      (result) => ({ result }),
      () => null,
    );
    if (sent !== null) done?.(sent.result);
  },
};
