import type { Language } from "../catalogue/language.ts";
import type { Role } from "./role.ts";

type Names = Readonly<Record<Role, string>>;

/** How the roles are called: on pages, in files and in lines about whom a message went to. What each may do is said where a role is chosen. */
interface RoleNames {
  /** Beside the name of the person who is signed in. */
  readonly name: Names;
  /** In the list of people, in the choice of a role, and in files of people. */
  readonly inList: Names;
  /** Inside a line about the recipient of a message. */
  readonly recipient: Names;
}

const english: RoleNames = {
  name: {
    secretariat: "Technical Secretariat",
    focal_point: "Focal point",
    alternate: "Alternate focal point",
    contributor: "Contributor",
    approver: "Approver",
    liaison_officer: "Liaison officer",
    rcgm_delegate: "RCGM delegate",
    presidency: "Presidency Pro Tempore",
    observer: "Observer",
    civil_society: "Civil society network",
    coalition: "Regional Coalition",
  },
  inList: {
    secretariat: "Technical Secretariat",
    focal_point: "Focal point",
    alternate: "Alternate",
    contributor: "Contributor",
    approver: "Approver",
    liaison_officer: "Liaison officer",
    rcgm_delegate: "RCGM delegate",
    presidency: "Presidency Pro Tempore",
    observer: "Observer",
    civil_society: "Civil society network",
    coalition: "Regional Coalition",
  },
  recipient: {
    secretariat: "Secretariat",
    focal_point: "focal point",
    alternate: "alternate",
    contributor: "contributor",
    approver: "approver",
    liaison_officer: "liaison officer",
    rcgm_delegate: "national focal point",
    presidency: "Presidency",
    observer: "observer",
    civil_society: "civil society network",
    coalition: "Regional Coalition",
  },
};

const spanish: RoleNames = {
  name: {
    secretariat: "Secretaría Técnica",
    focal_point: "Punto focal",
    alternate: "Punto focal suplente",
    contributor: "Colaboradora o colaborador",
    approver: "Persona que aprueba",
    liaison_officer: "Funcionaria o funcionario de enlace",
    rcgm_delegate: "Delegación del GRCM",
    presidency: "Presidencia Pro Témpore",
    observer: "Observación",
    civil_society: "Red de sociedad civil",
    coalition: "Coalición Regional",
  },
  inList: {
    secretariat: "Secretaría Técnica",
    focal_point: "Punto focal",
    alternate: "Suplente",
    contributor: "Institución contribuyente",
    approver: "Persona que aprueba",
    liaison_officer: "Enlace",
    rcgm_delegate: "Delegada o delegado del GRCM",
    presidency: "Presidencia Pro Témpore",
    observer: "Observación",
    civil_society: "Red de sociedad civil",
    coalition: "Coalición Regional",
  },
  recipient: {
    secretariat: "Secretaría",
    focal_point: "punto focal",
    alternate: "suplente",
    contributor: "institución contribuyente",
    approver: "persona que aprueba",
    liaison_officer: "enlace",
    rcgm_delegate: "punto focal nacional",
    presidency: "Presidencia",
    observer: "observación",
    civil_society: "red de sociedad civil",
    coalition: "Coalición Regional",
  },
};

export const roleNames: Readonly<Record<Language, RoleNames>> = { en: english, es: spanish };
