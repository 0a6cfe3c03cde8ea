import type {
  askForAddress,
  askForRole,
  BodyInputOf,
  confirmRequest,
  editPerson,
  endPerson,
  getHandover,
  getPeopleCsv,
  getPersonHistory,
  importPeople,
  invitePerson,
  listPeople,
  PersonView,
  ResponseOf,
  reopenPerson,
  resendInvitation,
  withdrawRequest,
} from "@avances/contracts";
import type { Language } from "@avances/domain/catalogue";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { call, callForFile, operation } from "#lib/api-client.ts";
import { keepFile } from "#lib/keep-file.ts";
import { newId } from "#lib/new-id.ts";

export type Person = z.output<typeof PersonView>;
export type Role = Person["role"];
/** Do acts that reach into a country take two people, or has the Secretariat never had a second one? */
export type SecondPerson = z.output<(typeof listPeople)["response"]>["secondPerson"];

const invite = operation<typeof invitePerson>("POST", "/people", { idempotent: true });
const confirm = operation<typeof confirmRequest>("POST", "/people/:personId/requests/:requestId/confirm");
const withdraw = operation<typeof withdrawRequest>("POST", "/people/:personId/requests/:requestId/withdraw");
const sendLink = operation<typeof resendInvitation>("POST", "/people/:personId/invitation");
const reopen = operation<typeof reopenPerson>("POST", "/people/:personId/reopen");
const edit = operation<typeof editPerson>("PUT", "/people/:personId");
const address = operation<typeof askForAddress>("POST", "/people/:personId/address");
const role = operation<typeof askForRole>("POST", "/people/:personId/role");
const history = operation<typeof getPersonHistory>("GET", "/people/:personId/history");
const end = operation<typeof endPerson>("POST", "/people/:personId/end");

export interface Invitation {
  readonly address: string;
  readonly displayName: string;
  readonly institution?: string;
  readonly salutation?: string;
  readonly phone?: string;
  readonly isShared?: boolean;
  readonly role: Role;
  readonly country: string | null;
  readonly assignedIndicators?: string[];
  readonly language: Language;
}

function usePeopleChanged() {
  const client = useQueryClient();
  return () =>
    Promise.all([["people"], ["round-status"], ["mail"]].map((queryKey) => client.invalidateQueries({ queryKey })));
}

export function useInvite() {
  const onSuccess = usePeopleChanged();
  return useMutation({
    mutationFn: ({ invitation, idempotencyKey }: { invitation: Invitation; idempotencyKey: string }) =>
      call(invite, { body: invitation, idempotencyKey }),
    onSuccess,
  });
}

const personActs = {
  sendLink: ({ id }: Person) => call(sendLink, { params: { personId: id } }),
  reopen: ({ id }: Person) => call(reopen, { params: { personId: id } }),
  end: ({ id }: Person) => call(end, { params: { personId: id } }),
  confirm: ({ id, waiting }: Person) => call(confirm, { params: { personId: id, requestId: waiting?.id ?? "" } }),
  withdraw: ({ id, waiting }: Person) => call(withdraw, { params: { personId: id, requestId: waiting?.id ?? "" } }),
} as const;

/** Send a fresh link, end, and decide on what waits for a second person. Each acts on one person in the state that was seen, and has no text. */
export function usePersonAct(act: keyof typeof personActs) {
  const onSuccess = usePeopleChanged();
  return useMutation({
    mutationFn: (person: Person) => personActs[act](person),
    onSuccess,
  });
}

/** Changes what describes a person; only what is in the body. */
export function useEdit({ id }: Pick<Person, "id">) {
  const onSuccess = usePeopleChanged();
  return useMutation({
    mutationFn: (body: BodyInputOf<typeof editPerson>) => call(edit, { params: { personId: id }, body }),
    onSuccess,
  });
}

export function useAskForAddress({ id }: Pick<Person, "id">) {
  const onSuccess = usePeopleChanged();
  return useMutation({
    mutationFn: (wanted: string) => call(address, { params: { personId: id }, body: { address: wanted } }),
    onSuccess,
  });
}

export type WantedRole = BodyInputOf<typeof askForRole>;

export function useAskForRole({ id }: Pick<Person, "id">) {
  const onSuccess = usePeopleChanged();
  return useMutation({
    mutationFn: (body: WantedRole) => call(role, { params: { personId: id }, body }),
    onSuccess,
  });
}

export type EventOfPerson = ResponseOf<typeof getPersonHistory>["events"][number];

/** What was done to an account; read when somebody wants to see it. */
export function useHistory({ id }: Pick<Person, "id">) {
  return useQuery({
    queryKey: ["people", id, "history"],
    queryFn: ({ signal }) => call(history, { params: { personId: id }, signal }),
  });
}

const file = operation<typeof getPeopleCsv>("GET", "/people.csv");
const rowsOfFile = operation<typeof importPeople>("POST", "/people/import", { idempotent: true });

/** Everybody as a file, in the language of the page. */
export function usePeopleFile(language: Language) {
  return useMutation({
    mutationFn: () => callForFile(file, { query: { language } }),
    onSuccess: keepFile,
  });
}

const handover = operation<typeof getHandover>("GET", "/people/:personId/handover.pdf");

/** The handover brief for somebody, in that person's language. */
export function useHandover() {
  return useMutation({
    mutationFn: (personId: string) => callForFile(handover, { params: { personId } }),
    onSuccess: keepFile,
  });
}

export type RowOfFile = BodyInputOf<typeof importPeople>["rows"][number];
export type JudgedFile = ResponseOf<typeof importPeople>;

/** Judges rows (`fingerprint` null), or enters those that were judged sound. */
export function useImport() {
  const changed = usePeopleChanged();
  return useMutation({
    mutationFn: (body: BodyInputOf<typeof importPeople>) => call(rowsOfFile, { body, idempotencyKey: newId() }),
    onSuccess: ({ isDone }) => (isDone ? changed() : undefined),
  });
}
