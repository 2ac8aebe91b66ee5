import type { TypeDescription } from "@letterpress/client";
import { useState } from "react";
import { useMe } from "../auth/use-me.ts";
import { Button } from "../ui/button.tsx";
import { Modal } from "../ui/modal.tsx";
import { When } from "../ui/when.tsx";
import { ConflictField } from "./conflict-field.tsx";
import { type Choices, differencesOf } from "./meet-theirs.ts";
import { MergedFields } from "./merged-fields.tsx";
import { nameOf } from "./note-text.ts";
import type { Theirs } from "./theirs.ts";
import type { EntryEditor } from "./use-entry-editor.ts";

interface ConflictDialogProps {
  type: TypeDescription;
  theirs: Theirs;
  editor: EntryEditor;
}

/**
 * Somebody saved first: the person chooses, field by field, where both changed the same. Nothing is overwritten unseen,
 * and what is not chosen can be had back: theirs is a revision, and giving up one's own can be undone.
 */
export function ConflictDialog({ type, theirs, editor }: ConflictDialogProps) {
  const me = useMe();
  const [chosen, setChosen] = useState<Choices>({});
  const rows = differencesOf(editor.state);
  const conflicts = rows.filter(({ changedBy }) => changedBy === "both");
  const choiceOf = (name: string) => chosen[name] ?? "mine";
  const choices: Choices = Object.fromEntries(conflicts.map(({ field: { name } }) => [name, choiceOf(name)]));
  const chooseAll = (side: "mine" | "theirs") =>
    setChosen(Object.fromEntries(conflicts.map(({ field }) => [field.name, side])));
  const who = nameOf(theirs.author, me.id);
  const theirName = theirs.author && theirs.author.id !== me.id ? theirs.author.name : "Theirs";
  return (
    <Modal
      wide
      title="Changed elsewhere"
      description={
        <>
          {who} saved this {type.label.toLowerCase()} <When date={theirs.updatedAt} />.{" "}
          {conflicts.length === 0
            ? "Nothing that you changed was changed there."
            : `${conflicts.length === 1 ? "One field was" : `${conflicts.length} fields were`} changed by both of you: choose what stays. Their version is kept among the revisions.`}
        </>
      }
      onClose={() => editor.compare(false)}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void editor.resolve(choices);
        }}
      >
        {conflicts.length > 1 && (
          <div className="mb-3 flex flex-wrap gap-2">
            <Button onClick={() => chooseAll("theirs")}>Take all theirs</Button>
            <Button onClick={() => chooseAll("mine")}>Keep all mine</Button>
          </div>
        )}
        <div className="mb-5 flex flex-col gap-4">
          {conflicts.map((row) => (
            <ConflictField
              key={row.field.name}
              row={row}
              theirName={theirName}
              choice={choiceOf(row.field.name)}
              onChoose={(side) => setChosen({ ...choices, [row.field.name]: side })}
            />
          ))}
          <MergedFields rows={rows} theirName={theirName} />
        </div>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => editor.compare(false)}>Not now</Button>
          <Button look="primary" type="submit">
            {conflicts.length === 0 ? "Save mine on top" : "Save what is chosen"}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
