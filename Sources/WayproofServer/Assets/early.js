// Before anything is painted: a case that was open is shown as such, so that nothing jumps.
try {
  const open = /^#c=/.test(location.hash) || /[?&](q|case)=./.test(location.search);
  if (open) document.documentElement.dataset.screen = "work";
  const scheme = localStorage.getItem("wayproof.scheme");
  if (scheme === "light" || scheme === "dark") document.documentElement.dataset.scheme = scheme;
} catch { /* A browser that keeps nothing starts afresh. */ }
