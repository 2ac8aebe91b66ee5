import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Navigation } from "../data/load-navigation.ts";

type Place = "head" | "foot";

const made = new WeakMap<Navigation, Partial<Record<Place, string>>>();

/**
 * What stands around pages that their own navigation does not lead to, as text: most of them. It is as old as the
 * navigation, and made of nothing else but what a publication says of itself.
 */
export function frameMarkup(navigation: Navigation, place: Place, make: () => ReactElement): string {
  const texts = made.get(navigation) ?? {};
  made.set(navigation, texts);
  const text = texts[place] ?? renderToStaticMarkup(make());
  texts[place] = text;
  return text;
}
