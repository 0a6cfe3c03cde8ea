import type { createSession } from "@avances/contracts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem, call, operation } from "#lib/api-client.ts";
import { sessionQuery } from "#lib/session.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { FieldError, TextInput } from "#ui/field.tsx";
import { dataEntryTexts } from "./data-entry.texts.ts";
import styles from "./sign-in-layer.module.css";
import { useEntries, useStore } from "./use-answer-store.ts";

const create = operation<typeof createSession>("POST", "/session");

/** The session ran out while writing: signing in happens in a layer over the form, and nothing is lost. */
export function SignInLayer() {
  const t = useTexts(dataEntryTexts);
  const store = useStore();
  const isOut = [...useEntries(store).values()].some(({ queue }) => queue.trouble?.kind === "signed-out");
  const [isPutOff, setPutOff] = useState(false);
  if (!isOut) return null;
  return (
    <>
      <Callout
        tone="alarm"
        live="alert"
        title={t.layer.banner}
        actions={
          <Button size="small" onClick={() => setPutOff(false)}>
            {t.layer.reopen}
          </Button>
        }
      >
        {t.layer.text}
      </Callout>
      <Dialog open={!isPutOff} onClose={() => setPutOff(true)} title={t.layer.title}>
        <LayerForm onLater={() => setPutOff(true)} onDone={() => store.retry()} />
      </Dialog>
    </>
  );
}

function LayerForm({ onLater, onDone }: { readonly onLater: () => void; readonly onDone: () => void }) {
  const t = useTexts(dataEntryTexts);
  const lang = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const signIn = useMutation({
    mutationFn: () => call(create, { body: { email, password } }),
    onSuccess: (session) => {
      const before = client.getQueryData(sessionQuery.queryKey)?.person?.id;
      if (before !== undefined && before !== session.person?.id) {
        client.clear();
        client.setQueryData(sessionQuery.queryKey, session);
        return navigate({ to: "/$lang/home", params: { lang } });
      }
      client.setQueryData(sessionQuery.queryKey, session);
      onDone();
      return undefined;
    },
  });
  const code = signIn.error instanceof ApiProblem ? signIn.error.code : null;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!signIn.isPending) signIn.mutate();
      }}
    >
      <p>{t.layer.text}</p>
      <TextInput
        label={t.layer.email}
        type="email"
        autoComplete="username"
        required
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <TextInput
        label={t.layer.password}
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      {signIn.isError ? (
        <div role="alert">
          <FieldError>
            {code === "sign-in-refused"
              ? t.layer.refused
              : code === "too-many-attempts"
                ? t.layer.tooMany
                : t.layer.unreachable}
          </FieldError>
        </div>
      ) : null}
      <div className="row row-end">
        <Button onClick={onLater}>{t.layer.later}</Button>
        <Button type="submit" variant="primary" busy={signIn.isPending}>
          {t.layer.signIn}
        </Button>
      </div>
    </form>
  );
}
