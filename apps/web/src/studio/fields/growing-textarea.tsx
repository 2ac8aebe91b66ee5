import { type ComponentProps, useEffect, useRef } from "react";

const growsByItself = CSS.supports("field-sizing", "content");

/** A box that is as high as its text. */
export function GrowingTextarea({ className = "", ...rest }: ComponentProps<"textarea"> & { value: string }) {
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (growsByItself || !box.current || rest.value === undefined) return;
    box.current.style.height = "auto";
    box.current.style.height = `${box.current.scrollHeight + 2}px`;
  }, [rest.value]);
  return <textarea ref={box} className={`field-sizing-content resize-none ${className}`} {...rest} />;
}
