import type { ContentType } from "@letterpress/model/content-type";
import { uuid } from "@letterpress/model/uuid";
import { z } from "zod";
import { commentBody } from "../comments/comment.ts";
import { type Entry, entryOutput } from "../entries/entry.ts";
import { revisionVersion } from "../entries/revision.ts";
import type { Mutation } from "../procedure-types.ts";
import { procedure } from "../trpc.ts";
import { assignEntry } from "./assign-entry.ts";
import { type MoveAction, moveEntry } from "./move-entry.ts";
import { permissionFor } from "./transitions.ts";

/** A step of the workflow. */
export interface WorkflowStep {
  id: string;
  /** The version that the caller looked at; any other answers `ENTRY_STALE`. */
  expectedVersion: number;
  /** Written with it, or not at all. At most 5000 characters. */
  comment?: string | undefined;
}

/** Procedures that take an entry through the workflow. */
export type WorkflowProcedures<T extends ContentType> = {
  submit: Mutation<WorkflowStep, Entry<T>>;
  withdraw: Mutation<WorkflowStep, Entry<T>>;
  sendBack: Mutation<WorkflowStep, Entry<T>>;
  approve: Mutation<WorkflowStep, Entry<T>>;
  archive: Mutation<WorkflowStep, Entry<T>>;
  reopen: Mutation<WorkflowStep, Entry<T>>;
  /** `null` for nobody in particular. */
  assign: Mutation<{ id: string; userId: string | null }, Entry<T>>;
};

/** How entries come to readers, for editors. */
export function workflowProcedures(type: ContentType) {
  const of = { type: type.name };
  const step = (action: MoveAction) =>
    procedure(permissionFor(action))
      .input(
        z.strictObject({ id: uuid(), expectedVersion: revisionVersion, comment: commentBody.optional() }),
      )
      .output(entryOutput)
      .mutation(({ ctx, input }) => moveEntry(ctx.deps, ctx.actor, { ...input, ...of, action }));
  return {
    submit: step("submit"),
    withdraw: step("withdraw"),
    sendBack: step("sendBack"),
    approve: step("approve"),
    archive: step("archive"),
    reopen: step("reopen"),

    assign: procedure("entries.assign")
      .input(z.strictObject({ id: uuid(), userId: uuid().nullable() }))
      .output(entryOutput)
      .mutation(({ ctx, input }) => assignEntry(ctx.deps, ctx.actor, { ...input, ...of })),
  };
}
