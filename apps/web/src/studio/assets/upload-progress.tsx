import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemText } from "../ui/problem-text.tsx";
import type { useUploads } from "./use-uploads.ts";

/** How far the uploads are, and which did not work. */
export function UploadProgress({ uploads, isUploading, dismiss }: ReturnType<typeof useUploads>) {
  return (
    <div className="flex flex-col gap-2 empty:hidden">
      {isUploading && (
        <div role="status" className="rounded-md bg-accent-tint px-4 py-2.5">
          <p className="mb-1 truncate font-medium text-accent">
            {uploads.total > 1 ? `Uploading ${uploads.done + 1} of ${uploads.total}: ` : "Uploading "}
            {uploads.current}…
          </p>
          <progress
            aria-label="Upload progress"
            className="block h-1.5 w-full accent-accent"
            max={uploads.total}
            {...(uploads.total > 1 ? { value: uploads.done } : {})}
          />
        </div>
      )}
      {uploads.failures.length > 0 && (
        <Notice tone="danger" actions={<Button onClick={dismiss}>Dismiss</Button>}>
          {uploads.failures.map(({ filename, problem }) => (
            <div key={filename}>
              <strong className="font-semibold">{filename}</strong>
              <ProblemText problem={problem} />
            </div>
          ))}
        </Notice>
      )}
    </div>
  );
}
