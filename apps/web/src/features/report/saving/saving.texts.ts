import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";

export const savingTexts = defineTexts(
  {
    save: {
      saving: "Saving…",
      saved: (time: string) => `Saved ${time}`,
      savedBy: (when: string, who: string) => `Saved ${when} by ${who}`,
      savedPart: (saved: string) => `${saved}; the answer itself is still missing`,
      cleared: (time: string) => `Cleared ${time}: now without an answer`,
      clearedBy: (when: string, who: string) => `Cleared ${when} by ${who}: without an answer`,
      except: "Saved, except for the marked field",
      kept: "Kept on this computer; will be sent when there is a connection",
      signedOut: "Not saved: sign in again",
      otherPerson: "Not saved: another person has signed in in this browser",
      refused: "Not saved",
      conflict: "Not saved: somebody else saved this answer meanwhile",
      retry: "Try again",
      typing: "Not saved yet",
      none: "No answer yet",
      why: {
        "submission-not-editable":
          "The report was sent meanwhile, so it cannot be changed now. Your text is still here.",
        "answer-not-in-question":
          "The report was returned for other answers, so this one stays as it was sent. Your text is still here.",
        "answer-not-accepted": "The value does not fit this indicator. Your text is still here.",
        "not-allowed": "Your role does not allow changing this answer.",
        "invalid-input": "Something in it has a form the server does not take. Your text is still here.",
        other: "The server could not take it. Your text is still here.",
      },
    },
    undo: {
      "last-round": "This replaced what stood here.",
      state: "What stood here before was put aside.",
      cleared: "The answer was cleared.",
      theirs: "Your answer was put aside.",
      evidence: "The reference was removed.",
      pasted: "A block was pasted.",
      "total-only": "What stood in the cells was put aside.",
      isBack: "What stood here before is back.",
      undo: "Undo",
      redo: "Do it again",
    },
    conflict: {
      title: "Two answers to the same question",
      mine: "Yours",
      theirs: (who: string, time: string) => `${who}, saved ${time}`,
      gone: "Cleared meanwhile",
      keepMine: "Keep mine",
      takeTheirs: "Take theirs",
      sameValue: "The values are the same; the reason, comment or evidence differ.",
    },
    kept: {
      banner: (n: number) =>
        pluralEn(n, { one: "# answer is kept on this computer", other: "# answers are kept on this computer" }),
      text: "There is no connection to the portal. You can go on; what you write is sent by itself when the connection is back.",
      retry: "Send now",
      stuck: (n: number) =>
        pluralEn(n, { one: "# answer of yours was not saved", other: "# answers of yours were not saved" }),
      stuckText:
        "The report cannot be changed now. What you typed stays in this browser: it is saved once the report is open again, or you discard it.",
      typed: "Typed:",
      discard: (code: string) => `Discard ${code}`,
    },
  },
  {
    save: {
      saving: "Guardando…",
      saved: (time) => `Guardado a las ${time}`,
      savedBy: (when, who) => `Guardado ${when} por ${who}`,
      savedPart: (saved) => `${saved}; todavía falta la respuesta`,
      cleared: (time) => `Borrado a las ${time}: ahora sin respuesta`,
      clearedBy: (when, who) => `Borrado ${when} por ${who}: sin respuesta`,
      except: "Guardado, salvo el campo señalado",
      kept: "Conservado en esta computadora; se enviará cuando haya conexión",
      signedOut: "No guardado: inicie sesión de nuevo",
      otherPerson: "No guardado: otra persona inició sesión en este navegador",
      refused: "No guardado",
      conflict: "No guardado: otra persona guardó esta respuesta mientras tanto",
      retry: "Reintentar",
      typing: "Aún no guardado",
      none: "Aún sin respuesta",
      why: {
        "submission-not-editable":
          "El informe se envió mientras tanto y ahora no puede cambiarse. Su texto sigue aquí.",
        "answer-not-in-question":
          "El informe se devolvió por otras respuestas; esta queda como se envió. Su texto sigue aquí.",
        "answer-not-accepted": "El valor no corresponde a este indicador. Su texto sigue aquí.",
        "not-allowed": "Su función no permite cambiar esta respuesta.",
        "invalid-input": "Algo tiene una forma que el servidor no admite. Su texto sigue aquí.",
        other: "El servidor no pudo recibirlo. Su texto sigue aquí.",
      },
    },
    undo: {
      "last-round": "Esto reemplazó lo que había aquí.",
      state: "Lo que había aquí se apartó.",
      cleared: "Se borró la respuesta.",
      theirs: "Su respuesta se apartó.",
      evidence: "Se quitó la referencia.",
      pasted: "Se pegó un bloque.",
      "total-only": "Lo que había en las celdas se dejó aparte.",
      isBack: "Volvió lo que había antes.",
      undo: "Deshacer",
      redo: "Rehacer",
    },
    conflict: {
      title: "Dos respuestas a la misma pregunta",
      mine: "La suya",
      theirs: (who, time) => `${who}, guardada ${time}`,
      gone: "Borrada mientras tanto",
      keepMine: "Conservar la mía",
      takeTheirs: "Usar la otra",
      sameValue: "Los valores son iguales; difieren el motivo, el comentario o los medios de verificación.",
    },
    kept: {
      banner: (n) =>
        pluralEs(n, {
          one: "# respuesta se conserva en esta computadora",
          other: "# respuestas se conservan en esta computadora",
        }),
      text: "No hay conexión con el portal. Puede continuar; lo que escriba se enviará solo cuando vuelva la conexión.",
      retry: "Enviar ahora",
      stuck: (n) => pluralEs(n, { one: "# respuesta suya no se guardó", other: "# respuestas suyas no se guardaron" }),
      stuckText:
        "Ahora el informe no puede cambiarse. Lo que escribió queda en este navegador: se guardará cuando el informe vuelva a abrirse, o puede descartarlo.",
      typed: "Escrito:",
      discard: (code) => `Descartar ${code}`,
    },
  },
);
