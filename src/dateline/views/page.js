"use strict";
// Everything the page says stands in it without this script; the script opens quotes beside their lines, goes from quote
// to quote by key, narrows the lists and switches colours. It stores nothing and asks nothing of any network.
(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const sheet = byId("sheet");
  const wide = matchMedia("(min-width: 75rem)");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const head = byId("reader-head");
  const title = head.textContent;
  let from = null; // the link that was followed last

  const unmark = () => {
    for (const mark of sheet.querySelectorAll("mark")) mark.replaceWith(...mark.childNodes);
    for (const link of document.querySelectorAll("[aria-current]")) link.removeAttribute("aria-current");
  };

  // The pieces of an article are cut where evidence begins or ends, so a quote is always a whole number of them.
  const markQuote = (article, start, end) => {
    const pieces = [...article.querySelectorAll("[data-o]")];
    const quoted = pieces.filter((piece) => Number(piece.dataset.o) >= start && Number(piece.dataset.o) < end);
    if (!quoted.length) return null;
    const mark = document.createElement("mark");
    mark.tabIndex = -1;
    quoted[0].before(mark);
    mark.append(...quoted);
    return mark;
  };

  const open = (link, takeFocus) => {
    const article = byId(link.dataset.a);
    if (!article) return;
    unmark();
    for (const other of sheet.querySelectorAll("article")) other.hidden = other !== article;
    root.classList.add("open");
    byId("close").hidden = false;
    byId("welcome").hidden = true;
    link.setAttribute("aria-current", "true");
    from = link;
    if (!wide.matches) link.scrollIntoView({ block: "nearest" });
    const name = byId(`${article.id}-head`);
    const mark = markQuote(article, Number(link.dataset.s ?? NaN), Number(link.dataset.e ?? NaN));
    // Not scrollIntoView: that would move the page beside the article too.
    const down = mark ? mark.getBoundingClientRect().top - sheet.getBoundingClientRect().top : -sheet.scrollTop;
    sheet.scrollBy(0, mark ? down - sheet.clientHeight / 3 : down);
    if (takeFocus) (mark ?? sheet).focus({ preventScroll: true });
    head.textContent = name.textContent;
    byId("live").textContent = `${name.textContent}: ${mark ? "the quote is marked" : "the article is open"}`;
  };

  const close = () => {
    unmark();
    root.classList.remove("open");
    byId("close").hidden = true;
    byId("welcome").hidden = false;
    head.textContent = title;
    byId("live").textContent = "";
    if (from) from.focus();
    from = null;
  };

  const quotes = () => [...document.querySelectorAll("main a.q")].filter((link) => link.checkVisibility());

  const step = (link, by) => {
    const all = quotes();
    const next = all[all.indexOf(link) + by];
    if (!next) return;
    next.focus();
    if (root.classList.contains("open") && wide.matches) open(next, false);
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-a]");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    open(link, true);
  });

  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape" && root.classList.contains("open")) {
      event.preventDefault();
      close();
    }
    const link = document.activeElement?.closest?.("main a.q");
    if (!link || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
    event.preventDefault();
    step(link, event.key === "ArrowDown" ? 1 : -1);
  });

  byId("close").addEventListener("click", close);

  const theme = byId("theme");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  const showTheme = () => theme.setAttribute("aria-pressed", String(isDark()));
  theme.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    showTheme();
  });
  dark.addEventListener("change", showTheme);
  theme.hidden = false;
  showTheme();

  // A row says by its data what it can be narrowed by; a choice narrows the rows that say something on it.
  const filter = byId("filter");
  const rows = [...document.querySelectorAll("[data-langs]")];
  const choices = [...filter.querySelectorAll("select")];
  const fits = (row, words) =>
    choices.every(({ id, value }) => !value || row.dataset[id].split(" ").includes(value)) &&
    (!words || row.textContent.toLowerCase().includes(words));
  const narrow = () => {
    const words = byId("find").value.trim().toLowerCase();
    const narrowed = Boolean(words) || choices.some((choice) => choice.value);
    for (const row of rows) row.hidden = !fits(row, words);
    if (narrowed) for (const folded of document.querySelectorAll("#timeline details, #claims details")) folded.open = true;
    const events = rows.filter((row) => row.closest("#timeline"));
    const shown = events.filter((row) => !row.hidden).length;
    byId("found").textContent = narrowed ? `${shown} of ${events.length} events` : "";
  };
  filter.addEventListener("input", narrow);
  filter.hidden = rows.length === 0;

  addEventListener("beforeprint", () => {
    for (const folded of document.querySelectorAll("details")) folded.open = true;
  });

  for (const article of sheet.querySelectorAll("article")) article.hidden = true;
  root.classList.add("js");
})();
