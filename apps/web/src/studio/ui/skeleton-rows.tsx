/** Stands where a list will be. */
export function SkeletonRows() {
  return (
    <div role="status" aria-label="Loading" className="rounded-lg border border-line bg-surface">
      {[60, 45, 72, 38, 55].map((width) => (
        <div key={width} className="border-b border-line px-4 py-4 last:border-b-0">
          <div className="h-4 animate-pulse rounded bg-sunken" style={{ width: `${width}%` }} />
        </div>
      ))}
    </div>
  );
}
