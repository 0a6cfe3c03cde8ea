// Runs before anything is painted, so that a saved theme never flashes and the page has its language from the start.
// A file of its own because the content security policy allows no inline script.
(() => {
  const root = document.documentElement;
  root.lang = location.pathname.startsWith("/es") ? "es" : "en";
  try {
    const theme = localStorage.getItem("avances.theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {
    // Storage may be closed to us; the system's theme then applies.
  }
})();
