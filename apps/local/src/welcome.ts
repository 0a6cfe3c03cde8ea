import type { FirstInvitation } from "@avances/api";
import { namingCommand } from "./config.ts";
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

/** What the terminal shows when a demonstration instance is ready. */
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

interface Invited {
  readonly link: string;
  readonly address: string;
}

/** What it shows when an instance for real work is ready. */
export function ownWelcome(
  url: string,
  shown: {
    /** The first account, if it still has to be opened; null when this start was for another person. */
    readonly first: FirstInvitation | null;
    /** A person whom this start added to the secretariat. */
    readonly added: (Invited & { readonly told: number }) | null;
    readonly sendsMail: boolean;
  },
): string {
  const added =
    shown.added &&
    invitation(
      `A person was added to the Technical Secretariat (${shown.added.told} written to about it); open the account`,
      shown.added,
    );
  const mail = shown.sendsMail
    ? []
    : [
        "",
        "No mail leaves this portal: nobody who is invited receives a link, and nobody else can read it.",
        "To invite people, start it with MAIL_MODE=live and SMTP_URL=smtp://user:password@mail.example.org:587",
      ];
  return [
    "",
    `Avances is ready: ${url}`,
    ...(added ?? firstSteps(shown.first)),
    ...mail,
    "",
    // An instance without any account must be started again with a name; going on as it is would help nobody.
    shown.first?.state === "nobody-named" ? "Ctrl-C stops it." : "Ctrl-C stops it; `npm start` goes on where it was.",
  ].join("\n");
}

function invitation(heading: string, { link, address }: Invited): readonly string[] {
  return ["", `${heading} (the link works once, for 72 hours):`, `  ${link}`, `  Its owner signs in as ${address}`];
}

function firstSteps(first: FirstInvitation | null): readonly string[] {
  if (first?.state === "invited") return invitation("Open the first account of the Technical Secretariat", first);
  if (first?.state !== "nobody-named") return [];
  return [
    "",
    "Nobody can sign in yet: it has no account, and its first belongs to a person of the Technical Secretariat.",
    "Stop it and say who that is:",
    `  ${namingCommand}`,
  ];
}
