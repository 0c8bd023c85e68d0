/** Two machines, or one twice, came to different results from the same inputs: neither can be trusted. */
export class SameInputsTwoResults extends Error {
  override readonly name = 'SameInputsTwoResults';

  constructor(armKey: string, world: number, sources: readonly ResultSource[]) {
    const told = sources.map(({ host, digest, path }) => `${host} has ${digest.slice(0, 12)} (${path})`);
    super(
      `Same inputs, two results: world ${world} of the arm with key ${armKey.slice(0, 12)}. ${told.join('; ')}. ` +
        'The same code came to both, so one of the machines is at fault, or a file was forged: neither can be trusted. Remove the files of the one that you do not trust.',
    );
  }
}

export interface ResultSource {
  readonly host: string;
  readonly digest: string;
  /** Where it stands. */
  readonly path: string;
}
