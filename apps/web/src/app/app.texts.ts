import { defineTexts } from "#i18n/i18n.ts";

export const appTexts = defineTexts(
  {
    skip: "Skip to the content",
    tagline: "Progress against trafficking in persons and migrant smuggling",
    publicNav: "Public pages",
    nav: {
      region: "Region",
      indicators: "Indicators",
      countries: "Countries",
      articles: "Articles",
      index: "Index",
      about: "About",
    },
    search: "Search",
    signIn: "Sign in",
    footer: {
      about:
        "Member Countries of the Regional Conference on Migration report here each year. Figures are those of the States; the portal ranks no country.",
      data: "Published data (CSV)",
      api: "Interface for programs",
      method: "Method",
      documents: "Documents",
    },
    notFound: {
      title: "There is no page at this address",
      text: "The address may be mistyped, or the page is not for everybody: some are seen only after signing in, and some by those whom they concern.",
      back: "Go to the region’s progress",
    },
    error: {
      failed: {
        title: "This page could not be shown",
        text: "Nothing was lost: what was saved stays saved. Try again; if it happens once more, tell the Technical Secretariat.",
      },
      offline: {
        title: "This page could not be loaded",
        text: "Your device is offline, or the portal does not answer. The page will work again when the connection is back.",
      },
      forbidden: {
        title: "This page is for other roles",
        text: "You are signed in, but this page belongs to another task. If you need it, ask the Technical Secretariat.",
      },
      signedOut: { title: "Your session has ended", text: "Sign in again to go on; you will return to this page." },
      otherPerson: {
        title: "Another person has signed in",
        text: "In this browser, another person has signed in in another tab, so this page cannot be read for you now.",
      },
      unloaded: {
        title: "This page could not be loaded",
        text: "A part of this page could not be loaded.",
      },
      outdated: { title: "The portal was updated", text: "Load the page again to get the new version." },
      reload: "Load the page again",
      retry: "Try again",
      reference: (id: string) => `Reference for the Technical Secretariat: ${id}`,
    },
  },
  {
    skip: "Ir al contenido",
    tagline: "Avances contra la trata de personas y el tráfico ilícito de migrantes",
    publicNav: "Páginas públicas",
    nav: {
      region: "Región",
      indicators: "Indicadores",
      countries: "Países",
      articles: "Artículos",
      index: "Índice",
      about: "Acerca de",
    },
    search: "Buscar",
    signIn: "Iniciar sesión",
    footer: {
      about:
        "Los Países Miembros de la Conferencia Regional sobre Migración informan aquí cada año. Las cifras son de los Estados; el portal no clasifica a los países.",
      data: "Datos publicados (CSV)",
      api: "Interfaz para programas",
      method: "Metodología",
      documents: "Documentos",
    },
    notFound: {
      title: "No hay ninguna página en esta dirección",
      text: "La dirección puede tener un error, o la página no es para todas las personas: unas se ven solo al iniciar sesión, y otras solo las ven aquellos a quienes conciernen.",
      back: "Ir a los avances de la región",
    },
    error: {
      failed: {
        title: "No se pudo mostrar esta página",
        text: "No se perdió nada: lo guardado sigue guardado. Inténtelo de nuevo; si vuelve a ocurrir, avise a la Secretaría Técnica.",
      },
      offline: {
        title: "No se pudo cargar esta página",
        text: "Su equipo no tiene conexión o el portal no responde. La página funcionará cuando vuelva la conexión.",
      },
      forbidden: {
        title: "Esta página es para otras funciones",
        text: "Usted inició sesión, pero esta página corresponde a otra tarea. Si la necesita, consulte a la Secretaría Técnica.",
      },
      signedOut: { title: "Su sesión terminó", text: "Inicie sesión de nuevo para continuar; volverá a esta página." },
      otherPerson: {
        title: "Otra persona inició sesión",
        text: "En este navegador, otra persona inició sesión en otra pestaña; por eso esta página no puede leerse ahora para usted.",
      },
      unloaded: {
        title: "No se pudo cargar esta página",
        text: "No se pudo cargar una parte de esta página.",
      },
      outdated: { title: "El portal se actualizó", text: "Cargue la página de nuevo para tener la versión nueva." },
      reload: "Cargar la página de nuevo",
      retry: "Intentar de nuevo",
      reference: (id) => `Referencia para la Secretaría Técnica: ${id}`,
    },
  },
);
