import { describeStory, type Place } from "../story/describe-story.ts";

/** The conditions found in offices, one by one. */
const offices: Readonly<Record<string, Place>> = {
  "on a network without https": { host: "portal.example" },
  "in the oldest browsers": { isOld: true },
  "in browsers that translate": { translates: true },
  "at one computer for everybody": { isShared: true },
};

// All conditions at once are harder than each alone, and take a quarter of the time. One by one, they tell which of them causes a fault.
if (process.env.AVANCES_OFFICES === "each") {
  for (const [where, place] of Object.entries(offices)) describeStory(`one round ${where}`, place);
} else {
  describeStory(
    "one round at one old computer that translates, without https",
    Object.assign({}, ...Object.values(offices)),
  );
}
