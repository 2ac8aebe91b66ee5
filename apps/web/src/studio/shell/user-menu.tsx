import { useNavigate } from "@tanstack/react-router";
import { useMe } from "../auth/use-me.ts";
import { ThemeToggle } from "../theme/theme-toggle.tsx";
import { IconButton } from "../ui/icon-button.tsx";

/** Who is signed in, and the way out. */
export function UserMenu() {
  const me = useMe();
  const navigate = useNavigate();
  return (
    <div className="border-t border-line pt-3">
      <div className="flex items-center gap-2 pl-2.5">
        <div className="min-w-0 flex-1">
          <p className="truncate font-medium">{me.name}</p>
          <p className="truncate text-sm text-muted" title={me.email}>
            {me.role.charAt(0).toUpperCase() + me.role.slice(1)}
          </p>
        </div>
        <ThemeToggle />
        <IconButton
          icon="leave"
          label="Sign out"
          onClick={() => void navigate({ to: "/sign-in", state: { signOut: true } })}
        />
      </div>
    </div>
  );
}
