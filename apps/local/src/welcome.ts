import { demonstrationDomain, demonstrationPassword } from "./demonstration/people.ts";

const accounts: readonly (readonly [name: string, who: string])[] = [
  ["ts", "Technical Secretariat (ts2: a second person)"],
  ["focal.cri", "focal point of Costa Rica; focal.gtm, focal.mex, focal.blz … for every country"],
  ["alternate.cri", "alternate"],
  ["contributor.cri", "contributor (police): some indicators only"],
  ["approver.cri", "approver"],
  ["liaison.cri", "liaison officer"],
  ["rcgm", "delegate to the Regional Consultation Group"],
  ["ppt", "Presidency Pro Tempore"],
  ["iom", "observer (rncom: civil society, coalition: Regional Coalition)"],
];

/** What stands in the terminal when a demonstration instance is ready. */
export function welcome(url: string): string {
  const lines = accounts.map(([name, who]) => `  ${`${name}@${demonstrationDomain}`.padEnd(42)}${who}`);
  return [
    "",
    `Avances is ready: ${url}`,
    "",
    "Demonstration data, not real figures. Sign in with one of",
    ...lines,
    `  password: ${demonstrationPassword}`,
    "",
    "Ctrl-C stops it; `npm start` goes on where it was.",
  ].join("\n");
}

/** What stands there when an instance of one's own is ready; the link is null once somebody of the secretariat can sign in. */
export function firstAccountWelcome(url: string, link: string | null): string {
  const invitation =
    link === null
      ? []
      : ["", "Open the first account of the Technical Secretariat (valid once, for 72 hours):", `  ${link}`];
  return ["", `Avances is ready: ${url}`, ...invitation, "", "Ctrl-C stops it; `npm start` goes on where it was."].join(
    "\n",
  );
}
