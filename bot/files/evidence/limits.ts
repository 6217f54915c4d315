const MIB = 1024 * 1024;

/** Files one complaint may carry: what an officer can look through, and a bound on what one person can store. */
export const MAX_EVIDENCE_FILES = 20;

/** Largest file of each kind as it comes in, bytes (ASVS 5.0 5.2.1). LINE's own photos are below 5 MiB. */
export const MAX_EVIDENCE_BYTES = {
  image: 10 * MIB,
  document: 10 * MIB,
  video: 50 * MIB,
  audio: 50 * MIB,
} as const;

/**
 * Largest image in pixels (ASVS 5.0 5.2.6): a 48-megapixel phone photo passes. A few bytes of PNG can claim far more
 * than the machine has memory for.
 */
export const MAX_IMAGE_PIXELS = 50_000_000;
/** Longer side of a re-encoded image, pixels: a photographed page stays readable. */
export const MAX_IMAGE_SIDE = 2400;
/** Longest that re-encoding one image may take. A 12-megapixel photo takes a fifth of a second. */
export const MAX_IMAGE_SECONDS = 15;
/** Names looked at in one office document; real ones have a few hundred. */
export const MAX_ZIP_ENTRIES = 5000;
