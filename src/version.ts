declare const __SEEDBED_VERSION__: string | undefined;
declare const __SEEDBED_ENGINE__: string | undefined;

/** Of the package. */
export const version = typeof __SEEDBED_VERSION__ === 'string' ? __SEEDBED_VERSION__ : '0.0.0';

/** Raised whenever any number of any scenario moves ("Results change" in the changelog). It enters every hash and key. */
export const resultsVersion = 1;

/**
 * Fingerprint of the code that makes results, taken at build time. Stored worlds are picked up again only by the very
 * code that made them, so that nobody has to remember to raise `resultsVersion` while a change is being worked on.
 */
export const engineFingerprint = typeof __SEEDBED_ENGINE__ === 'string' ? __SEEDBED_ENGINE__ : 'unknown';
