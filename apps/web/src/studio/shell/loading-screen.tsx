/** Stands in while a page takes longer than a moment. */
export function LoadingScreen() {
  return (
    <div role="status" className="grid min-h-[60dvh] place-content-center text-muted">
      Loading…
    </div>
  );
}
