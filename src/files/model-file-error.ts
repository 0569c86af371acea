/** A file that is no model this program can use. The message is one sentence, meant to be shown as it is. */
export class ModelFileError extends Error {
  override name = 'ModelFileError';
}
