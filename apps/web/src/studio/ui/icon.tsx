/** Drawn on a 20-pixel square with a 1.5-pixel line. */
const paths = {
  menu: "M3 6h14M3 10h14M3 14h14",
  close: "M5 5l10 10M15 5L5 15",
  plus: "M10 4v12M4 10h12",
  search: "M9 3.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11zM13 13l4 4",
  check: "M4 10.5l4 4l8-9",
  up: "M10 15V5M5.5 9.5L10 5l4.5 4.5",
  down: "M10 5v10M5.5 10.5L10 15l4.5-4.5",
  back: "M12 4.5L6.5 10l5.5 5.5",
  more: "M4.5 10h.01M10 10h.01M15.5 10h.01",
  outside: "M8 5H4.5v10.5H15V12M11 4h5v5M16 4l-7 7",
  upload: "M10 13V4M6 7.5L10 4l4 3.5M4 12.5v3.5h12v-3.5",
  picture: "M3.5 4.5h13v11h-13zM3.5 13l4-4l3.5 3.5l2-2l3.5 3M12.5 7.5h.01",
  page: "M5.5 3h6l3.5 3.5V17h-9.5zM11.5 3v3.5H15M8 10h4.5M8 13h4.5",
  audio: "M4 8v4M7 5.5v9M10 3.5v13M13 6.5v7M16 8.5v3",
  video: "M3 5.5h10v9H3zM13 9l4-2.5v7L13 11",
  archive: "M3.5 4h13v3.5h-13zM4.5 7.5V16h11V7.5M8.5 10.5h3",
  font: "M4 16L9 4h1.5l5 12M6 12h7.5",
  table: "M3.5 4.5h13v11h-13zM3.5 8.5h13M3.5 12h13M8 4.5v11",
  key: "M7 9.5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 0 1 0-7zM9.5 10.5L16.5 3.5M13 7l2.5 2.5M11 9l1.5 1.5",
  copy: "M7.5 7.5h9v9h-9zM12.5 7.5v-4h-9v9h4",
  light:
    "M10 6.5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 0 1 0-7zM10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1 1M14.7 14.7l1 1M15.7 4.3l-1 1M5.3 14.7l-1 1",
  dark: "M16 11.8A6.8 6.8 0 0 1 8.2 4a6.5 6.5 0 1 0 7.8 7.8z",
  system: "M3.5 4.5h13v9h-13zM7.5 16.5h5M10 13.5v3",
  leave: "M8 4H4.5v12H8M12 6.5L15.5 10L12 13.5M15.5 10H8",
  bold: "M6 4h4.5a3 3 0 0 1 0 6H6zM6 10h5.5a3 3 0 0 1 0 6H6z",
  italic: "M12 4L8 16M9.5 4h5M5.5 16h5",
  heading: "M5 4v12M15 4v12M5 10h10",
  link: "M8.5 11.5l3-3M9 6l1.5-1.5a3.2 3.2 0 0 1 4.5 4.5L13.5 10.5M11 14l-1.5 1.5A3.2 3.2 0 0 1 5 11l1.5-1.5",
  list: "M8 5.5h8.5M8 10h8.5M8 14.5h8.5M4 5.5h.01M4 10h.01M4 14.5h.01",
  quote: "M4.5 12.5V9.5a4 4 0 0 1 3-4M4.5 10h3v4h-3zM12 12.5V9.5a4 4 0 0 1 3-4M12 10h3v4h-3z",
  code: "M7 6l-4 4l4 4M13 6l4 4l-4 4",
  details: "M10 3.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13zM10 9.5v4M10 6.5h.01",
  history: "M4 4v3.5h3.5M4.3 7.3A6.5 6.5 0 1 1 3.5 10M10 6.5V10l2.5 1.5",
  comment: "M3.5 4.5h13v9H9L5.5 16.5v-3h-2z",
  calendar: "M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5",
  release: "M10 3.5L17 7l-7 3.5L3 7zM3 10.5l7 3.5l7-3.5M3 14l7 3.5l7-3.5",
  redirect: "M4 16v-4a4 4 0 0 1 4-4h8M12.5 4.5L16 8l-3.5 3.5",
  clock: "M10 3a7 7 0 1 1 0 14a7 7 0 0 1 0-14zM10 6v4.2l2.8 1.8",
  person: "M10 3.5a3 3 0 1 1 0 6a3 3 0 0 1 0-6zM4 16.5a6 6 0 0 1 12 0",
  keys: "M2.5 5h15v10h-15zM5.5 8h.01M8.5 8h.01M11.5 8h.01M14.5 8h.01M6.5 12h7",
  next: "M8 4.5l5.5 5.5L8 15.5",
  trash: "M4 6h12M8 6V4h4v2M5.5 6l.8 10.5h7.4L14.5 6M8.5 9v4.5M11.5 9v4.5",
} as const;

export type IconName = keyof typeof paths;

/** A picture beside words, or inside a control that has a name of its own: readers of the screen never hear it. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === "more" ? 2.25 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className="shrink-0"
    >
      <path d={paths[name]} />
    </svg>
  );
}
