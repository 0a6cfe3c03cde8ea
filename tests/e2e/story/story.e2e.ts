import { describeStory } from "./describe-story.ts";

describeStory("one round, from its opening to the public");
