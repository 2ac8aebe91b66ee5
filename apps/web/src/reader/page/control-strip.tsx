/** The patches that printers put at the edge of a sheet to check their inks by. The publication's sign. */
export function ControlStrip() {
  return <span className="control-strip" aria-hidden="true" />;
}
