/** A file of its own: its word lists are of use to whoever types, and come after the first field. */
export { personalDetails } from "@avances/domain/text";
