import { type Browser, openBrowser } from "@avances/api/testing/browser";
import type { TestApi } from "@avances/api/testing/start-test-api";
import { allContracts, apiPrefix, type Contract } from "@avances/contracts";
import { listMails } from "@avances/db/queries/mail-queries";
import { isCountryRole, type Role, seesAssignedOnly } from "@avances/domain/access";
import { runScheduler, ticketToken } from "@avances/notices";

/** The operations about accounts, with which a person of the secretariat could try to get in. */
export const accountOperations = allContracts.filter(({ path }) =>
  /^\/(people(?:\.csv)?|session|invitations|password-resets|address-changes|contact-checks|outgoing-mail)(\/|$)/.test(
    path,
  ),
);

/** Mail to this domain reaches the attacker, and no other mail does. */
export const ownDomain = "evil.example";
const ownPassword = "siete lunas sobre la laguna";

/** One try: what is done, to which of the known things, and with which words. Numbers pick from lists whose length changes. */
export interface Try {
  readonly what: string;
  readonly one: number;
  readonly other: number;
  readonly role: Role;
  readonly hours: number;
}

interface Known {
  id: string;
  address: string;
  waiting: { id: string } | null;
}

/**
 * One person of the secretariat who wants more: tries what the API offers, keeps every secret that a reply contains or that
 * reaches their mailbox, and uses it under every name.
 */
export class LoneAttacker {
  /** Accounts the attacker could sign in to, besides their own. */
  readonly identities: { address: string; role: Role; country: string | null }[] = [];
  readonly faults: string[] = [];
  readonly history: string[] = [];
  private people: Known[] = [];
  private mails: string[] = [];
  private readonly tokens = new Set<string>();
  private readonly browser: Browser;
  private readonly api: TestApi;
  private readonly address: string;
  private readonly password: string;

  constructor(api: TestApi, address: string, password: string) {
    this.api = api;
    this.address = address;
    this.password = password;
    this.browser = openBrowser(api);
  }

  /** The operations this attacker can try, by name, and what others do in the meantime. */
  static readonly tries: Readonly<Record<string, (attacker: LoneAttacker, given: Try) => Promise<unknown>>> = {
    getSession: (me) => me.ask("getSession"),
    createSession: (me, { one }) => me.signInAs(me.pick(me.people, one)?.address ?? me.address),
    refreshSession: (me) => me.ask("refreshSession"),
    endSession: (me) => me.ask("endSession"),
    changePassword: (me) => me.ask("changePassword", { body: { current: me.password, next: me.password } }),
    showInvitation: (me, { one }) => me.use("showInvitation", one),
    acceptInvitation: (me, { one }) => me.use("acceptInvitation", one),
    acceptPasswordReset: (me, { one }) => me.use("acceptPasswordReset", one),
    requestPasswordReset: (me, { one }) =>
      me.ask("requestPasswordReset", { body: { email: me.pick(me.people, one)?.address ?? me.address } }),
    listPeople: (me) => me.look(),
    invitePerson: (me, { one, other, role }) => me.invite(role, one, other),
    confirmRequest: (me, { one }) => me.decide("confirmRequest", one),
    withdrawRequest: (me, { one }) => me.decide("withdrawRequest", one),
    resendInvitation: (me, { one }) => me.onPerson("resendInvitation", one),
    endPerson: (me, { one }) => me.onPerson("endPerson", one),
    reopenPerson: (me, { one }) => me.onPerson("reopenPerson", one),
    getPersonHistory: (me, { one }) => me.onPerson("getPersonHistory", one),
    editPerson: (me, { one, other }) => me.onPerson("editPerson", one, { isShared: other % 2 === 0, isRight: true }),
    askForAddress: (me, { one, other }) => me.onPerson("askForAddress", one, { address: `moved${other}@${ownDomain}` }),
    askForRole: (me, { one, role }) =>
      me.onPerson("askForRole", one, {
        ...{ role, country: isCountryRole(role) ? "CRI" : null },
        ...(seesAssignedOnly(role) && { assignedIndicators: ["TIP-LEG-01"] }),
      }),
    getPeopleCsv: (me) => me.ask("getPeopleCsv"),
    importPeople: (me, { one, role }) => me.importRow(one, role),
    getHandover: (me, { one }) => me.onPerson("getHandover", one),
    getOwnHandover: (me) => me.ask("getOwnHandover"),
    getOwnEntry: (me) => me.ask("getOwnEntry"),
    editOwnEntry: (me) => me.ask("editOwnEntry", { body: { institution: "Ministry" } }),
    // Not to an address of this walk: the own account would no longer be known by its address.
    askForOwnAddress: (me) =>
      me.ask("askForOwnAddress", { body: { address: "elsewhere@other.example", password: me.password } }),
    showAddressChange: (me, { one }) => me.use("showAddressChange", one),
    useAddressChange: (me, { one }) => me.use("useAddressChange", one),
    showContactCheck: (me, { one }) => me.use("showContactCheck", one),
    useContactCheck: (me, { one }) => me.use("useContactCheck", one),
    getOwnSettings: (me) => me.ask("getOwnSettings"),
    chooseDigest: (me, { other }) => me.ask("chooseDigest", { body: { wanted: other % 2 === 0 } }),
    makeCalendar: (me) => me.ask("makeCalendar"),
    endCalendar: (me) => me.ask("endCalendar"),
    sendTestMail: (me) => me.ask("sendTestMail"),
    listOutgoingMail: (me) => me.readMails(),
    getOutgoingMail: (me, { one }) => me.onMail("getOutgoingMail", one),
    retryMail: (me, { one }) => me.onMail("retryMail", one),
    "time passes": async (me, { hours }) => me.api.clock.advance(hours * 3_600_000),
    "mail goes out": (me) => me.deliver(),
  };

