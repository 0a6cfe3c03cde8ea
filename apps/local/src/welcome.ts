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

/** What stands there when an instance of one's own is ready; `invitation` null once somebody of the secretariat can sign in. */
export function firstAccountWelcome(
  url: string,
  {
    invitation,
    sendsMail,
  }: { readonly invitation: { readonly link: string; readonly address: string } | null; readonly sendsMail: boolean },
): string {
  const first =
    invitation === null
      ? []
      : [
          "",
          "Open the first account of the Technical Secretariat (the link works once, for 72 hours):",
          `  ${invitation.link}`,
          `  Its owner signs in as ${invitation.address}`,
        ];
  const mail = sendsMail
    ? []
    : [
        "",
        "No mail leaves this portal: nobody who is invited receives a link, and nobody else can read it.",
        "To invite people, start it with MAIL_MODE=live and SMTP_URL=smtp://user:password@mail.example.org:587",
      ];
  return [
    "",
    `Avances is ready: ${url}`,
    ...first,
    ...mail,
    "",
    "Ctrl-C stops it; `npm start` goes on where it was.",
  ].join("\n");
}
