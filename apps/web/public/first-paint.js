// Nothing minifies this file. What it does and why: docs/first-paint.md
(() => {
  var root = document.documentElement;
  var state = root.dataset;
  var tooOld = {
    en: "This browser is too old for this portal. Use Chrome or Edge 109, Firefox 115, Safari 16.4 or anything newer. The published data can be downloaded without it: ",
    es: "Este navegador es demasiado antiguo para este portal. Use Chrome o Edge 109, Firefox 115, Safari 16.4 o una versión más reciente. Los datos publicados pueden descargarse sin él: ",
  };
  var first = location.pathname.split("/")[1];
  root.lang = Object.hasOwn(tooOld, first) ? first : "en";
  var kept;
  var theme;
  var line;
  var fonts;
  var font;
  try {
    // As src/lib/setting.ts writes it.
    kept = JSON.parse(localStorage.getItem("avances.theme"));
    theme = kept && kept.shape === 1 ? kept.data : "";
    if (theme === "light" || theme === "dark") root.setAttribute("data-theme", theme);
  } catch (_error) {}

  var isNewEnough =
    "noModule" in HTMLScriptElement.prototype &&
    "inert" in HTMLElement.prototype &&
    typeof structuredClone === "function" &&
    typeof Array.prototype.findLast === "function" &&
    window.CSS &&
    CSS.supports("(container-type: inline-size)");
  if (isNewEnough) {
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
    state.scripts = "";
    line = navigator.connection;
    fonts = document.querySelectorAll("link[rel=font]");
    if (fonts.length && line && (line.saveData || line.downlink < 1)) state.line = "slow";
    else for (font of fonts) font.rel = "preload";
    document.addEventListener(
      "load",
      ({ target }) => {
        if (target.rel === "modulepreload" && target.href.includes("/core-"))
          for (var next of document.querySelectorAll("link[rel=next]")) next.rel = "modulepreload";
      },
      true,
    );
    document.addEventListener("click", (event) => {
      var button = event.target.closest("button[data-needs=portal]");
      if (button) {
        state.scripts = "";
        fetch("/", { cache: "no-store" }).then(
          () => location.reload(),
          () => {
            state.scripts = "offline";
          },
        );
      } else {
        button = event.target.closest("#root[data-reads] button");
        if (button) window.pressed = button;
      }
    });
    document.addEventListener("submit", (event) => {
      if (event.target.matches("form[data-names]") && !(state.scripts && event.target.closest("#root[data-reads]")))
        event.preventDefault();
    });
    document.addEventListener("change", (event) => {
      if (event.target.form) event.target.form.dataset.chosen = "";
    });
    document.addEventListener("DOMContentLoaded", () => {
      var code = document.getElementById("code");
      if (!code) return;
      var begin = () => {
        if (!code) return;
        [...document.querySelectorAll("link[rel=later]:not([id])"), code].forEach((link) => {
          var script = document.createElement("script");
          script.type = "module";
          script.async = false;
          script.crossOrigin = "";
          script.src = link.href;
          script.onerror = () => {
            state.scripts = "unloaded";
          };
          document.head.appendChild(script);
        });
        code = null;
        setTimeout(() => {
          if (state.scripts === "" && document.querySelector("#root[data-reads]")) state.scripts = "late";
        }, 2e4);
      };
      var painted = new PerformanceObserver(() => {
        painted.disconnect();
        begin();
      });
      painted.observe({ type: "paint", buffered: true });
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(begin, 100)));
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
    var drawn = document.getElementById("root");
    if (drawn) drawn.removeAttribute("data-reads");
  });
})();
