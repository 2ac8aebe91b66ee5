import type { ImageAsset } from "@letterpress/client";
import { type KeyboardEvent, type MouseEvent, useState } from "react";
import { thumbnail } from "./thumbnail.ts";

type Point = ImageAsset["focalPoint"];

const steps: Record<string, Point> = {
  ArrowLeft: { x: -0.05, y: 0 },
  ArrowRight: { x: 0.05, y: 0 },
  ArrowUp: { x: 0, y: -0.05 },
  ArrowDown: { x: 0, y: 0.05 },
};

interface FocalPointProps {
  asset: ImageAsset;
  onChange: (point: Point) => void;
}

/** The point that stays in sight however a page crops the picture: set by a click, or moved with the arrow keys. */
export function FocalPoint({ asset, onChange }: FocalPointProps) {
  const [moved, setMoved] = useState<Point | null>(null);
  const { x, y } = moved ?? asset.focalPoint;
  const percent = (part: number) => `${Math.round(part * 100)} %`;

  function set(point: Point) {
    const inside = (part: number) => Math.round(Math.min(1, Math.max(0, part)) * 1000) / 1000;
    setMoved({ x: inside(point.x), y: inside(point.y) });
    return { x: inside(point.x), y: inside(point.y) };
  }

  function byClick(event: MouseEvent<HTMLButtonElement>) {
    // A key press also arrives as a click, at no place.
    if (event.detail === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    onChange(set({ x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height }));
  }

  function byKey(event: KeyboardEvent) {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    set({ x: x + step.x, y: y + step.y });
  }

  /** Keys move in many small steps: only where they end is saved. */
  function settle() {
    if (moved && (moved.x !== asset.focalPoint.x || moved.y !== asset.focalPoint.y)) onChange(moved);
  }

  return (
    <div>
      <div className="grid place-items-center rounded-md bg-sunken">
        <button
          type="button"
          onClick={byClick}
          onKeyDown={byKey}
          onKeyUp={settle}
          onBlur={settle}
          aria-label={`Focal point: ${percent(x)} from the left, ${percent(y)} from the top. Arrow keys move it.`}
          className="relative block max-w-full cursor-crosshair!"
        >
          <img
            src={thumbnail(asset, 960)}
            alt={asset.alt}
            width={asset.width}
            height={asset.height}
            className="block max-h-[22rem] w-auto max-w-full rounded-md object-contain"
            style={{ backgroundImage: `url(${asset.placeholder})`, backgroundSize: "cover" }}
          />
          <span
            className="pointer-events-none absolute size-6 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-white bg-accent/40 shadow-[0_0_0_1.5px_rgb(0_0_0/.65)]"
            style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
          />
        </button>
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
        {["aspect-square", "aspect-[21/9]"].map((shape) => (
          <img
            key={shape}
            src={thumbnail(asset, 320)}
            alt=""
            className={`h-12 rounded object-cover ${shape}`}
            style={{ objectPosition: `${x * 100}% ${y * 100}%` }}
          />
        ))}
        <p className="flex-1 basis-56 text-sm text-muted">
          Click what must stay in sight when a page crops the picture.
        </p>
      </div>
    </div>
  );
}
