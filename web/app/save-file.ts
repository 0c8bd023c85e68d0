/** How long a file's address is kept: some browsers ask where to put it first. */
const KEPT_MS = 60_000;

/** Hands a file to the viewer under a name. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
