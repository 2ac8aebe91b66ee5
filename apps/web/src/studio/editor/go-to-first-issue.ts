/** Takes the person to the first field on the page that something is wrong with, so that they see what it is. */
export function goToFirstIssue(): void {
  const message = document.querySelector<HTMLElement>("[data-issue-of]");
  const control = document.getElementById(message?.dataset.issueOf ?? "");
  control?.focus({ preventScroll: true });
  // The control may be far higher than the screen: the message is what must be in view.
  message?.scrollIntoView({ block: "center" });
}
