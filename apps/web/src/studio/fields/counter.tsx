/** Shows how much room is left, once it matters. */
export function Counter({ length, max }: { length: number; max: number }) {
  if (length < max * 0.8) return null;
  const left = max - length;
  return (
    <span
      role="status"
      className={`text-sm tabular-nums ${left < 0 ? "font-semibold text-danger" : "text-muted"}`}
    >
      {left < 0 ? `${-left} too many` : `${left} left`}
    </span>
  );
}
