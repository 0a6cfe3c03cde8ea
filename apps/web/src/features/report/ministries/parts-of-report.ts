/** What the pages of a report show of other ministries, in one file that is loaded when it is needed. */
export { Ministries } from "./ministries.tsx";
export { OwnPartBanner } from "./own-part-banner.tsx";