  async attempt(given: Try): Promise<void> {
    this.history.push(`${given.what} ${given.one}/${given.other} ${given.role}`);
    await this.stayIn();
    await LoneAttacker.tries[given.what]?.(this, given);
  }

  /** Uses every secret that the tries have left unused. */
  async finish(): Promise<void> {
    await this.stayIn();
    await this.look();
    for (const { address } of this.people) await this.ask("requestPasswordReset", { body: { email: address } });
    await this.deliver();
    await this.readMails();
    for (const mail of this.mails) await this.onMail("getOutgoingMail", this.mails.indexOf(mail));
    for (const kind of ["showInvitation", "useAddressChange", "acceptInvitation", "acceptPasswordReset"] as const)
      for (let index = 0; index < this.tokens.size; index += 1) await this.use(kind, index);
    for (const { address } of this.people) await this.signInAs(address);
  }

  private pick<T>(list: readonly T[], index: number): T | undefined {
    return list.length === 0 ? undefined : list[index % list.length];
  }

  private async ask(
    operationId: string,
    { params = {}, body }: { params?: Record<string, string>; body?: unknown } = {},
    browser = this.browser,
  ) {
    const contract = accountOperations.find((one) => one.operationId === operationId) as Contract;
    const path = contract.path.replace(/:([A-Za-z]+)/g, (_, name: string) => params[name] ?? "none");
    const reply = await browser.send(contract.method, `${apiPrefix}${path}`, body, {
      ...(contract.idempotent && { "idempotency-key": this.api.deps.newId() }),
    });
    this.keep(reply.body);
    if (reply.statusCode >= 500) this.faults.push(`${operationId} → ${reply.statusCode}`);
    return reply;
  }

