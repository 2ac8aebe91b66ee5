import type { TRPCMutationProcedure, TRPCQueryProcedure } from "@trpc/server";
import type { ProcedureMeta } from "./trpc.ts";

/** A procedure that reads, as the type of a router names it. */
export type Query<Input, Output> = TRPCQueryProcedure<{ meta: ProcedureMeta; input: Input; output: Output }>;

/** A procedure that changes something, as the type of a router names it. */
export type Mutation<Input, Output> = TRPCMutationProcedure<{
  meta: ProcedureMeta;
  input: Input;
  output: Output;
}>;
