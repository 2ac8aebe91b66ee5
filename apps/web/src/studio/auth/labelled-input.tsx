import { type ComponentProps, useId } from "react";

interface LabelledInputProps extends ComponentProps<"input"> {
  label: string;
  help?: string;
  error?: string | undefined;
}

/** A box with its name above, and what is wrong with it below. */
export function LabelledInput({ label, help, error, ...rest }: LabelledInputProps) {
  const id = useId();
  const describedBy = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="mb-4">
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      <input
        id={id}
        className="field-box"
        aria-invalid={error !== undefined}
        {...(describedBy ? { "aria-describedby": describedBy } : {})}
        {...rest}
      />
      {help && (
        <p id={`${id}-help`} className="mt-1 text-sm text-muted">
          {help}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 text-sm font-medium text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