  private keep(text: string): void {
    for (const [, token = ""] of text.matchAll(/#([A-Za-z0-9_-]{20,})/g)) this.tokens.add(token);
  }

  private async stayIn(): Promise<void> {
    const session = await this.browser.send("GET", `${apiPrefix}/people`);
    if (session.statusCode === 401) await this.browser.signIn(this.address, this.password);
  }

  private async look(): Promise<void> {
    const reply = await this.ask("listPeople");
    if (reply.statusCode === 200) this.people = reply.json().people;
  }

  private async invite(role: Role, one: number, other: number): Promise<void> {
    const isOfCountry = isCountryRole(role);
    // The attacker's own address, or one that somebody has or had.
    const address = other % 3 === 0 ? this.pick(this.people, one)?.address : undefined;
    const body = {
      address: address ?? `name${one}@${ownDomain}`,
      displayName: "Pat Example",
      role,
      country: isOfCountry ? "CRI" : null,
      language: "en",
      ...(seesAssignedOnly(role) && { assignedIndicators: ["TIP-LEG-01"] }),
    };
    await this.ask("invitePerson", { body });
    await this.look();
  }

  private async onPerson(operationId: string, index: number, body?: unknown): Promise<void> {
    const personId = this.pick(this.people, index)?.id ?? this.api.deps.newId();
    await this.ask(operationId, { params: { personId }, body });
    await this.look();
  }

  /** A row for a new account of the attacker's, and one that changes somebody's role. */
  private async importRow(one: number, role: Role): Promise<void> {
    const empty = { institution: "", salutation: "", phone: "", mailbox: "", from: "", until: "" };
    const country = isCountryRole(role) ? "CRI" : "";
    const indicators = seesAssignedOnly(role) ? "TIP-LEG-01" : "";
    const rows = [`file${one}@${ownDomain}`, this.pick(this.people, one)?.address ?? this.address].map(
      (address, at) => {
        return { ...empty, line: at + 2, name: "Pat Example", address, role, country, language: "en", indicators };
      },
    );
    const preview = await this.ask("importPeople", { body: { rows, fingerprint: null } });
    if (preview.statusCode === 200)
      await this.ask("importPeople", { body: { rows, fingerprint: preview.json().fingerprint } });
    await this.look();
  }

  private async decide(operationId: string, index: number): Promise<void> {
    const person = this.pick(
      this.people.filter(({ waiting }) => waiting !== null),
      index,
    );
    if (!person?.waiting) return;
    await this.ask(operationId, { params: { personId: person.id, requestId: person.waiting.id } });
    await this.look();
  }

  private async readMails(): Promise<void> {
    const reply = await this.ask("listOutgoingMail");
    if (reply.statusCode === 200) this.mails = reply.json().messages.map(({ id }: { id: string }) => id);
  }

  private async onMail(operationId: string, index: number): Promise<void> {
    await this.ask(operationId, { params: { mailId: this.pick(this.mails, index) ?? this.api.deps.newId() } });
  }

  private async use(
    operationId:
      | "showInvitation"
      | "acceptInvitation"
      | "acceptPasswordReset"
      | "showAddressChange"
      | "useAddressChange"
      | "showContactCheck"
      | "useContactCheck",
    index: number,
  ): Promise<void> {
    const token = this.pick([...this.tokens], index);
    if (token === undefined) return;
    const body = {
      token,
      ...(operationId.startsWith("accept") && { password: ownPassword }),
      ...(operationId === "useContactCheck" && { answer: "left" }),
    };
    await this.ask(operationId, { body }, openBrowser(this.api));
  }

  private async signInAs(address: string): Promise<void> {
    if (address === this.address) return;
    const browser = openBrowser(this.api);
    const body = { email: address, password: ownPassword };
    const reply = await this.ask("createSession", { body }, browser);
    if (reply.statusCode !== 200) return;
    const { role, country } = reply.json().person;
    this.identities.push({ address, role, country });
    this.keep((await browser.send("GET", `${apiPrefix}/submissions`)).body);
  }

  /** Reads what is sent to the attacker's domain. */
  private async deliver(): Promise<void> {
    const { db, config } = this.api.deps;
    const stop = new AbortController();
    const ticketKey = config.secrets.ticketKey;
    const scheduler = runScheduler({ ...this.api.deps, config: { ...config, ticketKey } }, stop.signal);
    await scheduler.runOnce();
    stop.abort();
    await scheduler.done;
    const reader = await this.api.person("secretariat");
    const sent = await db.asActor(reader, (tx) => listMails(tx, { limit: 1_000 }));
    for (const { mail } of sent) {
      if (mail.ticketId === null || !mail.toAddress.endsWith(`@${ownDomain}`)) continue;
      if (mail.state === "kept" || mail.state === "sent") this.tokens.add(ticketToken(ticketKey, mail.ticketId));
    }
  }
}
