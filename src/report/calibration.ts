/** The report of a calibration (a stand-in until its charts are drawn). */
export async function calibrationReport(_: unknown): Promise<string> {
  return '<!doctype html>\n';
}
