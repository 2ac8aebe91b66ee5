import type { Me } from "@letterpress/client";
import { may } from "../auth/may.ts";
import type { IconName } from "../ui/icon.tsx";

interface Place {
  to: "/calendar" | "/releases" | "/assets" | "/bin" | "/redirects" | "/history" | "/keys";
  name: string;
  icon: IconName;
  isFor: (role: Me["role"]) => boolean;
}

const everybody = () => true;

/** The screens beside the lists of content, in the groups of the sidebar. */
const groups: readonly (readonly Place[])[] = [
  [
    { to: "/calendar", name: "Calendar", icon: "calendar", isFor: everybody },
    {
      to: "/releases",
      name: "Releases",
      icon: "release",
      isFor: (role) => may(role, "manageReleases"),
    },
    { to: "/assets", name: "Assets", icon: "picture", isFor: everybody },
  ],
  [
    { to: "/bin", name: "Bin", icon: "trash", isFor: everybody },
    {
      to: "/redirects",
      name: "Redirects",
      icon: "redirect",
      isFor: (role) => may(role, "manageRedirects"),
    },
    { to: "/history", name: "History", icon: "clock", isFor: everybody },
    { to: "/keys", name: "API keys", icon: "key", isFor: (role) => may(role, "manageKeys") },
  ],
];

/** Those that a role may see. */
export function placesFor(role: Me["role"]): Place[][] {
  return groups.map((places) => places.filter(({ isFor }) => isFor(role)));
}
