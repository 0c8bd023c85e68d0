import { jsonSchema } from '../scenario/schema.ts';
import type { CommonOptions } from './options.ts';
import { Terminal } from './terminal.ts';

/** The JSON Schema of scenario files. */
export async function schema(options: CommonOptions): Promise<void> {
  await new Terminal(options).printJson(jsonSchema());
}
