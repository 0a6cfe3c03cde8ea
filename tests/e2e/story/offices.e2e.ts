import { describeStory, type Place } from "./describe-story.ts";

/** What offices have, one by one. */
const offices: Readonly<Record<string, Place>> = {
  "on a network without https": { host: "portal.example" },
  "in the oldest browsers": { isOld: true },
  "in browsers that translate": { translates: true },
  "at one computer for everybody": { isShared: true },
};

// All at once is harder than each, and takes a quarter of the time. One by one, they tell which of them a fault belongs to.
if (process.env.AVANCES_OFFICES === "each") {
  for (const [where, place] of Object.entries(offices)) describeStory(`one round ${where}`, place);
} else {
  describeStory(
    "one round at one old computer that translates, without https",
    Object.assign({}, ...Object.values(offices)),
  );
}
