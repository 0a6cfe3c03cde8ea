import { registerHooks } from "node:module";

const library = "/node_modules/drizzle-orm/";
/** Files of this workspace: the folder of their package, without what is installed in it. */
const ownFile = /^(file:\/\/(?:(?!\/node_modules\/).)*)\/(?:src|testing)\/[^?]*\.ts$/;
const found = new Map<string, { url: string; format?: string | null | undefined }>();

/*
 * Imported for its effect, before any import of what it makes quick. Node looks for the nearest package.json of every import anew, and reads
 * some of them again for every module (drizzle-orm's has 179 kB), just to learn what is known already: that a file of ours beside another is
 * TypeScript, that one of the library beside another is an ES module, and that a name means the same in all files of one package. From then
 * on relative imports of both are found by their paths, and a name that a file of ours imports is resolved once for its package.
 */
registerHooks({
  resolve(specifier, context, nextResolve) {
    const { parentURL, importAttributes } = context;
    const own = parentURL === undefined ? null : ownFile.exec(parentURL);
    if (/^\.\.?\//.test(specifier)) {
      const format =
        own && specifier.endsWith(".ts")
          ? "module-typescript"
          : parentURL?.includes(library) && parentURL.endsWith(".js") && "module";
      if (!format) return nextResolve(specifier, context);
      return { url: new URL(specifier, parentURL).href, format, shortCircuit: true };
    }
    // `require` follows other entries of the same package.json, and an import with attributes may be of another kind.
    const isPlainImport = importAttributes !== undefined && Object.keys(importAttributes).length === 0;
    if (own === null || !isPlainImport) return nextResolve(specifier, context);
    const key = `${own[1]} ${specifier}`;
    const known = found.get(key) ?? nextResolve(specifier, context);
    found.set(key, known);
    return { ...known, shortCircuit: true };
  },
});
