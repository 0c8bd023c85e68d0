/** Texts made short enough for a link: deflated by the browser itself, in letters that every messenger leaves alone. */

/** Texts longer than this are not unpacked: a few hundred letters can hold a gigabyte. */
export const MAX_UNPACKED = 512 * 1024;

/** Packs a text: UTF-8, deflate without a head, base64 of the kind for addresses. */
export async function pack(text: string): Promise<string> {
  const bytes = await readAll(new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw')));
  let binary = '';
  for (const byte of bytes ?? []) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

export type Unpacked = { readonly text: string } | { readonly bad: 'damaged' | 'too large' };

/** Unpacks what `pack` made; never throws, never holds more than `MAX_UNPACKED`. */
export async function unpack(packed: string): Promise<Unpacked> {
  try {
    const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
    const packedBytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
    const stream = new Blob([packedBytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const bytes = await readAll(stream, MAX_UNPACKED);
    if (bytes === null) return { bad: 'too large' };
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { bad: 'damaged' };
  }
}

/** All bytes of a stream; null, and the stream is left, as soon as there are more than `most`. */
async function readAll(stream: ReadableStream<Uint8Array>, most = Number.POSITIVE_INFINITY) {
  const reader = stream.getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    pieces.push(next.value);
    size += next.value.length;
    if (size <= most) continue;
    reader.cancel().catch(() => {});
    return null;
  }
  const bytes = new Uint8Array(size);
  let place = 0;
  for (const piece of pieces) {
    bytes.set(piece, place);
    place += piece.length;
  }
  return bytes;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});

/** CRC-32 (ISO-HDLC, that of zip and png) of a text's UTF-8 bytes, as eight hex digits. */
export function checksum(text: string): string {
  let crc = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) crc = crcTable[(crc ^ byte) & 255] ^ (crc >>> 8);
  return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
}
