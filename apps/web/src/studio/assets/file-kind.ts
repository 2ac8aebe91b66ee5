import type { IconName } from "../ui/icon.tsx";

interface FileKind {
  icon: IconName;
  /** What people call it. */
  name: string;
}

const named: Record<string, FileKind> = {
  "application/epub+zip": { icon: "page", name: "EPUB" },
  "application/gzip": { icon: "archive", name: "Archive" },
  "application/json": { icon: "code", name: "JSON" },
  "application/msword": { icon: "page", name: "Word document" },
  "application/pdf": { icon: "page", name: "PDF" },
  "application/rtf": { icon: "page", name: "Rich text" },
  "application/vnd.ms-excel": { icon: "table", name: "Spreadsheet" },
  "application/vnd.ms-powerpoint": { icon: "picture", name: "Presentation" },
  "application/x-7z-compressed": { icon: "archive", name: "Archive" },
  "application/x-tar": { icon: "archive", name: "Archive" },
  "application/zip": { icon: "archive", name: "Archive" },
  "text/calendar": { icon: "page", name: "Calendar" },
  "text/csv": { icon: "table", name: "CSV" },
  "text/vcard": { icon: "page", name: "Contact" },
  "text/vtt": { icon: "page", name: "Subtitles" },
};

const families: [RegExp, FileKind][] = [
  [/^audio\//, { icon: "audio", name: "Audio" }],
  [/^video\//, { icon: "video", name: "Video" }],
  [/^image\//, { icon: "picture", name: "Picture" }],
  [/^font\//, { icon: "font", name: "Font" }],
  [/^text\//, { icon: "page", name: "Text" }],
  [/wordprocessing|opendocument\.text/, { icon: "page", name: "Document" }],
  [/spreadsheet/, { icon: "table", name: "Spreadsheet" }],
  [/presentation/, { icon: "picture", name: "Presentation" }],
];

/** How a file of this media type is shown. */
export function fileKind(mimeType: string): FileKind {
  return (
    named[mimeType] ??
    families.find(([pattern]) => pattern.test(mimeType))?.[1] ?? { icon: "page", name: "File" }
  );
}
