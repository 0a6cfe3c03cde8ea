import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import type { Plugin } from "vite";

const compress = promisify(brotliCompress);
/** Fonts and pictures are compressed already. */
const isText = /\.(?:html|js|css|svg|json|webmanifest|txt)$/;

/**
 * Writes beside each file its brotli form (`name.br`), as small as it can be made: that takes a second for the largest, so it is done
 * once, here, and not when a reader waits. The API sends it as it is (`api/http/static-web.ts`).
 */
export function brotliBeside(): Plugin {
  return {
    name: "brotli-beside",
    apply: "build",
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
