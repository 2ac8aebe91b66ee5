import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useId } from "react";
import { useMe } from "../auth/use-me.ts";
import { usersQuery } from "../connection/desk-queries.ts";
import { Button } from "../ui/button.tsx";
import { Modal } from "../ui/modal.tsx";

interface AssignDialogProps {
  /** Of what: "3 articles". */
  what: string;
  /** `null` for nobody. */
  onAssign: (user: { id: string; name: string } | null) => void;
  onClose: () => void;
}

/** Asks who is to work on the entries next. */
export function AssignDialog({ what, onAssign, onClose }: AssignDialogProps) {
  const id = useId();
  const me = useMe();
  const { data: users = [] } = useQuery(usersQuery);
  const others = users.filter((user) => user.id !== me.id);

  function assign(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const chosen = String(new FormData(event.currentTarget).get("user"));
    onAssign(chosen === me.id ? me : (users.find((user) => user.id === chosen) ?? null));
  }

  return (
    <Modal
      title={`Assign ${what}`}
      description="To whoever works on them next. They find them with “Assigned to me”."
      onClose={onClose}
    >
      <form onSubmit={assign}>
        <label htmlFor={id} className="mb-1 block font-medium">
          To
        </label>
        <select id={id} name="user" defaultValue={me.id} className="field-box mb-5">
          <option value={me.id}>{me.name} (you)</option>
          {others.map((user) => (
            <option key={user.id} value={user.id}>
              {user.name}
            </option>
          ))}
          <option value="">Nobody</option>
        </select>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary">
            Assign
          </Button>
        </div>
      </form>
    </Modal>
  );
}
