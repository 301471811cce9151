/** A note for every page about licenses. Show it once on a page. */
export function NotAdvice() {
  return <p class="note">This is not legal advice: read the text itself before you rely on it.</p>;
}
