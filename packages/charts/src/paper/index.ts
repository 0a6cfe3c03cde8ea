export { type Colour, type Drawing, drawBars, drawLines, inks, type Mark } from "./drawing.ts";
export { markWords } from "./mark-words.ts";
export { paperColours, svgOf, themedColours } from "./svg-of.ts";
