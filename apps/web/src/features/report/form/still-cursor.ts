/**
 * What comes or goes above an answer (that there is no connection, that the session has ended, that a colleague is here) does not move the field in which
 * somebody writes: the page is scrolled by as much. Browsers do that by themselves, but not at the very top of a page, and not all of them.
 */
export function stillCursor(): () => void {
  const main = document.querySelector("main");
  if (main === null) return () => undefined;
  let field: HTMLElement | null = null;
  let top = 0;
  let scrolled = 0;
  const remember = () => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement)) return;
    field = at.closest("article") === null ? null : at;
    // What browsers do themselves keeps still what stands at the top of the window, which may be another thing than the field, and comes in between.
    document.body.style.overflowAnchor = field === null ? "" : "none";
    if (field === null) return;
    top = field.getBoundingClientRect().top;
    scrolled = window.scrollY;
  };
  const hold = () => {
    if (field?.isConnected && window.scrollY === scrolled) {
      const moved = field.getBoundingClientRect().top - top;
      if (moved !== 0) window.scrollBy(0, moved);
      scrolled = window.scrollY;
    } else remember();
  };
  // The event of a scroll of ours comes a frame later, when something else may have moved the field already: that is held, and not remembered.
  const onScroll = () => {
    if (window.scrollY !== scrolled) remember();
  };
  const observer = new ResizeObserver(hold);
  observer.observe(main);
  // Whoever is asked something in a dialog comes back to the field, and the dialog may come together with what moves it.
  const onFocus = () => {
    if (document.querySelector("dialog[open]") === null) remember();
  };
  document.addEventListener("focusin", onFocus);
  window.addEventListener("scroll", onScroll, { passive: true });
  remember();
  return () => {
    observer.disconnect();
    document.body.style.overflowAnchor = "";
    document.removeEventListener("focusin", onFocus);
    window.removeEventListener("scroll", onScroll);
  };
}
