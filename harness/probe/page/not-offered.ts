/** The page, or the target behind it, does not offer what a test needs: nothing was judged, and nothing is wrong. */
export class NotOffered extends Error {
  override readonly name = 'NotOffered';
}
