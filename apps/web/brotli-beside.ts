import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import type { Plugin } from "vite";

const compress = promisify(brotliCompress);
/** Files worth compressing: fonts and pictures are compressed already. */
const isText = /\.(?:html|js|css|svg|json|webmanifest|txt)$/;

/**
 * Writes the brotli form (`name.br`) of each built file at the highest quality. That takes a second for the largest file, too long while a
 * reader waits, so it happens once in the build. The API sends the form unchanged (`api/http/static-web.ts`).
 */
export function brotliBeside(): Plugin {
  return {
    name: "brotli-beside",
    apply: "build",
    applyToEnvironment: ({ name }) => name === "client",
    async writeBundle({ dir = "" }) {
      const files = await readdir(dir, { recursive: true });
      await Promise.all(files.filter((file) => isText.test(file)).map((file) => addBeside(join(dir, file))));
    },
  };
}

async function addBeside(path: string): Promise<void> {
  const plain = await readFile(path);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
  };
  await writeFile(`${path}.br`, await compress(plain, { params }));
}
