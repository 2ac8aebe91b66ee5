// A classic script that the head waits for, so that the theme a reader chose stands before anything is drawn. The
// block keeps its names out of the global scope.
{
  const storageKey = "theme";
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";

  // Storage may be closed to the page: then a choice lasts as long as the page.
  const remember = (theme: string | null) => {
    try {
      if (theme === null) localStorage.removeItem(storageKey);
      else localStorage.setItem(storageKey, theme);
    } catch {}
  };
  const recall = () => {
    try {
      return localStorage.getItem(storageKey);
    } catch {
      return null;
    }
  };

  const choice = recall();
  if (choice === "light" || choice === "dark") root.dataset.theme = choice;

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector<HTMLButtonElement>(".theme-toggle");
    if (!button) return;
    const label = () => {
      button.setAttribute("aria-label", (isDark() ? button.dataset.toLight : button.dataset.toDark) ?? "");
    };
    button.addEventListener("click", () => {
      const theme = isDark() ? "light" : "dark";
      // Back at what the system says, the page follows the system again.
      if ((theme === "dark") === system.matches) {
        delete root.dataset.theme;
        remember(null);
      } else {
        root.dataset.theme = theme;
        remember(theme);
      }
      label();
    });
    system.addEventListener("change", label);
    label();
    button.hidden = false;
  });
}
