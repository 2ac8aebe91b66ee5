import { randomUUID } from "node:crypto";
import type { Image } from "@letterpress/client";
import type { TestEntry } from "./memory-press.ts";

let count = 0;

function entry(type: string, folder: string, fields: Record<string, unknown>): TestEntry {
  const slug = String(fields.slug ?? `${type}-${++count}`);
  const publishedAt = new Date("2026-03-01T22:00:00Z");
  return {
    id: randomUUID(),
    type,
    slug,
    path: `${folder}/${encodeURIComponent(slug)}`,
    publishedAt,
    updatedAt: publishedAt,
    ...fields,
  };
}

export function markdown(html: string, toc: { depth: number; id: string; text: string }[] = []) {
  return { source: "", html, text: html.replace(/<[^>]*>/g, " ").trim(), toc };
}

export const nobody = { type: "person", id: randomUUID() };

export function article(fields: Record<string, unknown> = {}): TestEntry {
  return entry("article", "", {
    title: "An article",
    body: markdown("<p>Words to read.</p>"),
    author: nobody,
    tags: [],
    featured: false,
    ...fields,
  });
}

export function page(fields: Record<string, unknown> = {}): TestEntry {
  return entry("page", "/pages", { title: "A page", body: markdown("<p>About us.</p>"), ...fields });
}

export function person(fields: Record<string, unknown> = {}): TestEntry {
  return entry("person", "/authors", { name: "Ada Setter", ...fields });
}

export function tag(fields: Record<string, unknown> = {}): TestEntry {
  return entry("tag", "/tags", { name: "Inks", ...fields });
}

export function event(fields: Record<string, unknown> = {}): TestEntry {
  return entry("event", "/events", { title: "Open day", ...fields });
}

export function referenceTo({ type, id }: TestEntry) {
  return { type, id };
}

export const image: Image = {
  id: "image",
  url: "/media/image/original.jpg",
  width: 1600,
  height: 900,
  alt: "Two discs of ink",
  variants: [
    { url: "/media/image/640.webp", width: 640, height: 360, mimeType: "image/webp" },
    { url: "/media/image/1600.webp", width: 1600, height: 900, mimeType: "image/webp" },
  ],
  focalPoint: { x: 0.25, y: 0.8 },
  placeholder: "data:image/webp;base64,AAAA",
};
