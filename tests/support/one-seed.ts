import fc from "fast-check";

// The same examples in every run, so that a red run says something about the change it ran on. `AVANCES_SEED=random` looks for new ones; a
// run that finds one prints its seed.
if (process.env.AVANCES_SEED !== "random") fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_131_118 });
