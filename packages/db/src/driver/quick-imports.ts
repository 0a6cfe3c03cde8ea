import { registerHooks } from "node:module";

const library = "/node_modules/drizzle-orm/";
const found = new Map<string, { url: string; format?: string | null | undefined }>();

/*
 * Imported for its effect, before any import of drizzle-orm: from then on Node resolves the library's modules by their paths. Without it
 * Node reads the package's list of entry points (179 kB) again for every module, just to learn that each is an ES module: half the time
 * of a start. An import by package name is still resolved the usual way, once.
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
