/** Exit codes that scripts rely on. */
export const Exit = {
  done: 0,
  internal: 1,
  usage: 2,
  invalid: 3,
  undecided: 4,
  yardstick: 5,
  failIf: 99,
  interrupted: 130,
} as const;

/** Ends the command with a message for the user: what is wrong, where, the value, the cure. Never shows a stack. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
  readonly exitCode: number;

  constructor(exitCode: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}
