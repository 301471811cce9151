/** Said once a page, wherever a page speaks of what licenses allow. */
export function NotAdvice() {
  return <p class="note">This is not legal advice: read the text itself before you rely on it.</p>;
}
