/**
 * A line of JSON that ends with a check sum over what stands before it, so that a line that is cut or damaged is known as
 * such. Who wants to deceive can make a check sum as well.
 */
import { textDigest } from './digest.ts';

/** An object as a line, with its line feed. */
export function sealed(value: object): string {
  const body = JSON.stringify(value).slice(0, -1);
  return `${body},"sum":"${checkSum(body)}"}\n`;
}

const sumPart = /,"sum":"([0-9a-f]{16})"\}$/;

/** What a line (without its line feed) says; undefined when it is cut or damaged. */
export function unsealed(line: string): unknown {
  const sum = sumPart.exec(line.slice(-40));
  if (sum === null || checkSum(line.slice(0, line.length - sum[0].length)) !== sum[1]) return undefined;
  return parsedJson(line);
}

const checkSum = (text: string) => textDigest(text).slice(0, 16);

/** The value of a JSON text; undefined where it is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
