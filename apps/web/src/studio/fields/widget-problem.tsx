/** Why what is in a box is no value yet. */
export function WidgetProblem({ id, text }: { id: string; text: string }) {
  return (
    <p id={id} className="mt-1 text-sm font-semibold text-danger">
      {text}
    </p>
  );
}
