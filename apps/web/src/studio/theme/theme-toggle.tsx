import { IconButton } from "../ui/icon-button.tsx";
import { setTheme, type Theme, useTheme } from "./theme.ts";

const next: Record<Theme, Theme> = { system: "light", light: "dark", dark: "system" };
const names: Record<Theme, string> = { system: "as the system", light: "light", dark: "dark" };

/** Goes round: as the system, light, dark. */
export function ThemeToggle() {
  const theme = useTheme();
  return <IconButton icon={theme} label={`Theme: ${names[theme]}`} onClick={() => setTheme(next[theme])} />;
}
