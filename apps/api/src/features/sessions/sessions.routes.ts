import * as contracts from "@avances/contracts";
import type { Deps } from "#deps.ts";
import type { AccessTokens } from "#http/access-token.ts";
import { actingAs } from "#http/acting-as.ts";
import { isByItself } from "#http/by-itself.ts";
import { readCookie, setCookie } from "#http/cookies.ts";
import type { ExchangeMount } from "#http/mount-contract.ts";
import { acceptTicket } from "./accept-ticket.ts";
import { showAddressChange, useAddressChange } from "./address-change.ts";
import { changePassword } from "./change-password.ts";
import { showContactCheck, useContactCheck } from "./contact-check.ts";
import { endSession } from "./end-session.ts";
import { rememberDevice } from "./known-device.ts";
import { askForOwnAddress, editOwnEntry, ownEntry } from "./own-entry.ts";
import { refreshSession } from "./refresh-session.ts";
import { requestPasswordReset } from "./request-password-reset.ts";
import { openSectionLink, requestSectionLink } from "./section-links.ts";
import { clearSessionCookies, setSessionCookies } from "./session-tokens.ts";
import { sessionView } from "./session-view.ts";
import { showInvitation } from "./show-invitation.ts";
import { signIn } from "./sign-in.ts";
import { whoAmI } from "./who-am-i.ts";

const deviceSeconds = 180 * 86_400;

/** Sign-in and its cookies, the own password and entry, single-use links, those to sections included. */
export function sessionsRoutes(mount: ExchangeMount, deps: Deps, tokens: () => AccessTokens): void {
  const { config, clock } = deps;

  mount(contracts.getSession, async (_call, { request }) => {
    const known = await whoAmI(deps, request.actor, readCookie(config, request, "rt"));
    return sessionView(deps, known?.user ?? null, clock.now(), known?.sectionOf);
  });

  mount(contracts.createSession, async ({ body }, { request, reply }) => {
    const deviceCookie = readCookie(config, request, "dv");
    const opened = await signIn(deps, { ...body, ip: request.ip, deviceCookie });
    setSessionCookies(deps, reply, tokens(), opened, clock.now());
    setCookie(config, reply, "dv", rememberDevice(config, deviceCookie, opened.email), deviceSeconds);
    return sessionView(deps, opened.user, clock.now());
  });

  mount(contracts.refreshSession, async (_call, { request, reply }) => {
    const refreshed = await refreshSession(deps, readCookie(config, request, "rt"), !isByItself(request)).catch(
      (error: unknown) => {
        if (isNotSignedIn(error)) clearSessionCookies(deps, reply);
        throw error;
      },
    );
    setSessionCookies(deps, reply, tokens(), refreshed, clock.now());
    return sessionView(deps, refreshed.user, clock.now(), refreshed.sectionOf);
  });

  mount(contracts.endSession, async (_call, { request, reply }) => {
    await endSession(deps, {
      sessionId: request.actor?.sessionId ?? null,
      refreshToken: readCookie(config, request, "rt"),
      actingAs: actingAs(request),
    });
    clearSessionCookies(deps, reply);
    return undefined;
  });

  mount(contracts.changePassword, async ({ actor, body }, { request }) => {
    await changePassword(deps, actor, { ...body, ip: request.ip });
    return undefined;
  });
  mount(contracts.getOwnEntry, ({ actor }) => ownEntry(deps, actor));
  mount(contracts.editOwnEntry, ({ actor, body }) => editOwnEntry(deps, actor, body));
  mount(contracts.askForOwnAddress, ({ actor, body }, { request }) =>
    askForOwnAddress(deps, actor, { ...body, ip: request.ip }),
  );
  mount(contracts.showAddressChange, ({ body }) => showAddressChange(deps, body.token));
  mount(contracts.useAddressChange, async ({ body }) => {
    await useAddressChange(deps, body.token);
    return undefined;
  });
  mount(contracts.showContactCheck, ({ body }) => showContactCheck(deps, body.token));
  mount(contracts.useContactCheck, async ({ body }) => {
    await useContactCheck(deps, body);
    return undefined;
  });
  mount(contracts.showInvitation, ({ body }) => showInvitation(deps, body.token));
  mount(contracts.acceptInvitation, async ({ body }) => {
    await acceptTicket(deps, "invitation", body);
    return undefined;
  });
  mount(contracts.requestPasswordReset, async ({ body }, { request }) => {
    await requestPasswordReset(deps, { email: body.email, ip: request.ip });
    return undefined;
  });
  mount(contracts.acceptPasswordReset, async ({ body }) => {
    await acceptTicket(deps, "password_reset", body);
    return undefined;
  });

  mount(contracts.openSectionLink, async ({ body }, { reply }) => {
    const opened = await openSectionLink(deps, body);
    setSessionCookies(deps, reply, tokens(), opened, clock.now());
    return sessionView(deps, opened.user, clock.now(), opened.submissionId);
  });
  mount(contracts.requestSectionLink, async ({ body }, { request }) => {
    await requestSectionLink(deps, { email: body.email, ip: request.ip });
    return undefined;
  });
}

const isNotSignedIn = (error: unknown) => error instanceof Error && error.message === "not-signed-in";
