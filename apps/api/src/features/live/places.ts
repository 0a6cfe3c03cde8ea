import { placesOfPerson } from "#features/shared/places.ts";

/** A place for one more stream: more windows than anybody looks at; a page that nobody looks at lets its stream go. */
export const takePlace = placesOfPerson(8);
