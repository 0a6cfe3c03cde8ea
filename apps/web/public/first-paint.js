// Runs before anything is painted, so that a saved theme never flashes and the page has its language from the start.
// A separate file, because the content security policy allows no inline script. Written so that any browser of the last ten years can run
// it, because it tells browsers that are too old for the rest (the minimum versions are in vite.config.ts).
(() => {
  var root = document.documentElement;
  // In each language of the portal; `src/app/before-anything.test.ts` compares it with the list of languages.
  var tooOld = {
    en: "This browser is too old for this portal. Use Chrome or Edge 109, Firefox 115, Safari 16.4 or anything newer. The published data can be downloaded without it: ",
    es: "Este navegador es demasiado antiguo para este portal. Use Chrome o Edge 109, Firefox 115, Safari 16.4 o una versión más reciente. Los datos publicados pueden descargarse sin él: ",
  };
  var first = location.pathname.split("/")[1];
  root.lang = Object.hasOwn(tooOld, first) ? first : "en";
  var kept;
  var theme;
  try {
    // As src/lib/setting.ts writes it.
    kept = JSON.parse(localStorage.getItem("avances.theme"));
    theme = kept && kept.shape === 1 ? kept.data : "";
    if (theme === "light" || theme === "dark") root.setAttribute("data-theme", theme);
  } catch (_error) {
    // Storage may be inaccessible or hold anything; the system's theme then applies.
  }

  var isNewEnough =
    "noModule" in HTMLScriptElement.prototype &&
    "inert" in HTMLElement.prototype &&
    typeof structuredClone === "function" &&
    typeof Array.prototype.findLast === "function" &&
    window.CSS &&
    CSS.supports("(container-type: inline-size)");
  if (isNewEnough) {
    // Drawings are not for the browser's page translation (`src/app/page-translation.ts` says why). This observer must be the page's first, so that
    // translation finds the mark; the server has marked its own.
    document.addEventListener(
      "readystatechange",
      () =>
        new MutationObserver((changes) => {
          for (var change of changes)
            for (var node of change.addedNodes)
              if (node.localName === "svg") node.classList.add("notranslate");
              else if (node.firstElementChild)
                for (var drawing of node.querySelectorAll("svg")) drawing.classList.add("notranslate");
        }).observe(root, { childList: true, subtree: true }),
      { once: true },
    );
    // A button of a page that the server drew works only when its code is there. What was pressed before is pressed then (src/app/take-over.ts).
    document.addEventListener("click", (event) => {
      var button = event.target.closest("#root[data-reads] button");
      if (button) window.pressed = button;
    });
    // What the server drew is painted first; then comes the code that makes it work (`http/pages/page-shell.ts` of the API).
    document.addEventListener("DOMContentLoaded", () => {
      var code = document.getElementById("code");
      if (!code) return;
      // In turn, so that each file runs in a step of its own: first what the code imports, then the code.
      var begin = () => {
        [...document.querySelectorAll("link[rel=later]:not([id])"), code].forEach((link) => {
          var script = document.createElement("script");
          script.type = "module";
          script.async = false;
          script.crossOrigin = "";
          script.src = link.href;
          document.head.appendChild(script);
        });
      };
      // Not before the styles are there, however slow the line; in a tab in the background, when somebody looks at it.
      requestAnimationFrame(() => setTimeout(begin));
    });
    return;
  }
  document.addEventListener("DOMContentLoaded", () => {
    var note = document.createElement("p");
    note.setAttribute("role", "alert");
    note.className = "browser-too-old";
    note.appendChild(document.createTextNode(tooOld[root.lang]));
    var link = document.createElement("a");
    link.href = "/api/v1/public/data.csv";
    link.appendChild(document.createTextNode("data.csv"));
    note.appendChild(link);
    document.body.insertBefore(note, document.body.firstChild);
    // Nothing will take over a page that the server drew: it stays as it is.
    var drawn = document.getElementById("root");
    if (drawn) drawn.removeAttribute("data-reads");
  });
})();
