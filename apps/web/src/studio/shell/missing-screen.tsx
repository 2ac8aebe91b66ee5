import { Link } from "@tanstack/react-router";
import { buttonClass } from "../ui/button.tsx";
import { PageTitle } from "../ui/page-title.tsx";

interface MissingScreenProps {
  title?: string;
  text?: string;
}

/** Nothing is at this address. */
export function MissingScreen({
  title = "There is nothing here",
  text = "The address may be mistyped, or what was here has been deleted.",
}: MissingScreenProps) {
  return (
    <div className="grid min-h-[60dvh] content-center justify-items-center gap-3 px-6 text-center">
      <PageTitle title={title} />
      <h1 className="font-serif text-3xl font-medium">{title}</h1>
      <p className="max-w-md text-muted">{text}</p>
      <Link to="/" className={`${buttonClass("secondary")} mt-2`}>
        Back to the Studio
      </Link>
    </div>
  );
}
