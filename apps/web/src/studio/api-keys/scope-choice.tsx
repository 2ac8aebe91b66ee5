const scopes = [
  ["read", "Read", "Sees what editors see: entries with their drafts, and assets."],
  ["write", "Read and write", "Also does what an editor does: saves, publishes, uploads and deletes."],
] as const;

/** What the key may do. The safer choice comes first and is made already. */
export function ScopeChoice() {
  return (
    <fieldset className="mb-4">
      <legend className="mb-1 font-medium">It may</legend>
      {scopes.map(([scope, label, tells], index) => (
        <label
          key={scope}
          className="mb-2 flex cursor-pointer gap-2.5 rounded-md border border-line px-3 py-2 has-checked:border-accent has-checked:bg-accent-tint"
        >
          <input
            type="radio"
            name="scope"
            value={scope}
            defaultChecked={index === 0}
            className="mt-1 shrink-0 accent-accent"
          />
          <span>
            <span className="block font-medium">{label}</span>
            <span className="block text-sm text-muted">{tells}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
