/** What one arm did in one world, as a store of results keeps it. */
export interface Row {
  readonly armKey: string;
  readonly world: number;
  /** sha256 over outcomes and every daily metric, in hex. */
  readonly digest: string;
  /** One number per metric, in the order of `metrics`; NaN where there is none to give. */
  readonly outcomes: Float64Array;
}

/** Who made rows, of what. */
export interface Origin {
  readonly seed: string;
  readonly resultsVersion: number;
  readonly version: string;
  readonly engine: string;
  readonly host: string;
}
