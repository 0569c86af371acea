import { createEvents } from '../../session/core/events';

/** Told of each file that is handed out: whether it comes, browsers do not say. */
export const downloads = createEvents<{ begun: [] }>();

/** Hands the person a file. */
export function download(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // By then the browser has begun the download, which keeps the content.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  void downloads.tell('begun');
}
