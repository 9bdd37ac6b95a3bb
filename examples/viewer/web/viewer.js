// The page is complete without this script: it turns the sections of the result into tabs,
// takes dropped files, and adds keys. It requests nothing.
"use strict";

const tabs = [...document.querySelectorAll(".tabs a")];
const panelOf = (tab) => document.getElementById(tab.hash.slice(1));

function choose(tab, focus) {
  for (const t of tabs) {
    const chosen = t === tab;
    t.setAttribute("aria-selected", chosen);
    t.tabIndex = chosen ? 0 : -1;
    panelOf(t).classList.toggle("chosen", chosen);
  }
  if (focus) tab.focus();
  history.replaceState(null, "", tab.hash);
}

const shownTabs = () => tabs.filter((t) => t.offsetParent !== null);

if (tabs.length > 0) {
  document.body.classList.add("tabbed");
  document.querySelector(".tabs").setAttribute("role", "tablist");
  for (const tab of tabs) {
    tab.setAttribute("role", "tab");
    tab.id = "tab-" + tab.hash.slice(1);
    tab.setAttribute("aria-controls", tab.hash.slice(1));
    const panel = panelOf(tab);
    if (panel.classList.contains("panel")) {
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", tab.id);
    }
    tab.addEventListener("click", (event) => {
      event.preventDefault();
      choose(tab);
    });
  }
  document.querySelector(".tabs").addEventListener("keydown", (event) => {
    const shown = shownTabs();
    const at = shown.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: shown.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    choose(shown[(to + shown.length) % shown.length], true);
  });
  const named = tabs.find((t) => t.hash === location.hash && t.offsetParent !== null);
  choose(named || tabs[1] || tabs[0]);
}

// On a small screen the original is a tab: what points into it opens it.
for (const link of document.querySelectorAll("a[target=original]")) {
  link.addEventListener("click", () => {
    for (const other of document.querySelectorAll("a[target=original].current")) other.classList.remove("current");
    link.classList.add("current");
    if (tabs[0].offsetParent !== null) choose(tabs[0]);
  });
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea")) return;
  const step = { j: 1, k: -1 }[event.key];
  if (!step) return;
  const links = [...document.querySelectorAll(".panel.chosen a[target=original]")];
  if (links.length === 0) return;
  const at = links.findIndex((l) => l.classList.contains("current"));
  const next = links[Math.min(Math.max(at + step, 0), links.length - 1)];
  next.focus();
  next.click();
});

for (const button of document.querySelectorAll(".copy")) {
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.nextElementSibling.textContent);
    button.textContent = "Copied";
  });
}

const form = document.querySelector("form");
document.addEventListener("dragover", (event) => {
  event.preventDefault();
  document.body.classList.add("dropping");
});
document.addEventListener("dragleave", () => document.body.classList.remove("dropping"));
document.addEventListener("drop", (event) => {
  event.preventDefault();
  document.body.classList.remove("dropping");
  const data = event.dataTransfer;
  if (data.files.length > 0) {
    document.getElementById("file").files = data.files;
  } else {
    document.getElementById("page").value = data.getData("text/html") || data.getData("text/plain");
  }
  form.requestSubmit();
});
document.getElementById("file").addEventListener("change", () => form.requestSubmit());
document.getElementById("page").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});
