/**
 * For how long the frames of a load wait to be read, in ms. They are stamped when they come, so no latency grows with it;
 * beyond this, little more is saved (measured).
 */
export const readingPaceMs = 25;
