import type { EntryStatus } from "@letterpress/client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { may } from "../auth/may.ts";
import { useMe } from "../auth/use-me.ts";
import { typesQuery } from "../connection/queries.ts";
import { placesFor } from "../shell/places.ts";
import { setTheme } from "../theme/theme.ts";
import type { IconName } from "../ui/icon.tsx";

/** One line of the palette. */
export interface Command {
  key: string;
  group: string;
  name: string;
  icon: IconName;
  note?: string;
  status?: EntryStatus;
  /** Shown only when it is searched for. */
  isMinor?: true;
  run: () => void;
}

/** What the palette can do, whatever is typed. */
export function useCommands(onShowShortcuts: () => void): Command[] {
  const { role } = useMe();
  const { data: types } = useSuspenseQuery(typesQuery);
  const navigate = useNavigate();
  const goTo = "Go to";
  const actions = "Do";
  return [
    ...types.map(
      (type): Command => ({
        key: `list-${type.name}`,
        group: goTo,
        name: type.pluralLabel,
        icon: "page",
        run: () => void navigate({ to: "/entries/$type", params: { type: type.name } }),
      }),
    ),
    ...types.map(
      (type): Command => ({
        key: `assigned-${type.name}`,
        group: goTo,
        name: `${type.pluralLabel} assigned to me`,
        icon: "person",
        isMinor: true,
        run: () =>
          void navigate({
            to: "/entries/$type",
            params: { type: type.name },
            search: { assigned: "me" },
          }),
      }),
    ),
    ...placesFor(role)
      .flat()
      .map(
        ({ to, name, icon }): Command => ({
          key: to,
          group: goTo,
          name,
          icon,
          run: () => void navigate({ to }),
        }),
      ),
    {
      key: "site",
      group: goTo,
      name: "View site",
      icon: "outside",
      run: () => void window.open("/", "_blank", "noopener"),
    },
    ...types.map(
      (type): Command => ({
        key: `new-${type.name}`,
        group: actions,
        name: `New ${type.label.toLowerCase()}`,
        icon: "plus",
        run: () => void navigate({ to: "/entries/$type/$id", params: { type: type.name, id: "new" } }),
      }),
    ),
    ...(may(role, "manageReleases")
      ? [
          {
            key: "new-release",
            group: actions,
            name: "New release",
            icon: "plus" as const,
            run: () => void navigate({ to: "/releases", search: { make: true } }),
          },
        ]
      : []),
    {
      key: "shortcuts",
      group: actions,
      name: "Keyboard shortcuts",
      icon: "keys",
      note: "?",
      run: onShowShortcuts,
    },
    { key: "light", group: actions, name: "Theme: light", icon: "light", run: () => setTheme("light") },
    { key: "dark", group: actions, name: "Theme: dark", icon: "dark", run: () => setTheme("dark") },
    {
      key: "system",
      group: actions,
      name: "Theme: as the system",
      icon: "system",
      run: () => setTheme("system"),
    },
    {
      key: "sign-out",
      group: actions,
      name: "Sign out",
      icon: "leave",
      run: () => void navigate({ to: "/sign-in", state: { signOut: true } }),
    },
  ];
}
