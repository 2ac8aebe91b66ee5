import type { TypeDescription } from "@letterpress/client";
import { useRef } from "react";
import { missingFields } from "../editor/missing-fields.ts";
import { Modal } from "../ui/modal.tsx";
import { goToField } from "./go-to-field.ts";
import { PlanIssues } from "./plan-issues.tsx";

/** What a page without a word lacks to be published; told without making an empty entry of it first. */
export function NothingYetDialog({ type, onClose }: { type: TypeDescription; onClose: () => void }) {
  const wanted = useRef<string | null>(null);
  const issues = Object.entries(missingFields(type.fields)).map(([path, message]) => ({ path, message }));
  return (
    <Modal
      title="There is nothing to publish yet"
      {...(issues.length === 0 ? { description: "Fill in a field first." } : {})}
      onClose={onClose}
      onGone={() => wanted.current !== null && goToField(wanted.current)}
    >
      {issues.length > 0 && (
        <PlanIssues
          type={type}
          issues={issues}
          onGoTo={(path) => {
            wanted.current = path;
            onClose();
          }}
        />
      )}
    </Modal>
  );
}
