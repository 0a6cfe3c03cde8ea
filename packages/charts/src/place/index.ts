export { ticksOf, valueDomain } from "./scale.ts";
