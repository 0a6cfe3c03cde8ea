import { registerHooks } from "node:module";

const library = "/node_modules/drizzle-orm/";
const found = new Map<string, { url: string; format?: string | null | undefined }>();

/*
 * Imported for its effect, before anything reads drizzle-orm: Node finds the library's modules by their paths from then on. By itself it
 * reads the package's list of entry points (179 kB) anew for every module, to learn that each is an ES module: half the time of a start.
 * What is asked for by name is found the usual way, once.
 */
registerHooks({
  resolve(specifier, context, nextResolve) {
    const { parentURL } = context;
    if (specifier.startsWith("./") || specifier.startsWith("../")) {
      if (!parentURL?.includes(library) || !parentURL.endsWith(".js")) return nextResolve(specifier, context);
      return { url: new URL(specifier, parentURL).href, format: "module", shortCircuit: true };
    }
    if (!/^drizzle-orm(\/|$)/.test(specifier)) return nextResolve(specifier, context);
    const known = found.get(specifier) ?? nextResolve(specifier, context);
    found.set(specifier, known);
    return { ...known, shortCircuit: true };
  },
});
