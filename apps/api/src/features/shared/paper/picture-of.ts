import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { type Drawing, paperColours, svgOf } from "@avances/charts/paper";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { faces } from "../typeface.ts";

/** Dots for each point of the sheet: 216 to the inch. */
const dots = 3;

let begun: Promise<void> | undefined;

/** The code that paints is read once. A program that is put together has it beside itself (`apps/local/bin/program.mjs`). */
function begin(): Promise<void> {
  const file = createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm");
  begun ??= readFile(file).then(initWasm);
  return begun;
}

/** A drawing as a picture (PNG) for a program that draws none itself, in the typeface of the files. `width`: on the sheet, in points. */
export async function pictureOf(drawing: Drawing, width: number): Promise<Buffer<ArrayBuffer>> {
  await begin();
  const svg = svgOf(drawing, { colours: paperColours, family: "Source Sans 3", attributes: "" });
  const painter = new Resvg(svg, {
    ...{ background: "#ffffff", fitTo: { mode: "width", value: Math.round(width * dots) } },
    font: {
      fontBuffers: Object.values(faces()).flatMap((own) => own.map(({ bytes }) => new Uint8Array(bytes))),
      defaultFontFamily: "Source Sans 3",
    },
  });
  try {
    return Buffer.from(painter.render().asPng());
  } finally {
    painter.free();
  }
}
